using System.Globalization;
using AngleSharp.Dom;

namespace Gongkai.Plans.Reading;

/// <summary>What the attributes of elements say about how a page looks.</summary>
public static class HtmlLooks
{
    /// <summary>The element's own style, in lower case without blanks; empty for none.</summary>
    public static string Style(IElement element) =>
        element.GetAttribute("style") is { Length: > 0 } style ? style.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant() : "";

    /// <summary>True for furniture of a page and for what nobody sees.</summary>
    /// <param name="element">The element.</param>
    /// <param name="name">Its name.</param>
    /// <param name="style">Its <see cref="Style"/>.</param>
    /// <param name="inArticle">True within the text proper, where a footer is the text's own.</param>
    public static bool IsLeftOut(IElement element, string name, string style, bool inArticle)
    {
        if (name is "aside" or "footer" && inArticle) return false;
        return HtmlTags.Furniture.Contains(name)
            || element.HasAttribute("hidden")
            || style.Contains("display:none", StringComparison.Ordinal)
            || style.Contains("visibility:hidden", StringComparison.Ordinal);
    }

    /// <summary>Level of a heading element, 1 to 6; for other elements the level around them.</summary>
    public static int Level(string name, int outer) => name.Length == 2 && name[0] == 'h' && name[1] is >= '1' and <= '6' ? name[1] - '0' : outer;

    /// <summary>The setting with the place on the line that an element gives it.</summary>
    public static Setting Align(Setting setting, IElement element, string name, string style)
    {
        var align = element.GetAttribute("align")?.Trim().ToLowerInvariant();
        const string property = "text-align:";
        var at = style.IndexOf(property, StringComparison.Ordinal);
        if (at >= 0) align = style[(at + property.Length)..].Split(';', '!')[0];
        if (name == "center") align = "center";
        return align switch
        {
            null => setting,
            "center" or "middle" => setting with { Centred = true, Right = false },
            "right" or "end" => setting with { Right = true, Centred = false },
            _ => setting with { Right = false, Centred = false },
        };
    }

    /// <summary>True where a line break of the markup between two characters divides no words: in the middle of Chinese text it is the editor's, not the author's.</summary>
    public static bool IsOneWord(char before, char after) => IsWide(before) && IsWide(after);

    /// <summary>A number in an attribute, -1 or more; null for none. Claims too large are claims all the same.</summary>
    public static int? Number(IElement element, string attribute) =>
        long.TryParse(element.GetAttribute(attribute), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? (int)Math.Clamp(number, -1, int.MaxValue) : null;

    private static bool IsWide(char c) => c is >= '\u2E80' and <= '\uFFEF' or >= '\u2018' and <= '\u201D' or '—' or '…';
}
