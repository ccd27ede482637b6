using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Gongkai.Ui.TagHelpers;

/// <summary>Short ways to build elements; every text is encoded.</summary>
internal static class Html
{
    /// <summary>An element that holds a text.</summary>
    public static TagBuilder Tag(string name, string? text, string? cssClass = null)
    {
        var tag = new TagBuilder(name);
        if (cssClass is not null) tag.AddCssClass(cssClass);
        if (text is not null) tag.InnerHtml.Append(text);
        return tag;
    }

    /// <summary>An element that holds others, in order.</summary>
    public static TagBuilder Holding(string name, string? cssClass, params IEnumerable<Microsoft.AspNetCore.Html.IHtmlContent?> parts)
    {
        var tag = Tag(name, null, cssClass);
        foreach (var part in parts)
        {
            if (part is not null) tag.InnerHtml.AppendHtml(part);
        }

        return tag;
    }

    /// <summary>The same element with an attribute more; a null value adds none.</summary>
    public static TagBuilder With(this TagBuilder tag, string attribute, string? value)
    {
        if (value is not null) tag.MergeAttribute(attribute, value, replaceExisting: true);
        return tag;
    }

    /// <summary>Adds to the classes the page itself gave.</summary>
    public static void AddClass(this TagHelperOutput output, string cssClass)
    {
        foreach (var one in cssClass.Split(' ', StringSplitOptions.RemoveEmptyEntries)) output.AddClass(one, HtmlEncoder.Default);
    }
}
