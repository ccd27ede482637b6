using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Gongkai.Ui.TagHelpers;

/// <summary>Print, copy the address, read aloud: <c>&lt;page-tools /&gt;</c>. Appears with scripts only, for it can do nothing without.</summary>
[HtmlTargetElement("page-tools", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PageToolsTagHelper(IStringLocalizer<Words> words) : TagHelper
{
    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("page-tools");
        output.Attributes.SetAttribute("data-tools", "");
        output.Attributes.SetAttribute("hidden", "hidden");
        output.Content.AppendHtml(Html.Tag("span", null, "quiet").With("role", "status"));
        output.Content.AppendHtml(Tool("print", words["打印"]));
        output.Content.AppendHtml(Tool("copy", words["复制链接"]).With("data-done", words["已复制"]));
        output.Content.AppendHtml(Tool("read", words["朗读"]).With("data-stop", words["停止朗读"]).With("aria-pressed", "false"));
    }

    private static TagBuilder Tool(string name, string text) =>
        Html.Tag("button", text, "button button-small").With("type", "button").With("data-tool", name);
}
