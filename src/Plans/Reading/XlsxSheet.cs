using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Gongkai.Plans.Reading;

/// <summary>The shown cells of one sheet and its merged ranges, rows and columns counted from 0.</summary>
internal sealed class XlsxSheet
{
    private readonly List<(int Row, SortedDictionary<int, string> Cells)> _rows = [];
    private readonly Dictionary<(int Row, int Column), (int Rows, int Columns)> _merges = [];

    /// <summary>True when no cell shows anything.</summary>
    public bool IsEmpty => _rows.Count == 0;

    /// <summary>Rows and columns that hold something and are hidden.</summary>
    public int HiddenRows { get; private set; }

    /// <summary>Reads a sheet row by row, so that a large one does not stand in memory as a tree.</summary>
    public static XlsxSheet Read(WorksheetPart part, XlsxValues values)
    {
        var sheet = new XlsxSheet();
        var hiddenColumns = new List<(uint First, uint Last)>();
        using var reader = OpenXmlReader.Create(part);
        var row = -1;
        while (reader.Read())
        {
            if (!reader.IsStartElement) continue;
            if (reader.ElementType == typeof(Column) && reader.LoadCurrentElement() is Column { Hidden.Value: true, Min.Value: var min, Max.Value: var max }) hiddenColumns.Add((min - 1, max - 1));
            else if (reader.ElementType == typeof(Row)) row = sheet.ReadRow((Row)reader.LoadCurrentElement()!, row + 1, values, hiddenColumns);
            else if (reader.ElementType == typeof(MergeCell)) sheet.ReadMerge(((MergeCell)reader.LoadCurrentElement()!).Reference?.Value);
        }

        return sheet;
    }

    /// <summary>The sheet as a table: rows without any text are left out, gaps between cells are empty cells.</summary>
    public TableDraft Draft(int maxColumns)
    {
        var draft = new TableDraft(maxColumns);
        if (IsEmpty) return draft;
        var first = _rows.Min(row => row.Cells.Keys.First());
        var used = _rows.Max(row => row.Cells.Keys.Last()) - first + 1;
        if (used > maxColumns) draft.Clip();
        var width = Math.Min(maxColumns, used);
        var covered = new int[width];
        Array.Fill(covered, -1);
        for (var r = 0; r < _rows.Count; r++)
        {
            var (row, cells) = _rows[r];
            draft.StartRow();
            for (var column = 0; column < width; column++)
            {
                if (covered[column] >= row) continue;
                var (rows, columns) = _merges.GetValueOrDefault((row, first + column), (1, 1));
                columns = Math.Min(columns, width - column);
                if (rows > 1 || columns > 1) Array.Fill(covered, (int)Math.Min((long)row + rows - 1, int.MaxValue), column, columns);
                draft.Add(cells.GetValueOrDefault(first + column, ""), columns, ShownRows(r, rows));
            }
        }

        return draft;
    }

    private int ShownRows(int from, int rows)
    {
        var last = (long)_rows[from].Row + rows - 1;
        var shown = 1;
        while (from + shown < _rows.Count && _rows[from + shown].Row <= last) shown++;
        return shown;
    }

    private int ReadRow(Row row, int expected, XlsxValues values, List<(uint First, uint Last)> hiddenColumns)
    {
        var index = row.RowIndex?.Value is { } number and > 0 ? (int)Math.Min(number - 1, 1 << 20) : expected;
        var cells = new SortedDictionary<int, string>();
        var column = -1;
        foreach (var cell in row.Elements<Cell>())
        {
            column = cell.CellReference?.Value is { } reference ? ColumnOf(reference) : column + 1;
            var text = values.Text(cell);
            if (text.Length == 0) continue;
            if (hiddenColumns.Exists(range => column >= range.First && column <= range.Last))
            {
                HiddenRows++;
                continue;
            }

            cells[column] = text;
        }

        if (cells.Count == 0) return index;
        if (row.Hidden?.Value == true) HiddenRows++;
        else _rows.Add((index, cells));
        return index;
    }

    private void ReadMerge(string? reference)
    {
        if (reference?.Split(':') is not [var from, var to]) return;
        int top = RowOf(from), left = ColumnOf(from), bottom = RowOf(to), right = ColumnOf(to);
        if (top >= 0 && bottom >= top && right >= left) _merges[(top, left)] = (bottom - top + 1, right - left + 1);
    }

    // "AB12" → 27; a reference without letters counts as the first column.
    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var c in reference)
        {
            if (!char.IsAsciiLetter(c) || column > 20_000) break;
            column = column * 26 + (char.ToUpperInvariant(c) - 'A' + 1);
        }

        return Math.Max(0, column - 1);
    }

    private static int RowOf(string reference) =>
        int.TryParse(reference.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz$"), System.Globalization.NumberStyles.None, null, out var row) ? row - 1 : -1;
}
