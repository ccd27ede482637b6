namespace Gongkai.Plans.Grammar.Tables;

/// <summary>Reads the rows of one breakdown table into passages.</summary>
internal sealed class TableRows(Script script, int? year, Assignments assignments)
{
    private readonly CellForms _forms = new(script, year);
    private readonly AssignmentReader _reader = new(script);
    private readonly DutyReader _duties = new(script);
    /// <summary>Tables with headings but without any filled row, with their number of columns.</summary>
    public List<(Grid Grid, int Columns)> Emptied { get; } = [];

    /// <summary>Rows that have fewer cells than the heading, with the number of cells that are missing.</summary>
    public List<((int Start, int End, int Number) Row, int Missing)> ShortRows { get; } = [];

    private Column[] _columns = [];
    private int _text = -1;

    /// <summary>The rows of a table in order; the columns of a former table hold on where a table has no heading of its own.</summary>
    public List<Passage> Read(Grid grid, Node under)
    {
        var found = new List<Passage>();
        var rows = Spread(grid);
        var from = Header(rows);
        if (_columns.Length == 0 && !Guess(rows)) return found;
        ChooseText(rows, from);
        if (_text < 0) return found;
        var path = new List<(Mark Mark, (int Start, int End) Span)>();
        var groups = new (int Start, int End)[_columns.Length];
        List<Assignment> above = [];
        List<(int Start, int End)> limitsAbove = [];
        var headed = from > 0 ? rows[from - 1].Cells.Count : 0;
        for (var r = from; r < rows.Count; r++)
        {
            var cells = rows[r].Cells.Where(c => !c.Empty).DistinctBy(c => (c.Start, c.End)).ToList();
            if (cells.Count == 0 || IsHeaderRow(rows[r])) continue;
            if (cells.Count == 1 && (_columns.Length > 1 || cells[0].Columns > 1) && IsSection(cells[0]))
            {
                Section(path, cells[0]);
                Array.Clear(groups);
                continue;
            }

            if (rows[r].Cells.Count is > 1 and var count && count < headed && grid.Rows[r].Cells.Count == count && r == rows.Count - 1) ShortRows.Add(((rows[r].Start, rows[r].End, r - from + 1), headed - count));
            var row = Align(rows[r]);
            if (found.Count > 0 && SameTask(row, grid.Rows[r], found[^1]))
            {
                AddTo(found[^1], row);
                continue;
            }

            if (Passage(row, under, path, groups) is not { } passage) continue;
            if (passage.Assignments.Count == 0 && above.Count > 0 && !HasUnitCell(row) && assignments.Within(passage.Start, passage.End).Count == 0)
            {
                passage.Assignments.AddRange(above);
                passage.Doubts.Add(DoubtCodes.UnitFromRowAbove);
            }

            if (passage.LimitCells.Count == 0 && limitsAbove.Count > 0 && !row.Exists(c => _columns[Math.Min(c.Column, _columns.Length - 1)] == Column.Limit))
                passage.LimitCells.AddRange(limitsAbove);
            above = passage.Assignments.ToList();
            limitsAbove = passage.LimitCells.ToList();
            found.Add(passage);
        }

        if (found.Count == 0 && from > 0 && rows.Count - from > 1) Emptied.Add((grid, _columns.Length));
        return found;
    }

    // ---- headings

    private int Header(List<GridRow> rows)
    {
        for (var r = 0; r < Math.Min(rows.Count, 6); r++)
        {
            if (!IsHeaderRow(rows[r])) continue;
            var width = rows[r].Cells.Max(c => c.Column + c.Columns);
            foreach (var row in rows) foreach (var cell in row.Cells) width = Math.Max(width, cell.Column + 1);
            _columns = new Column[Math.Min(width, 40)];
            foreach (var cell in rows[r].Cells)
                for (var c = cell.Column; c < Math.Min(cell.Column + cell.Columns, _columns.Length); c++)
                    _columns[c] = Columns.Of(script.Text.AsSpan(cell.Start, cell.Length));
            return r + 1;
        }

        return 0;
    }

    private bool IsHeaderRow(GridRow row)
    {
        var kinds = row.Cells.Where(c => !c.Empty).Select(c => Columns.Of(script.Text.AsSpan(c.Start, c.Length))).ToList();
        return kinds.Count >= 2 && kinds.Count(k => k == Column.Other) * 4 <= kinds.Count && Columns.IsHeader(kinds);
    }

    /// <summary>Columns by what their cells look like, for a table without headings.</summary>
    private bool Guess(List<GridRow> rows)
    {
        var width = rows.Count == 0 ? 0 : rows.Max(r => r.Cells.Count == 0 ? 0 : r.Cells.Max(c => c.Column + 1));
        if (width is < 2 or > 12) return false;
        var columns = new Column[width];
        for (var c = 0; c < width; c++)
        {
            var cells = rows.Take(40).SelectMany(r => r.Cells).Where(x => x.Column == c && !x.Empty).ToList();
            if (cells.Count == 0) continue;
            bool Most(Func<GridCell, bool> which) => cells.Count(which) * 10 >= cells.Count * 6;
            columns[c] = Most(x => _forms.IsIndex(x.Start, x.End)) ? Column.Index : Most(x => _forms.IsUnits(x.Start, x.End)) ? Column.Responsible : Most(x => _forms.IsLimit(x.Start, x.End)) ? Column.Limit : Column.Text;
        }

        if (!columns.Contains(Column.Responsible) || !columns.Contains(Column.Text)) return false;
        _columns = columns;
        return true;
    }

    /// <summary>Of several text columns the fullest holds the tasks; those before it are groups.</summary>
    private void ChooseText(List<GridRow> rows, int from)
    {
        var lengths = new long[_columns.Length];
        foreach (var row in rows.Skip(from).Take(200).Where(r => r.Cells.Count(c => !c.Empty) > 1))
            foreach (var cell in Align(row))
                if (cell.Column < lengths.Length && _columns[cell.Column] is Column.Text or Column.Other) lengths[cell.Column] += cell.Length;
        // a column behind the units tells how, not what, unless it is much the fuller
        var units = Array.FindIndex(_columns, c => Columns.Role(c) is not null);
        _text = -1;
        for (var c = 0; c < lengths.Length; c++)
            if (_columns[c] is Column.Text && (_text < 0 || lengths[c] > lengths[_text] * (units >= 0 && c > units && _text < units ? 2 : 1))) _text = c;
    }

    // ---- rows

    /// <summary>Rows with the cells that cover several rows put into each of them.</summary>
    private static List<GridRow> Spread(Grid grid)
    {
        if (!grid.Rows.Any(r => r.Cells.Any(c => c.Rows > 1))) return [.. grid.Rows];
        var open = new List<(GridCell Cell, int Left)>();
        var rows = new List<GridRow>(grid.Rows.Count);
        foreach (var row in grid.Rows)
        {
            var cells = row.Cells.ToList();
            foreach (var (cell, _) in open)
                if (!cells.Exists(c => c.Column == cell.Column)) cells.Add(cell);
            open = [.. open.Select(o => (o.Cell, o.Left - 1)).Where(o => o.Item2 > 0), .. row.Cells.Where(c => c.Rows > 1).Select(c => (c, c.Rows - 1))];
            rows.Add(row with { Cells = [.. cells.OrderBy(c => c.Column)] });
        }

        return rows;
    }

    /// <summary>The row's cells in the columns they fit best: a merged cell that the text left out shifts the rest to the left.</summary>
    private List<GridCell> Align(GridRow row)
    {
        var cells = row.Cells.Where(c => !c.Empty).ToList();
        if (cells.Count == 0 || cells.TrueForAll(c => c.Column < _columns.Length && _forms.Fit(c, _columns[c.Column]) > 0)) return cells;
        var room = _columns.Length - 1 - cells[^1].Column;
        var (best, score) = (0, Score(cells, 0));
        for (var shift = 1; shift <= Math.Min(room, 3); shift++)
            if (Score(cells, shift) is var other && other > score + 1) (best, score) = (shift, other);
        return best == 0 ? cells : cells.ConvertAll(c => c with { Column = c.Column + best });
    }

    private int Score(List<GridCell> cells, int shift)
    {
        var sum = 0;
        foreach (var cell in cells)
            if (cell.Column + shift < _columns.Length) sum += _forms.Fit(cell, _columns[cell.Column + shift]);
        return sum;
    }

    private bool HasUnitCell(List<GridCell> row) => row.Exists(c => c.Column < _columns.Length && Columns.Role(_columns[c.Column]) is not null);

    private Passage? Passage(List<GridCell> row, Node under, List<(Mark Mark, (int Start, int End) Span)> path, (int Start, int End)[] groups)
    {
        var task = row.Find(c => c.Column == _text);
        foreach (var cell in row)
            if (cell.Column < _text && _columns[cell.Column] is Column.Text or Column.Other)
            {
                if (groups[cell.Column] != (cell.Start, cell.End)) Array.Clear(groups, cell.Column, groups.Length - cell.Column);
                groups[cell.Column] = (cell.Start, cell.End);
            }

        if (task.Empty)
        {
            // the row speaks only in its group column: that is what is to be done
            task = row.Find(c => c.Column < _text && _columns[c.Column] == Column.Text);
            if (task.Empty || !HasUnitCell(row)) return null;
        }

        var number = Numbering.Read(script.Text, task.Start, task.End);
        var start = number.Mark is Mark.Digit or Mark.DigitBracket or Mark.HalfBracket or Mark.Circled or Mark.Bullet && number.End < task.End ? number.End : task.Start;
        var index = row.Find(c => c.Column < _columns.Length && _columns[c.Column] == Column.Index);
        var end = task.End;
        var inside = HasUnitCell(row) ? [] : assignments.Within(start, end);
        if (inside.Count > 0 && inside[0].Start > start) end = inside[0].Start;
        var passage = new Passage { Start = start, End = end, Node = under, Row = true, Number = !index.Empty ? (index.Start, index.End) : start > task.Start ? (task.Start, number.End) : default };
        foreach (var (_, span) in path) passage.RowPath.Add(span);
        for (var c = 0; c < _text; c++)
            if (groups[c].End > groups[c].Start && (groups[c].Start, groups[c].End) != (task.Start, task.End)) passage.RowPath.Add(groups[c]);
        passage.Assignments.AddRange(inside);
        foreach (var cell in row)
        {
            if (cell.Column >= _columns.Length) continue;
            if (_columns[cell.Column] == Column.Limit) passage.LimitCells.Add((cell.Start, cell.End));
            else if (Columns.Role(_columns[cell.Column]) is { } role && (_duties.Read(cell.Start, cell.End, role) ?? _reader.ReadCell(cell.Start, cell.End, role)) is { } read)
                passage.Assignments.Add(read);
        }

        foreach (var assignment in passage.Assignments) passage.LimitCells.AddRange(assignment.Limits);
        return passage;
    }

    /// <summary>True where the task's cell goes on from the row above and only bodies or limits are new.</summary>
    private bool SameTask(List<GridCell> row, GridRow written, Passage above)
    {
        var task = row.Find(c => c.Column == _text);
        return !task.Empty && task.Start <= above.Start && task.End >= above.End && !written.Cells.Any(c => c.Column == _text);
    }

    private void AddTo(Passage passage, List<GridCell> row)
    {
        foreach (var cell in row)
        {
            if (cell.Column >= _columns.Length) continue;
            if (_columns[cell.Column] == Column.Limit && !passage.LimitCells.Contains((cell.Start, cell.End))) passage.LimitCells.Add((cell.Start, cell.End));
            else if (Columns.Role(_columns[cell.Column]) is { } role && !passage.Assignments.Exists(a => a.Start == cell.Start) && (_duties.Read(cell.Start, cell.End, role) ?? _reader.ReadCell(cell.Start, cell.End, role)) is { } read) passage.Assignments.Add(read);
        }
    }

    private bool IsSection(GridCell cell)
    {
        var mark = Numbering.Read(script.Text, cell.Start, cell.End).Mark;
        return mark is Mark.Han or Mark.HanBracket or Mark.Part || (cell.Length < 40 && !script.Text.AsSpan(cell.Start, cell.Length).TrimEnd('。').Contains('。'));
    }

    private void Section(List<(Mark Mark, (int Start, int End) Span)> path, GridCell cell)
    {
        var mark = Numbering.Read(script.Text, cell.Start, cell.End).Mark;
        var same = path.FindIndex(p => p.Mark >= mark || mark == Mark.None);
        if (same >= 0) path.RemoveRange(same, path.Count - same);
        path.Add((mark, (cell.Start, cell.End)));
    }
}
