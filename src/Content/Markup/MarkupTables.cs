using System.Text;
using Gongkai.Content.Blocks;

namespace Gongkai.Content.Markup;

/// <summary>Reads rows of a table: <c>|cell|cell|</c>, with <c>&lt;</c> for a cell that belongs to the one before it and <c>^</c> for one that belongs to the one above.</summary>
internal static class MarkupTables
{
    /// <summary>Reads rows.</summary>
    /// <param name="lines">Lines that begin with a bar, at least one.</param>
    public static Table Read(IReadOnlyList<string> lines)
    {
        var grid = lines.Select(Cells).ToList();
        var rows = new List<TableRow>(grid.Count);
        var open = new Dictionary<int, (int Row, int Cell, int Columns)>(); // by column: the cell that reaches down so far
        for (var r = 0; r < grid.Count; r++)
        {
            var cells = new List<TableCell>();
            for (var c = 0; c < Math.Min(grid[r].Count, Table.MostColumns);)
            {
                if (Is(grid[r][c], MarkupSigns.Up) && open.TryGetValue(c, out var above) && Covers(grid[r], c, above.Columns))
                {
                    var cell = Cell(above, rows, cells, r);
                    Put(above, cell with { Rows = r - above.Row + 1 }, rows);
                    c += above.Columns;
                    continue;
                }
                var columns = 1;
                while (c + columns < grid[r].Count && Is(grid[r][c + columns], MarkupSigns.Left)) columns++;
                Close(open, c, columns);
                open[c] = (r, cells.Count, columns);
                cells.Add(Of(grid[r][c], columns));
                c += columns;
            }
            rows.Add(new(cells));
        }
        return new(rows);
    }

    private static TableCell Cell((int Row, int Cell, int Columns) at, List<TableRow> rows, List<TableCell> present, int row) => at.Row == row ? present[at.Cell] : rows[at.Row].Cells[at.Cell];

    private static void Put((int Row, int Cell, int Columns) at, TableCell cell, List<TableRow> rows) => ((List<TableCell>)rows[at.Row].Cells)[at.Cell] = cell;

    private static bool Is(string cell, char sign) => cell.Length == 1 && cell[0] == sign;

    private static bool Covers(List<string> row, int column, int columns)
    {
        for (var i = 0; i < columns; i++) if (column + i >= row.Count || !Is(row[column + i], MarkupSigns.Up)) return false;
        return true;
    }

    private static void Close(Dictionary<int, (int Row, int Cell, int Columns)> open, int column, int columns)
    {
        foreach (var begin in open.Where(pair => pair.Key < column + columns && pair.Key + pair.Value.Columns > column).Select(pair => pair.Key).ToList()) open.Remove(begin);
    }

    private static TableCell Of(string written, int columns)
    {
        var isHeading = written.Length > 0 && written[0] == MarkupSigns.HeadingCell;
        var text = new StringBuilder();
        for (var i = isHeading ? 1 : 0; i < written.Length; i++)
        {
            if (written[i] == MarkupSigns.Escape && i + 1 < written.Length) i++;
            else if (written[i] == MarkupSigns.Break)
            {
                text.Append('\n');
                continue;
            }
            text.Append(written[i]);
        }
        return new(text.ToString().Trim(' ', '\t', '　'), columns, 1, isHeading);
    }

    /// <summary>The cells as written, without the bars between them.</summary>
    private static List<string> Cells(string line)
    {
        var row = line.TrimEnd();
        var cells = new List<string>();
        var start = 1;
        for (var i = 1; i < row.Length; i++)
        {
            if (row[i] == MarkupSigns.Escape) i++;
            else if (row[i] == MarkupSigns.Cell)
            {
                cells.Add(row[start..i].Trim(' ', '\t'));
                start = i + 1;
            }
        }
        if (start < row.Length) cells.Add(row[start..].Trim(' ', '\t'));
        return cells;
    }
}
