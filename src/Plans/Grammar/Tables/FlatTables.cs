namespace Gongkai.Plans.Grammar.Tables;

/// <summary>Finds tables that lost their frame, one cell to a line, and builds their rows again.</summary>
internal sealed class FlatTables(Script script, int? year)
{
    private readonly CellForms _forms = new(script, year);
    private int _end;

    /// <summary>The lines with every flattened table put back as a table.</summary>
    public List<Line> Rebuild(List<Line> lines)
    {
        var result = new List<Line>(lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            var header = HeaderAt(lines, i);
            if (header.Count >= 2 && Columns.IsHeader(header) && End(lines, i + header.Count) is var end && IsFlat(lines, i + header.Count, end))
            {
                var grid = Build(lines, i, header, end);
                result.Add(new(grid.Start, grid.End, Grid: grid));
                i = end - 1;
                continue;
            }

            result.Add(lines[i]);
        }

        return result;
    }

    private (int Start, int End) Cell(Line line)
    {
        var (start, end) = (line.Start, line.End);
        while (start < end && script.Text[start] == '|') start++;
        while (end > start && script.Text[end - 1] == '|') end--;
        return (start, end);
    }

    private List<Column> HeaderAt(List<Line> lines, int i)
    {
        var header = new List<Column>();
        for (; i < lines.Count && lines[i].Grid is null && header.Count < 9; i++)
        {
            var (start, end) = Cell(lines[i]);
            if (Numbering.Read(script.Text, start, end).Mark != Mark.None || end - start > 12) break;
            var kind = Columns.Of(script.Text.AsSpan(start, end - start));
            if (kind == Column.Other) break;
            header.Add(kind);
        }

        return header;
    }

    private int End(List<Line> lines, int i)
    {
        // every header before the end found last runs to the same end
        if (i < _end) return _end;
        while (i < lines.Count && lines[i].Grid is null && !BodyFinder.IsDate(lines[i].Of(script)) && !lines[i].Of(script).StartsWith("附件") && !lines[i].Of(script).StartsWith("注:") && !lines[i].Of(script).StartsWith("备注:")) i++;
        return _end = i;
    }

    /// <summary>Flat where lines of bare names or bare numbers come again and again; a narrative under a stray header is none.</summary>
    private bool IsFlat(List<Line> lines, int from, int to)
    {
        int units = 0, numbers = 0, limits = 0, seen = 0;
        for (var i = from; i < to && seen < 200; i++, seen++)
        {
            var (start, end) = Cell(lines[i]);
            if (start >= end) continue;
            if (_forms.IsIndex(start, end)) numbers++;
            else if (_forms.IsUnits(start, end)) units++;
            else if (_forms.IsLimit(start, end)) limits++;
        }

        var narrative = 0;
        for (var i = from; i < Math.Min(to, from + 200); i++)
            if (lines[i].Of(script).EndsWith("落实") || lines[i].Of(script).EndsWith("负责")) narrative++;
        return seen >= 2 && (numbers + units + limits) * 4 >= seen && (numbers >= 1 || limits > 0 || narrative * 2 < units);
    }

    private Grid Build(List<Line> lines, int at, List<Column> header, int end)
    {
        var rows = new List<GridRow>();
        var cells = new List<GridCell>();
        for (var k = 0; k < header.Count; k++)
        {
            var (start, stop) = Cell(lines[at + k]);
            cells.Add(new(start, stop, k));
        }

        rows.Add(new(lines[at].Start, lines[at + header.Count - 1].End, cells));
        var builder = new FlatRow(header);
        for (var i = at + header.Count; i < end; i++)
        {
            var (start, stop) = Cell(lines[i]);
            if (start >= stop) continue;
            var next = i + 1 < end ? Cell(lines[i + 1]) : (stop, stop);
            Take(builder, rows, start, stop, next);
        }

        Close(builder, rows);
        return new(lines[at].Start, lines[end - 1].End, rows);
    }

    private void Take(FlatRow row, List<GridRow> rows, int start, int end, (int Start, int End) next)
    {
        if (_forms.IsIndex(start, end))
        {
            if (row.Indexed || row.Complete) Close(row, rows);
            row.Index = (start, end);
            return;
        }

        var mark = Numbering.Read(script.Text, start, end).Mark;
        if (mark is Mark.Han or Mark.Part || mark == Mark.HanBracket && end - start < 40 && !script.Text.AsSpan(start, end - start).TrimEnd('。').Contains('。'))
        {
            // a chapter is a row of its own, also where it stands behind the number of the row it opens
            if (row.Complete || row.Texts.Count > 0) Close(row, rows);
            rows.Add(new(start, end, [new(start, end, 0, row.Width)]));
            return;
        }

        if (row.Texts.Count > 0 && row.FreeUnit >= 0 && _forms.IsUnits(start, end))
        {
            row.Add(row.FreeUnit, start, end);
            return;
        }

        if (row.FreeLimit >= 0 && (row.Texts.Count > 0) && (_forms.IsLimit(start, end) || (row.HasUnits && row.Indexed && end - start < 80 && !_forms.IsIndex(next.Start, next.End) && HoldsLimit(start, end))))
        {
            row.Add(row.FreeLimit, start, end);
            return;
        }

        if (row.HasUnits || row.HasLimit)
        {
            // bodies on a second line of the same cell
            if (_forms.IsUnits(start, end) && row.Extend(start, end)) return;
            // behind the units some tables have one more text column; numbered rows end only at the next number
            if (row.TrailingText && row.HasUnits && row.FreeUnit < 0)
            {
                row.AddTrailing(start, end);
                return;
            }

            if (row.Indexed && row.IndexFirst && row.HasLimit && _forms.IsIndex(next.Start, next.End) && row.ExtendLimit(end)) return;
            if (row.FreeRemark && row.Indexed && end - start < 12 && _forms.IsIndex(next.Start, next.End)) return;
            Close(row, rows);
        }

        row.Texts.Add((start, end));
    }

    private bool HoldsLimit(int start, int end) => Limits.LimitScanner.Scan(new(script.Text, start, end, year ?? 2000, Cell: true)).Count > 0;

    private static void Close(FlatRow row, List<GridRow> rows)
    {
        if (row.Take() is { } done) rows.Add(done);
    }
}

/// <summary>A row that is being put together line by line.</summary>
internal sealed class FlatRow(List<Column> header)
{
    private readonly List<GridCell> _cells = [];

    public List<(int Start, int End)> Texts { get; } = [];

    public (int Start, int End) Index { get; set; }

    public bool Indexed => Index.End > 0;

    public int Width => header.Count;

    public int TextColumns => header.Count(c => c is Column.Text or Column.Other);

    public bool HasUnits => _cells.Exists(c => Columns.Role(header[c.Column]) is not null);

    public bool HasLimit => _cells.Exists(c => header[c.Column] == Column.Limit);

    public bool Complete => Texts.Count > 0 && (HasUnits || HasLimit);

    public int FreeUnit => header.FindIndex(c => Columns.Role(c) is not null && !_cells.Exists(x => x.Column == header.IndexOf(c)));

    public int FreeLimit => header.FindIndex(c => c == Column.Limit && !HasLimit);

    public bool IndexFirst => header[0] == Column.Index;

    /// <summary>True while a text column behind the unit columns is still free.</summary>
    public bool TrailingText => Trailing >= 0 && !_cells.Exists(c => c.Column == Trailing);

    private int Trailing => header.FindLastIndex(c => c == Column.Text) is var last && last > header.FindIndex(c => Columns.Role(c) is not null) && header.IndexOf(Column.Text) < last ? last : -1;

    public void AddTrailing(int start, int end) => _cells.Add(new(start, end, Trailing));

    /// <summary>Lengthens the limit cell to an offset; false where there is none.</summary>
    public bool ExtendLimit(int end)
    {
        var at = _cells.FindIndex(c => header[c.Column] == Column.Limit);
        if (at < 0) return false;
        _cells[at] = _cells[at] with { End = end };
        return true;
    }

    public bool FreeRemark => header.Contains(Column.Remark);

    public void Add(int column, int start, int end) => _cells.Add(new(start, end, column));

    /// <summary>Lengthens the last unit cell; false where there is none.</summary>
    public bool Extend(int start, int end)
    {
        var last = _cells.FindLastIndex(c => Columns.Role(header[c.Column]) is not null);
        if (last < 0 || HasLimit || _cells[last].End > start) return false;
        _cells[last] = _cells[last] with { End = end };
        return true;
    }

    /// <summary>The row as far as it came; null where it holds no text. The builder is empty afterwards.</summary>
    public GridRow? Take()
    {
        var cells = new List<GridCell>();
        var index = header.IndexOf(Column.Index);
        if (Indexed && index >= 0) cells.Add(new(Index.Start, Index.End, index));
        var columns = Enumerable.Range(0, header.Count).Where(c => header[c] is Column.Text or Column.Other && c != Trailing).ToList();
        if (Texts.Count > 0 && columns.Count > 0)
        {
            // fewer texts than columns: the groups in front are those of the row above
            var groups = Math.Min(columns.Count, Texts.Count) - 1;
            var first = columns.Count - 1 - groups;
            for (var k = 0; k < groups; k++) cells.Add(new(Texts[k].Start, Texts[k].End, columns[first + k]));
            cells.Add(new(Texts[groups].Start, Texts[^1].End, columns[^1]));
        }

        cells.AddRange(_cells);
        var any = Texts.Count > 0;
        var (start, end) = any ? (cells.Min(c => c.Start), cells.Max(c => c.End)) : (0, 0);
        _cells.Clear();
        Texts.Clear();
        Index = default;
        return any ? new(start, end, [.. cells.OrderBy(c => c.Column)]) : null;
    }
}
