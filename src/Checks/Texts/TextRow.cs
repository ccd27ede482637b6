namespace Gongkai.Checks;

/// <summary>A line of a text, as a row of cells; a line without tabs is one cell.</summary>
/// <param name="text">The whole text.</param>
/// <param name="start">Offset of its first character.</param>
/// <param name="end">Offset of its line end.</param>
/// <param name="head">Column titles that speak for it; null for none.</param>
/// <param name="isTable">True where it has several cells.</param>
internal sealed class TextRow(ScannedText text, int start, int end, TableHead? head, bool isTable)
{
    private string? _name;

    public ScannedText Text { get; } = text;

    public int Start { get; } = start;

    public int End { get; } = end;

    public TableHead? Head { get; } = isTable ? head : null;

    public bool IsTable { get; } = isTable;

    /// <summary>The name in the column of names; empty where there is none.</summary>
    public string Name => _name ??= ReadName();

    public IEnumerable<TextCell> Cells()
    {
        var column = 0;
        for (var at = Start; at <= End; column++)
        {
            var next = at;
            while (next < End && Text[next] != '\t') next++;
            yield return new(this, at, next, column);
            at = next + 1;
        }
    }

    private string ReadName()
    {
        if (Head is not { NameColumn: >= 0 } named) return "";
        foreach (var cell in Cells())
            if (cell.Column == named.NameColumn) return cell.End - cell.Start <= 40 ? Text.Words(cell.Start, cell.End).Trim() : "";
        return "";
    }
}

/// <summary>A cell: where it stands and in which column, from 0.</summary>
internal readonly record struct TextCell(TextRow Row, int Start, int End, int Column)
{
    private const int LongestLabel = 16;

    public ScannedText Text => Row.Text;

    /// <summary>The title of its column; empty for none.</summary>
    public string Title => Row.Head?[Column] ?? "";

    /// <summary>
    /// What a value is called: the title of its column and the words before it in the same clause; where nothing stands before it,
    /// the cell to its left, unless that holds a value too.
    /// </summary>
    public string Label(int at)
    {
        var from = at;
        while (from > Start && at - from < LongestLabel && !",。;、!?".Contains(Text[from - 1])) from--;
        var before = Text.Words(from, at).Trim();
        if (before.Length > 0 || Title.Length > 0 || Start == Row.Start) return Title + before;

        var left = Start - 1;
        var first = left;
        while (first > Row.Start && left - first < LongestLabel && Text[first - 1] != '\t') first--;
        var cell = Text.Words(first, left).Trim();
        return cell.Any(char.IsAsciiDigit) ? "" : cell;
    }

    /// <summary>The words before a place, over cells and lines, at most so many.</summary>
    public string Before(int at, int most) => Text.Words(Math.Max(0, at - most), at);
}
