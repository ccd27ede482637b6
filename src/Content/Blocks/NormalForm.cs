using Gongkai.Plans.Reading;

namespace Gongkai.Content.Blocks;

/// <summary>The one form in which a text is kept: what says nothing is gone, and what is written in any form is read back as it was.</summary>
internal static class NormalForm
{
    private const int DigestLength = 64;

    /// <summary>The block in its normal form; null where it says nothing.</summary>
    public static Block? Of(Block block) => block switch
    {
        Heading heading => Of(heading.Runs) is { Count: > 0 } runs ? new Heading(Math.Clamp(heading.Level, 1, Heading.Deepest), runs) : null,
        Paragraph paragraph => Of(paragraph.Runs) is { Count: > 0 } runs ? paragraph with { Runs = runs, Side = paragraph.Side is Side.Centre or Side.End ? paragraph.Side : Side.Start } : null,
        ItemList list => list.Items.Select(Of).Where(item => item.Count > 0).ToList() is { Count: > 0 } items ? list with { Items = items } : null,
        Table table => Of(table),
        Picture picture => IsDigest(picture.File) ? new Picture(picture.File, RunLine.Plain(picture.Alt), RunLine.Plain(picture.Caption) is { Length: > 0 } caption ? caption : null) : null,
        _ => null,
    };

    /// <summary>True for the digest of a file: SHA-256 in lower-case hex.</summary>
    public static bool IsDigest(ReadOnlySpan<char> text)
    {
        foreach (var sign in text) if (!char.IsAsciiHexDigitLower(sign)) return false;
        return text.Length == DigestLength;
    }

    /// <summary>The table that a draft makes; null where it says nothing.</summary>
    public static Table? Of(TableDraft draft)
    {
        var rows = new List<TableRow>();
        var covered = new Dictionary<int, int>(); // by column: rows from here on that a cell above still covers
        foreach (var drafted in draft.Finish())
        {
            var wasCovered = covered.Values.Any(left => left > 0);
            var cells = Laid(drafted, covered);
            if (cells.Count > 0 || wasCovered) rows.Add(new(cells));
        }
        return rows.Exists(row => row.Cells.Count > 0) ? new(rows) : null;
    }

    private static List<TableCell> Laid(IReadOnlyList<DraftCell> drafted, Dictionary<int, int> covered)
    {
        var cells = new List<TableCell>(drafted.Count);
        var column = 0;
        foreach (var cell in drafted)
        {
            Fill(cell.Column);
            cells.Add(new(Lines(cell.Text), cell.Columns, cell.Rows, cell.IsHeading));
            for (var i = 0; cell.Rows > 1 && i < cell.Columns; i++) covered[column + i] = cell.Rows - 1;
            column += cell.Columns;
        }
        Fill(covered.Where(pair => pair.Value > 0).Select(pair => pair.Key + 1).DefaultIfEmpty(0).Max());
        return cells;

        // A place that no cell takes, before one that a cell takes, holds an empty one.
        void Fill(int end)
        {
            for (; column < end; column++)
            {
                if (covered.GetValueOrDefault(column) is > 0 and var left) covered[column] = left - 1;
                else cells.Add(new(""));
            }
        }
    }

    private static Table? Of(Table table)
    {
        var draft = new TableDraft(Table.MostColumns, keepsLines: true);
        foreach (var row in table.Rows)
        {
            draft.StartRow();
            foreach (var cell in row.Cells) draft.Add(cell.Text, cell.Columns, Math.Max(1, cell.Rows), cell.IsHeading);
        }
        return Of(draft);
    }

    private static string Lines(string text) =>
        text.Contains('\n', StringComparison.Ordinal) ? string.Join('\n', text.Split('\n').Select(RunLine.Plain).Where(line => line.Length > 0)) : RunLine.Plain(text);

    private static IReadOnlyList<Run> Of(IReadOnlyList<Run> runs)
    {
        var line = new RunLine();
        foreach (var run in runs) line.Append(run.Text, run.Style, run.Link);
        return line.Take();
    }
}
