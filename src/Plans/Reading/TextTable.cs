using Gongkai.Plans.Blocks;

namespace Gongkai.Plans.Reading;

/// <summary>
/// A table written into a plain text: lines with two bars or more, or two neighbouring lines or more with two tabs or more.
/// Rows keep the cells they have; a row that is one short or shifted stays so, because guessing is the grammar's part.
/// </summary>
internal static class TextTable
{
    /// <summary>Reads the table that begins on a line.</summary>
    /// <returns>Null when none begins there.</returns>
    public static Table? Read(string text, TextSpan first)
    {
        if (Divider(text, first) is not { } divider) return null;
        var rows = new List<TableRow>();
        var lines = 0;
        var end = first.Start;
        for (var line = first; line.Length > 0 && Divider(text, line) == divider; line = PlainTextReader.NextLine(text, line.End + 1))
        {
            lines++;
            end = line.End;
            var row = ReadRow(text, line, divider);
            if (rows.Count == 0 || !IsRule(text, row)) rows.Add(row);
        }

        return divider == '|' || lines > 1 ? new(TextSpan.Between(first.Start, end), rows) : null;
    }

    private static char? Divider(string text, TextSpan line)
    {
        var content = text.AsSpan(line.Start, line.Length);
        if (content.Count('|') >= 2) return '|';
        return content.Trim().Count('\t') >= 2 ? '\t' : null;
    }

    private static TableRow ReadRow(string text, TextSpan line, char divider)
    {
        var cells = new List<TableCell>();
        var start = line.Start;
        while (true)
        {
            var at = text.IndexOf(divider, start, line.End - start);
            var end = at < 0 ? line.End : at;
            cells.Add(new(Trim(text, start, end), cells.Count));
            if (at < 0) break;
            start = at + 1;
        }

        // A bar at either edge of the line is its frame and divides nothing.
        if (divider == '|' && cells.Count > 1 && cells[^1].Span.Length == 0) cells.RemoveAt(cells.Count - 1);
        if (divider == '|' && cells.Count > 1 && cells[0].Span.Length == 0 && text[FirstInk(text, line)] == '|')
        {
            cells.RemoveAt(0);
            for (var i = 0; i < cells.Count; i++) cells[i] = cells[i] with { Column = i };
        }

        return new(line, cells);
    }

    // The line under a Markdown header (|---|:--:|) says nothing.
    private static bool IsRule(string text, TableRow row)
    {
        foreach (var cell in row.Cells)
        {
            var content = text.AsSpan(cell.Span.Start, cell.Span.Length);
            if (content.Length < 2 || content.ContainsAnyExcept(":-—─ ")) return false;
        }

        return true;
    }

    private static int FirstInk(string text, TextSpan line)
    {
        var at = line.Start;
        while (at < line.End - 1 && char.IsWhiteSpace(text[at])) at++;
        return at;
    }

    private static TextSpan Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return TextSpan.Between(start, end);
    }
}
