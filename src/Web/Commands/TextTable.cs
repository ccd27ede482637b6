namespace Gongkai.Web.Commands;

/// <summary>A table for a terminal, in which a Chinese character is two columns wide.</summary>
internal static class TextTable
{
    /// <summary>Lays rows out in columns.</summary>
    /// <param name="rows">Cells; every row as many as the first.</param>
    public static IEnumerable<string> Lines(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        if (rows.Count == 0) yield break;
        var widths = Enumerable.Range(0, rows[0].Count).Select(column => rows.Max(row => Width(row[column]))).ToList();
        foreach (var row in rows)
            yield return ("  " + string.Join("  ", row.Select((cell, column) => cell + new string(' ', widths[column] - Width(cell))))).TrimEnd();
    }

    private static int Width(string text) => text.EnumerateRunes().Sum(rune => IsWide(rune.Value) ? 2 : 1);

    /// <summary>East Asian wide and full-width forms.</summary>
    private static bool IsWide(int rune) => rune is >= 0x1100 and <= 0x115F or >= 0x2E80 and <= 0xA4CF or >= 0xAC00 and <= 0xD7A3 or >= 0xF900 and <= 0xFAFF or >= 0xFE30 and <= 0xFE6F or >= 0xFF00 and <= 0xFF60 or >= 0xFFE0 and <= 0xFFE6 or >= 0x20000 and <= 0x3FFFD;
}
