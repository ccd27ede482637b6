using Gongkai.Ui.Languages;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Gongkai.Ui.TagHelpers;

/// <summary>
/// Marks what stands on a page of any language as it was written, such as a title or the name of an organ: <c>&lt;h1 official-text&gt;@plan.Title&lt;/h1&gt;</c>.
/// A voice then reads it in its own language.
/// </summary>
[HtmlTargetElement("*", Attributes = Name)]
public sealed class OfficialTextTagHelper : TagHelper
{
    private const string Name = "official-text";

    /// <inheritdoc/>
    public override int Order => -100; // before a field hands what it was given on to its control

    /// <summary>Present: the text is official.</summary>
    [HtmlAttributeName(Name)]
    public bool IsOfficial { get; set; } = true;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (IsOfficial && PageLanguage.LangOfOfficial is { } lang) output.Attributes.SetAttribute("lang", lang);
    }
}
