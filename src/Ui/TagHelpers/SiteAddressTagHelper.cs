using System.Text.Encodings.Web;
using Gongkai.Ui.Frame;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Gongkai.Ui.TagHelpers;

/// <summary>Puts the path under which the site stands before every address of the site that a page leads or sends to.</summary>
[HtmlTargetElement("a", Attributes = "href")]
[HtmlTargetElement("form", Attributes = "action")]
[HtmlTargetElement("button", Attributes = "formaction")]
public sealed class SiteAddressTagHelper : TagHelper
{
    private static readonly string[] Leading = ["href", "action", "formaction"];

    /// <summary>Before all others: what they make of an address is complete.</summary>
    public override int Order => int.MinValue;

    /// <summary>The view it stands in.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = default!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var request = ViewContext.HttpContext.Request;
        if (!request.PathBase.HasValue) return;

        foreach (var name in Leading)
            if (output.Attributes.TryGetAttribute(name, out var given) && Encoded(given.Value) is { } address && SiteAddress.IsOfSite(address))
                output.Attributes.SetAttribute(new TagHelperAttribute(name, new HtmlString(SiteAddress.For(request, address)), given.ValueStyle));
    }

    private static string? Encoded(object? value)
    {
        if (value is not IHtmlContent content) return value?.ToString() is { } text ? HtmlEncoder.Default.Encode(text) : null;
        using var written = new StringWriter();
        content.WriteTo(written, HtmlEncoder.Default);
        return written.ToString();
    }
}
