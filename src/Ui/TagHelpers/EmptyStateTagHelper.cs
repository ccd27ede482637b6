using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Gongkai.Ui.TagHelpers;

/// <summary>Says what would stand here and who brings it: <c>&lt;empty-state title="还没有资料"&gt;由办公室上传后显示。&lt;/empty-state&gt;</c>.</summary>
[HtmlTargetElement("empty-state")]
public sealed class EmptyStateTagHelper : TagHelper
{
    /// <summary>What is missing, in a few words.</summary>
    public required string Title { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.AddClass("empty");
        output.PreContent.AppendHtml(Html.Tag("p", Title, "empty-title"));
    }
}
