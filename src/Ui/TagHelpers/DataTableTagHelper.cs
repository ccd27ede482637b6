using Gongkai.Ui.Languages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Gongkai.Ui.TagHelpers;

/// <summary>
/// A table with a name that keeps the page still on a narrow screen: it scrolls inside its own region, or its rows become
/// cards (<c>stack</c>; each cell then says its column in <c>data-label</c>).
/// <c>&lt;data-table caption="任务台账"&gt;&lt;thead&gt;…&lt;/thead&gt;&lt;tbody&gt;…&lt;/tbody&gt;&lt;/data-table&gt;</c>.
/// </summary>
[HtmlTargetElement("data-table")]
public sealed class DataTableTagHelper : TagHelper
{
    /// <summary>What the table holds.</summary>
    public required string Caption { get; set; }

    /// <summary>True where a heading already says it: the caption is then only read out.</summary>
    public bool HideCaption { get; set; }

    /// <summary>True turns rows into cards on narrow screens.</summary>
    public bool Stack { get; set; }

    /// <summary>True keeps the head in sight while a long table scrolls in a region of limited height.</summary>
    public bool Sticky { get; set; }

    /// <summary>The view it stands in.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = default!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var caption = ViewContext.NextId("caption");
        output.TagName = "table";
        output.AddClass(Stack ? "data stack" : "data");
        output.PreContent.AppendHtml(Html.Tag("caption", Caption, HideCaption ? "unseen" : null).With("id", caption).With("lang", PageLanguage.LangOf(Caption)));

        // A group, not a region: a page with ten tables would otherwise have ten more landmarks.
        var region = Html.Tag("div", null, Sticky ? "table-region sticky" : "table-region")
            .With("role", "group").With("aria-labelledby", caption).With("tabindex", "0");
        output.PreElement.AppendHtml(region.RenderStartTag());
        output.PostElement.AppendHtml(region.RenderEndTag());
    }
}
