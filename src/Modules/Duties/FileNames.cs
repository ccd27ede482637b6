namespace Gongkai.Duties;

/// <summary>File names that came from strangers, made fit to be offered to others.</summary>
internal static class FileNames
{
    private const int Longest = 120;

    /// <summary>The name without folders, control and direction characters and what file systems do not take; its ending is kept.</summary>
    /// <param name="name">Name as uploaded; null where none was given.</param>
    /// <param name="otherwise">Name to use where nothing is left.</param>
    public static string Clean(string? name, string otherwise)
    {
        var bare = (name ?? "")[((name ?? "").LastIndexOfAny(['/', '\\']) + 1)..];
        var kept = string.Concat(bare.EnumerateRunes().Where(rune => System.Text.Rune.GetUnicodeCategory(rune) is not (System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format)
            && !"\"*:<>?|;".Contains((char)Math.Min(rune.Value, char.MaxValue), StringComparison.Ordinal))).Trim(' ', '.', '\u3000');
        if (kept.Length == 0) return otherwise;
        if (kept.Length <= Longest) return kept;

        var dot = kept.LastIndexOf('.');
        var ending = dot > 0 && kept.Length - dot <= 10 ? kept[dot..] : "";
        return Excerpt.Of(kept, Longest - ending.Length).TrimEnd('…') + ending;
    }
}
