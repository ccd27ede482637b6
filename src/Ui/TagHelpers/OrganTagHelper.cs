using Gongkai.Ui.Frame;
using Gongkai.Ui.Languages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Gongkai.Ui.TagHelpers;

/// <summary>The name of a body as it is called, with the way to its page: <c>&lt;organ name="@card.Name" href="@address" /&gt;</c>.</summary>
[HtmlTargetElement("organ", TagStructure = TagStructure.WithoutEndTag)]
public sealed class OrganTagHelper : TagHelper
{
    /// <summary>Its name.</summary>
    public required string Name { get; set; }

    /// <summary>Its page; null where there is none to go to.</summary>
    public string? Href { get; set; }

    /// <summary>The view it stands in.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = default!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var leads = !string.IsNullOrEmpty(Href);
        output.TagName = leads ? "a" : "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("organ");
        if (leads) output.Attributes.SetAttribute("href", SiteAddress.For(ViewContext.HttpContext.Request, Href!));
        if (PageLanguage.LangOf(Name) is { } lang) output.Attributes.SetAttribute("lang", lang);
        output.Content.SetContent(Name);
    }
}
