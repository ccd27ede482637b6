using Gongkai.Content.Blocks;
using Gongkai.Plans.Writing;
using Word = DocumentFormat.OpenXml.Wordprocessing;

namespace Gongkai.Content.Writing;

/// <summary>Writes a table into a Word document.</summary>
internal static class DocxGrid
{
    /// <summary>Characters of a cell that count for the width of its column; longer ones break their lines.</summary>
    private const int WidestCell = 24;

    private const int NarrowestCell = 3;

    /// <summary>Characters of a row from which it may break over pages.</summary>
    private const int LongRow = 400;

    /// <summary>The table.</summary>
    public static Word.Table Of(Table table)
    {
        var rows = TableGrid.Rows(table).ToList();
        var widths = Widths(rows);
        var drawn = LetterTables.Frame(widths);
        var isHead = true;
        for (var r = 0; r < rows.Count; r++)
        {
            isHead &= rows[r].All(place => place.Cell is not { IsHeading: false }) && r + 1 < rows.Count;
            var properties = new Word.TableRowProperties();
            if (table.Rows[r].Cells.Sum(cell => cell.Text.Length) < LongRow) properties.Append(new Word.CantSplit());
            if (isHead) properties.Append(new Word.TableHeader());
            drawn.Append(new Word.TableRow([properties, .. rows[r].Select(place => Cell(place, widths))]));
        }
        return drawn;
    }

    private static Word.TableCell Cell(GridPlace place, int[] widths)
    {
        var width = widths.AsSpan(place.Column, place.Columns).ToArray().Sum();
        if (place.Cell is not { } cell) return LetterTables.Cell([""], width, centred: false, isHeading: false, place.Columns, Word.MergedCellValues.Continue);
        var isFigure = cell.Text.Length is > 0 and <= WidestCell && cell.Text.All(sign => char.IsAsciiDigit(sign) || ".,%-+".Contains(sign, StringComparison.Ordinal));
        return LetterTables.Cell(cell.Text.Split('\n'), width, cell.IsHeading || isFigure, cell.IsHeading, cell.Columns, cell.Rows > 1 ? Word.MergedCellValues.Restart : null);
    }

    /// <summary>Shares of the line by what the columns hold; together the width of the text.</summary>
    private static int[] Widths(List<IReadOnlyList<GridPlace>> rows)
    {
        var shares = new int[rows.Max(row => row.Count == 0 ? 0 : row[^1].Column + row[^1].Columns)];
        Array.Fill(shares, NarrowestCell);
        foreach (var place in rows.SelectMany(row => row))
        {
            if (place is not { Cell: { } cell, Columns: 1 }) continue;
            shares[place.Column] = Math.Max(shares[place.Column], Math.Min(WidestCell, cell.Text.Split('\n').Max(line => line.Length)));
        }
        var all = shares.Sum();
        return [.. shares.Select(share => Math.Max(1, LetterPage.TextWidth * share / all))];
    }
}
