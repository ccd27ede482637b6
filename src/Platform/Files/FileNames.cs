using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Gongkai.Platform.Files;

/// <summary>Names of files that came from outside.</summary>
public static partial class FileNames
{
    private const int Longest = 120;
    private const int LongestEnding = 10;

    /// <summary>
    /// The name without folder, without what a file system or a header could take for something else, and without marks that turn its
    /// letters round so that one ending looks like another; the ending is kept. A name that some system keeps for a device gets an underscore.
    /// </summary>
    /// <param name="name">Name as it came; null where none did.</param>
    /// <param name="otherwise">Name where nothing is left.</param>
    public static string Clean(string? name, string otherwise = "file")
    {
        var last = (name ?? "").Replace('\\', '/').Split('/')[^1];
        var clean = string.Concat(last.EnumerateRunes().Where(IsHarmless)).Trim(' ', '.');
        if (clean.Length == 0) return otherwise;
        if (Device().IsMatch(clean)) clean = "_" + clean;
        if (clean.Length <= Longest) return clean;

        var dot = clean.LastIndexOf('.');
        var ending = dot > 0 && clean.Length - dot <= LongestEnding ? clean[dot..] : "";
        var end = Longest - ending.Length;
        return clean[..(char.IsHighSurrogate(clean[end - 1]) ? end - 1 : end)] + ending;
    }

    private static bool IsHarmless(Rune letter) =>
        Rune.GetUnicodeCategory(letter) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
        && letter.Value is not ('<' or '>' or ':' or '"' or '|' or '?' or '*' or ';');

    [GeneratedRegex(@"^(CON|PRN|AUX|NUL|COM[0-9]|LPT[0-9])(\.|$)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Device();
}
