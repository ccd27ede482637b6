namespace Gongkai.Plans.Reading;

/// <summary>A cell on its way into a table.</summary>
internal readonly record struct DraftCell(string Text, int Column, int Columns, int Rows);

/// <summary>
/// Lays cells out on a grid as HTML does: each takes the next free columns of its row and may reach over columns and rows.
/// Claims of any size are accepted and cut down to the table that really is there.
/// </summary>
/// <param name="maxColumns">Columns kept; cells beyond are dropped and <see cref="Clipped"/> is set.</param>
internal sealed class TableDraft(int maxColumns)
{
    private readonly List<List<DraftCell>> _rows = [];
    private int[] _covered = [];
    private int _column;

    /// <summary>True when cells were dropped.</summary>
    public bool Clipped { get; private set; }

    /// <summary>Tells that cells were left out before they came here.</summary>
    public void Clip() => Clipped = true;

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
    /// <param name="text">Its text; line breaks become blanks, because a row is one line.</param>
    /// <param name="columns">Columns claimed; less than 1 counts as 1.</param>
    /// <param name="rows">Rows claimed; 0 or less reaches to the end of the table.</param>
    public void Add(string text, int columns = 1, int rows = 1)
    {
        while (_column < _covered.Length && _covered[_column] > 0) _column++;
        if (_column >= maxColumns)
        {
            Clipped = true;
            return;
        }

        columns = Math.Clamp(columns, 1, maxColumns - _column);
        rows = rows <= 0 ? int.MaxValue : rows;
        _rows[^1].Add(new(OneLine(text), _column, columns, rows));
        if (rows > 1) Cover(_column, columns, rows);
        _column += columns;
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
