using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Gongkai.Ui.TagHelpers;

/// <summary>Short ways to build elements; every text is encoded.</summary>
internal static class Html
{
    private static readonly object NumberKey = new();

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

    /// <summary>An id no other element of this answer has, the same each time the page is made; a tag in a loop gets one each time round.</summary>
    public static string NextId(this ViewContext view, string prefix)
    {
        var items = view.HttpContext.Items;
        var number = items.TryGetValue(NumberKey, out var last) ? (int)last! + 1 : 1;
        items[NumberKey] = number;
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}-{number}");
    }

    /// <summary>Adds to the classes the page itself gave.</summary>
    public static void AddClass(this TagHelperOutput output, string cssClass)
    {
        foreach (var one in cssClass.Split(' ', StringSplitOptions.RemoveEmptyEntries)) output.AddClass(one, HtmlEncoder.Default);
    }
}
