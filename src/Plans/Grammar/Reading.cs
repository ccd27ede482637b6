using Gongkai.Plans.Blocks;
using Gongkai.Plans.Grammar.Limits;
using Gongkai.Plans.Grammar.Tables;

namespace Gongkai.Plans.Grammar;

/// <summary>One reading of one document: lines, body, outline, passages, and then the tasks.</summary>
internal sealed class Reading
{
    private readonly SourceText _source;
    private readonly Script _script;
    private readonly Body _body;
    private readonly int? _year;
    private readonly int[] _lineStarts;

    public Reading(SourceText source, int? year)
    {
        _source = source;
        (_script, var lines) = LineReader.Read(source);
        _body = new BodyFinder(_script).Find(lines);
        _lineStarts = LineStarts(source.Text);
        _year = year ?? YearOf();
    }

    public Plan Plan()
    {
        var assignments = new Assignments(_script);
        foreach (var line in _body.Lines)
            if (line.Grid is null && assignments.EndsWithBareBracket(line.Start, line.End)) assignments.BareBrackets = true;
        var bare = _body.Lines.Count(l => l.Grid is null && assignments.IsBareLine(l.Start, l.End));
        assignments.BareLines = bare >= 3 && bare * 8 >= _body.Lines.Count;
        var outline = new Outline(_script, assignments);
        var back = 0;
        foreach (var line in _body.Lines)
        {
            for (; back < _body.Back.Count && _body.Back[back].Start < line.Start; back++) outline.Reset();
            outline.Add(line);
        }

        var narrative = new Passages(_script).Cut(outline.Root);
        if (narrative.Exists(p => !p.HeadingOnly)) narrative.RemoveAll(p => p.HeadingOnly && p.Node.Mark <= Mark.HanBracket && p.Assignments.Count == 0);
        var rows = new List<Passage>();
        var tables = new TableRows(_script, _year, assignments);
        foreach (var (grid, under) in outline.Grids) rows.AddRange(tables.Read(grid, under));
        var matching = new RowMatching(_script, narrative);
        var matches = rows.Select(matching.Find).ToList();
        var repeats = rows.Count > 0 && matches.Count(m => m is not null) * 2 > rows.Count;
        var tasks = new List<PlanTask>();
        foreach (var passage in repeats ? narrative : [.. narrative.Concat(rows).OrderBy(p => p.Start)]) tasks.Add(Task(passage, tasks.Count + 1));
        var tableTasks = new List<PlanTask>();
        if (repeats)
            for (var i = 0; i < rows.Count; i++) tableTasks.Add(Task(rows[i], i + 1) with { NarrativeTask = matches[i] + 1 });
        return new Plan
        {
            Source = _source,
            Title = _body.Title.End > 0 ? Written(_body.Title.Start, _body.Title.End) : null,
            Year = _year,
            Tasks = tasks,
            TableTasks = tableTasks,
        };
    }

    private PlanTask Task(Passage passage, int number)
    {
        var (start, end) = (passage.Start, passage.End);
        var units = new List<PlanUnit>();
        foreach (var assignment in passage.Assignments)
            foreach (var list in assignment.Units.GroupBy(u => u.List))
            {
                var named = list.ToList();
                var names = named.ConvertAll(u => Written(u.Start, u.End));
                var full = FullNames.Restore(names);
                for (var i = 0; i < named.Count; i++)
                    units.Add(new(named[i].Role, names[i], full[i], _script.ToSource(named[i].Start, named[i].End), named[i].Duty.End > named[i].Duty.Start ? Written(named[i].Duty.Start, named[i].Duty.End) : null));
            }

        var limits = passage.Row && passage.LimitCells.Count > 0 ? [] : LimitScanner.Scan(new(_script.Text, start, end, _year, Cell: false));
        foreach (var cell in passage.LimitCells) limits.AddRange(LimitScanner.Scan(new(_script.Text, cell.Start, cell.End, _year, Cell: true)));
        var span = _script.ToSource(start, end);
        var last = passage.Assignments.Count > 0 ? Math.Max(end, passage.Assignments.Max(a => a.End)) : end;
        var first = passage.Assignments.Count > 0 ? Math.Min(start, passage.Assignments.Min(a => a.Start)) : start;
        return new PlanTask
        {
            Number = number,
            ItemNumber = passage.Number.End > passage.Number.Start ? Written(passage.Number.Start, passage.Number.End) : null,
            SectionPath = Path(passage),
            Text = _source.Text.Substring(span.Start, span.Length),
            Span = span,
            Lines = (LineOf(_script.ToSource(first, first + 1).Start), LineOf(Math.Max(0, _script.ToSource(first, last).End - 1))),
            UnitText = passage.Assignments.Count > 0 ? Written(passage.Assignments[0].Start, passage.Assignments[^1].End) : null,
            Units = units,
            Limits = limits.ConvertAll(Limit),
        };
    }

    private PlanLimit Limit(FoundLimit found) => new(found.Kind, Written(found.Start, found.End), _script.ToSource(found.Start, found.End))
    {
        Date = found.Date,
        StartDate = found.StartDate,
        Recurrence = found.Recurrence,
        Days = found.Days,
        DayUnit = found.DayUnit,
        Hours = found.Hours,
        Months = found.Months,
        Event = found.Event.End > found.Event.Start ? Written(found.Event.Start, found.Event.End) : null,
        DayOfWeek = found.DayOfWeek,
        Season = found.Season.End > found.Season.Start ? Written(found.Season.Start, found.Season.End) : null,
        MinCount = found.MinCount,
        Aspects = found.Aspects,
    };

    private List<string> Path(Passage passage)
    {
        var path = new List<string>();
        for (var node = passage.Node; node is not null && node.Mark != Mark.None; node = node.Parent)
            if (node.HasHeading && !(passage.HeadingOnly && node == passage.Node)) path.Insert(0, Written(node.NumberStart, node.Heading.End));
        foreach (var row in passage.RowPath) path.Add(Written(row.Start, row.End));
        return path;
    }

    private string Written(int start, int end)
    {
        var span = _script.ToSource(start, end);
        return _source.Text.Substring(span.Start, span.Length);
    }

    private int? YearOf()
    {
        if (_body.Title.End > 0 && YearIn(_body.Title.Start, _body.Title.End) is { } year) return year;
        foreach (var line in _body.Front)
            if (YearIn(line.Start, line.End) is { } found) return found;
        foreach (var line in _body.Lines.Take(30))
            if (line.Grid is null && YearIn(line.Start, line.End) is { } found) return found;
        foreach (var line in _body.Back)
            if (YearIn(line.Start, line.End) is { } found) return found;
        return null;
    }

    private int? YearIn(int start, int end)
    {
        var text = _script.Text;
        for (var i = start; i + 4 < end; i++)
            if (text[i] == '2' && text[i + 1] == '0' && char.IsAsciiDigit(text[i + 2]) && char.IsAsciiDigit(text[i + 3]) && text[i + 4] == '年' && (i == start || !char.IsAsciiDigit(text[i - 1])))
                return int.Parse(text.AsSpan(i, 4), System.Globalization.CultureInfo.InvariantCulture);
        return null;
    }

    private static int[] LineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = text.IndexOf('\n', StringComparison.Ordinal); i >= 0; i = text.IndexOf('\n', i + 1)) starts.Add(i + 1);
        return [.. starts];
    }

    private int LineOf(int offset)
    {
        var found = Array.BinarySearch(_lineStarts, offset);
        return found >= 0 ? found + 1 : ~found;
    }
}
