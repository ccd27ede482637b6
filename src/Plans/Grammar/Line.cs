namespace Gongkai.Plans.Grammar;

/// <summary>One line of the folded text that is not empty.</summary>
/// <param name="Start">First character.</param>
/// <param name="End">Behind the last character.</param>
/// <param name="RightAligned">True for a line at the right edge, as signatures and dates are.</param>
/// <param name="Grid">The table that stands here instead of a line; null for a line.</param>
internal readonly record struct Line(int Start, int End, bool RightAligned = false, Grid? Grid = null)
{
    public int Length => End - Start;

    public ReadOnlySpan<char> Of(Script script) => script.Text.AsSpan(Start, Length);
}

/// <summary>A table as rows of cells, in folded offsets.</summary>
internal sealed record Grid(int Start, int End, IReadOnlyList<GridRow> Rows);

/// <summary>One row; a cell that is missing because another covers it does not appear.</summary>
internal sealed record GridRow(int Start, int End, IReadOnlyList<GridCell> Cells);

/// <summary>One cell with the first column it stands in, from 0.</summary>
internal readonly record struct GridCell(int Start, int End, int Column, int Columns = 1, int Rows = 1)
{
    public bool Empty => Start >= End;

    public int Length => End - Start;
}
