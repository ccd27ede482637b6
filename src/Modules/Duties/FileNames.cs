using System.Globalization;
using System.Text;

namespace Gongkai.Duties;

/// <summary>Names of files that came from outside.</summary>
internal static class FileNames
{
    private const int Longest = 120;
    private const int LongestEnding = 10;

    /// <summary>
    /// The name without folder, without what a file system or a header could take for something else, and without marks that turn its
    /// letters round so that one ending looks like another; the ending is kept.
    /// </summary>
    /// <param name="name">Name as it came; null where none did.</param>
    /// <param name="otherwise">Name where nothing is left.</param>
    public static string Clean(string? name, string otherwise = "file")
    {
        var last = (name ?? "").Replace('\\', '/').Split('/')[^1];
        var clean = string.Concat(last.EnumerateRunes().Where(IsHarmless)).Trim(' ', '.');
        if (clean.Length == 0) return otherwise;
        if (clean.Length <= Longest) return clean;

        var dot = clean.LastIndexOf('.');
        var ending = dot > 0 && clean.Length - dot <= LongestEnding ? clean[dot..] : "";
        return Excerpt.Of(clean, Longest - ending.Length).TrimEnd('…') + ending;
    }

    private static bool IsHarmless(Rune letter) =>
        Rune.GetUnicodeCategory(letter) is not (UnicodeCategory.Control or UnicodeCategory.Format) && letter.Value is not ('<' or '>' or ':' or '"' or '|' or '?' or '*' or ';');
}
