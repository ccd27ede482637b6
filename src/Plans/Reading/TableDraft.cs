namespace Gongkai.Plans.Reading;

/// <summary>A cell on its way into a table.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Column">First column it covers, from 0.</param>
/// <param name="Columns">Number of columns it covers, 1 or more.</param>
/// <param name="Rows">Number of rows it covers, 1 or more.</param>
/// <param name="IsHeading">True where it heads its column or row.</param>
public readonly record struct DraftCell(string Text, int Column, int Columns, int Rows, bool IsHeading = false);

/// <summary>
/// Lays cells out on a grid as HTML does: each takes the next free columns of its row and may reach over columns and rows.
/// Claims of any size are accepted and cut down to the table that really is there.
/// </summary>
/// <param name="maxColumns">Columns kept; cells beyond are dropped and <see cref="Clipped"/> is set.</param>
/// <param name="keepsLines">True where the lines of a cell stay lines; otherwise a row is one line.</param>
public sealed class TableDraft(int maxColumns, bool keepsLines = false)
{
    private readonly List<List<DraftCell>> _rows = [];
    private int[] _covered = [];
    private int _column;

    /// <summary>Columns kept.</summary>
    public int MaxColumns => maxColumns;

    /// <summary>True when cells were dropped.</summary>
    public bool Clipped { get; private set; }

    /// <summary>Tells that cells were left out before they came here.</summary>
    public void Clip() => Clipped = true;

    /// <summary>Begins the next row.</summary>
    public void StartRow()
    {
        if (_rows.Count > 0)
        {
            for (var i = 0; i < _covered.Length; i++) if (_covered[i] > 0) _covered[i]--;
        }

        _rows.Add([]);
        _column = 0;
    }

    /// <summary>Leaves out columns up to one, so that the next cell begins there or further right.</summary>
    public void MoveTo(int column) => _column = Math.Clamp(column, _column, maxColumns);

    /// <summary>Adds a cell to the row last started.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="columns">Columns claimed; less than 1 counts as 1.</param>
    /// <param name="rows">Rows claimed; 0 or less reaches to the end of the table.</param>
    /// <param name="isHeading">True where it heads its column or row.</param>
    public void Add(string text, int columns = 1, int rows = 1, bool isHeading = false)
    {
        while (_column < _covered.Length && _covered[_column] > 0) _column++;
        if (_column >= maxColumns)
        {
            Clipped = true;
            return;
        }

        columns = Math.Clamp(columns, 1, Free());
        rows = rows <= 0 ? int.MaxValue : rows;
        _rows[^1].Add(new(keepsLines ? text : OneLine(text), _column, columns, rows, isHeading));
        if (rows > 1) Cover(_column, columns, rows);
        _column += columns;
    }

    /// <summary>Makes every cell of the first rows a heading.</summary>
    /// <param name="count">How many rows.</param>
    public void Head(int count)
    {
        foreach (var row in _rows.Take(count)) for (var c = 0; c < row.Count; c++) row[c] = row[c] with { IsHeading = true };
    }

    /// <summary>The rows with every extent cut to the table: a column where no cell begins is no column.</summary>
    public IReadOnlyList<IReadOnlyList<DraftCell>> Finish()
    {
        var width = _rows.SelectMany(row => row).Select(cell => cell.Column + 1).DefaultIfEmpty(0).Max();
        for (var r = 0; r < _rows.Count; r++)
        {
            var row = _rows[r];
            for (var c = 0; c < row.Count; c++)
            {
                var cell = row[c];
                row[c] = cell with { Columns = Math.Min(cell.Columns, width - cell.Column), Rows = Math.Min(cell.Rows, _rows.Count - r) };
            }
        }

        return _rows;
    }

    /// <summary>Columns from here on that no cell above covers: no place belongs to two cells.</summary>
    private int Free()
    {
        var end = _column + 1;
        while (end < _covered.Length && _covered[end] == 0) end++;
        return (end < _covered.Length ? end : maxColumns) - _column;
    }

    private void Cover(int from, int columns, int rows)
    {
        if (_covered.Length < from + columns) Array.Resize(ref _covered, Math.Min(maxColumns, Math.Max(from + columns, _covered.Length * 2)));
        Array.Fill(_covered, rows, from, columns);
    }

    internal static string OneLine(string text)
    {
        if (!text.Contains('\n', StringComparison.Ordinal)) return text.Trim();
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', lines);
    }
}
