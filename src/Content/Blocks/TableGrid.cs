namespace Gongkai.Content.Blocks;

/// <summary>A place in a row of a table.</summary>
/// <param name="Column">Its first column, from 0.</param>
/// <param name="Columns">Number of columns.</param>
/// <param name="Cell">The cell that begins here; null where one from a row above reaches down.</param>
internal readonly record struct GridPlace(int Column, int Columns, TableCell? Cell);

/// <summary>Lays the cells of a table out, so that every place of every row is named.</summary>
internal static class TableGrid
{
    /// <summary>The rows, each with its places from left to right.</summary>
    /// <param name="table">A table in normal form.</param>
    public static IEnumerable<IReadOnlyList<GridPlace>> Rows(Table table)
    {
        var covered = new Dictionary<int, (int Rows, int Columns)>(); // by first column: rows below that a cell above still takes
        foreach (var row in table.Rows)
        {
            var (places, column, next) = (new List<GridPlace>(), 0, 0);
            while (next < row.Cells.Count || covered.Any(pair => pair.Key >= column && pair.Value.Rows > 0))
            {
                if (covered.TryGetValue(column, out var above) && above.Rows > 0)
                {
                    covered[column] = above with { Rows = above.Rows - 1 };
                    places.Add(new(column, above.Columns, null));
                    column += above.Columns;
                    continue;
                }
                var cell = next < row.Cells.Count ? row.Cells[next++] : new TableCell("");
                covered[column] = (cell.Rows - 1, cell.Columns);
                places.Add(new(column, cell.Columns, cell));
                column += cell.Columns;
            }
            yield return places;
        }
    }
}
