using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Gongkai.Ui.TagHelpers;

/// <summary>
/// Filters of a list, kept in its address: <c>&lt;filter-bar label="筛选任务" active="Model.IsFiltered"&gt;&lt;field for="Unit" … /&gt;&lt;/filter-bar&gt;</c>.
/// </summary>
[HtmlTargetElement("filter-bar")]
public sealed class FilterBarTagHelper(IStringLocalizer<Words> words) : TagHelper
{
    /// <summary>What is filtered, for those who hear the page.</summary>
    public required string Label { get; set; }

    /// <summary>True when a filter is set: a way back to the whole list is shown.</summary>
    public bool Active { get; set; }

    /// <summary>The view it stands in.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = default!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var request = ViewContext.HttpContext.Request;
        var list = request.PathBase + request.Path;
        output.TagName = "form";
        output.AddClass("filters");
        output.Attributes.SetAttribute("method", "get");
        output.Attributes.SetAttribute("action", list);
        output.Attributes.SetAttribute("role", "search");
        output.Attributes.SetAttribute("aria-label", Label);
        output.PostContent.AppendHtml(Html.Holding(
            "div",
            "actions",
            Html.Tag("button", words["筛选"], "button button-main").With("type", "submit"),
            Active ? Html.Tag("a", words["清除筛选"], "quiet").With("href", list) : null));
    }
}
