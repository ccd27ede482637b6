using AngleSharp.Dom;
using Gongkai.Plans.Reading;

namespace Gongkai.Content.Importing;

/// <summary>A list item as Word writes it into HTML.</summary>
/// <param name="Label">Its number as shown; empty where the markup shows none.</param>
/// <param name="IsBullet">True where it bears a bullet.</param>
internal readonly record struct WordItem(string Label, bool IsBullet);

/// <summary>What Word and WPS put into the HTML that is copied out of them, in styles that no browser knows (mso-…).</summary>
internal static class WordMarkup
{
    private const string List = "mso-list:";
    private const string Ignore = "mso-list:ignore";
    private const string Bullets = "·•●■◆▪o§Øü\uF0B7\uF0A7\uF0D8\uF0FC\uF06C\uF06E\uF075-–";

    /// <summary>True for what Word only puts there for browsers that do not know its lists: it is read with the item.</summary>
    /// <param name="style">Style in lower case without blanks.</param>
    public static bool IsGenerated(string style) => style.Contains(Ignore, StringComparison.Ordinal);

    // Fonts in which letters are signs: l is a dot, n a square.
    private static bool IsOfSigns(string style) => style.Contains("font-family:wingdings", StringComparison.Ordinal) || style.Contains("font-family:symbol", StringComparison.Ordinal);

    /// <summary>The item that a paragraph is; null where it is none.</summary>
    /// <param name="paragraph">The paragraph.</param>
    /// <param name="style">Its style in lower case without blanks.</param>
    public static WordItem? ItemOf(IElement paragraph, string style)
    {
        if (!style.Contains(List, StringComparison.Ordinal) || style.Contains("mso-list:none", StringComparison.Ordinal)) return null;
        var label = paragraph.QuerySelectorAll("span").FirstOrDefault(span => IsGenerated(HtmlLooks.Style(span)))?.TextContent.Trim().Trim('\u00A0', ' ') ?? "";
        return new(label, label.Length == 1 && (Bullets.Contains(label[0], StringComparison.Ordinal) || paragraph.QuerySelectorAll("span").Any(span => IsOfSigns(HtmlLooks.Style(span)))));
    }
}
