using System.Globalization;
using Gongkai.Plans.Blocks;
using Gongkai.Plans.Grammar.Tables;

namespace Gongkai.Plans.Grammar;

/// <summary>One reading of one document: lines, body, outline, passages, rows, and what is doubtful about them.</summary>
internal sealed class PlanReading
{
    private readonly Script _script;
    private readonly List<Line> _lines;
    private readonly Body _body;
    private readonly AsWritten _written;
    private readonly FrontMatter _front;
    private readonly PlanYear _year;
    private readonly TaskMaker _maker;
    private readonly DoubtFinder _doubts;

    public PlanReading(SourceText source, int? year)
    {
        (_script, _lines) = LineReader.Read(source);
        _body = new BodyFinder(_script).Find(_lines);
        _written = new AsWritten(source, _script);
        _front = FrontMatter.Read(_script, _body);
        _year = PlanYear.Find(_script, _body, _front, year);
        _maker = new TaskMaker(_written, _year.Year);
        _doubts = new DoubtFinder(_written, _maker, _year.Year, _front.PublishedOn);
    }

    /// <summary>The plan.</summary>
    public Plan Plan()
    {
        var assignments = Assignments();
        var outline = Outline(assignments);
        var cutter = new Passages(_script);
        var narrative = cutter.Cut(outline.Root);
        if (narrative.Exists(p => !p.HeadingOnly)) RemoveEmptyHeadings(narrative);
        else if (narrative.Count > 0 && HeaderOfEmptiedTable() is { } header)
        {
            // only the chapters of a table are left: its rows were lost on the way
            narrative.Clear();
            _doubts.Add(DoubtCodes.TableEmptied, header, []);
        }

        MarkTruncated(narrative);
        var tables = new TableRows(_script, _year.Year, assignments);
        var rows = new List<Passage>();
        foreach (var (grid, under) in outline.Grids) rows.AddRange(tables.Read(grid, under));
        var matching = new RowMatching(_script, narrative);
        var matches = rows.Select(matching.Find).ToList();
        var repeats = rows.Count > 0 && matches.Count(m => m is not null) * 2 > rows.Count;
        var passages = repeats ? narrative : [.. narrative.Concat(rows).OrderBy(p => p.Start)];
        var tasks = passages.Select((p, i) => _maker.Make(p, i + 1)).ToList();
        var tableTasks = repeats ? rows.Select((p, i) => _maker.Make(p, i + 1) with { NarrativeTask = matches[i] + 1 }).ToList() : [];
        Doubt(outline, cutter, passages);
        if (repeats) new TableDoubts(_written, _doubts, _maker).Compare(narrative, rows, matches);
        foreach (var (grid, columns) in tables.Emptied) _doubts.Add(DoubtCodes.TableEmptied, (grid.Start, Math.Min(grid.End, grid.Start + 20)), [columns.ToString(CultureInfo.InvariantCulture)]);
        foreach (var (row, missing) in tables.ShortRows) _doubts.Add(DoubtCodes.RowShort, (row.Start, row.End), [row.Number.ToString(CultureInfo.InvariantCulture), missing.ToString(CultureInfo.InvariantCulture)]);
        return new Plan
        {
            Source = _written.Source,
            Title = _written.TextOrNull(_body.Title),
            Issuer = _written.TextOrNull(_front.Issuer),
            Addressees = _written.TextOrNull(_front.Addressees),
            DocumentNumber = _written.TextOrNull(_front.DocumentNumber),
            Year = _year.Year,
            PublishedOn = _front.PublishedOn,
            ReleaseMark = _written.TextOrNull(_front.ReleaseMark),
            Documents = Documents(),
            Tasks = tasks,
            TableTasks = tableTasks,
            Doubts = [.. _written.Source.Doubts.Concat(_doubts.Found)],
        };
    }

    private Assignments Assignments()
    {
        var assignments = new Assignments(_script);
        int bare = 0, tails = 0;
        foreach (var line in _body.Lines)
        {
            if (line.Grid is not null) continue;
            if (!assignments.BareBrackets && assignments.EndsWithBareBracket(line.Start, line.End)) assignments.BareBrackets = true;
            if (assignments.IsBareLine(line.Start, line.End)) bare++;
            else if (assignments.BareTail(line.Start, line.End) is not null) tails++;
        }

        assignments.BareTails = tails >= 3;
        assignments.BareLines = bare >= 3 && bare * 8 >= _body.Lines.Count;
        return assignments;
    }

    private Outline Outline(Assignments assignments)
    {
        var outline = new Outline(_script, assignments);
        var back = 0;
        foreach (var line in _body.Lines)
        {
            // an attachment begins anew: its tables stand under no chapter of the plan
            for (; back < _body.Back.Count && _body.Back[back].Start < line.Start; back++) outline.Reset();
            outline.Add(line);
        }

        return outline;
    }

    private (int Start, int End)? HeaderOfEmptiedTable()
    {
        for (var i = 0; i + 1 < _lines.Count && i < 200; i++)
        {
            if (_lines[i].Grid is not null || _lines[i + 1].Grid is not null) continue;
            var (first, second) = (Columns.Of(_lines[i].Of(_script)), Columns.Of(_lines[i + 1].Of(_script)));
            if (first != Column.Other && second != Column.Other && (Columns.Role(second) is not null || Columns.Role(first) is not null)) return (_lines[i].Start, _lines[i + 1].End);
        }

        return null;
    }

    /// <summary>A heading without text is a task where it speaks a sentence or stands in a row of its like; otherwise it only heads something that is lost.</summary>
    private void RemoveEmptyHeadings(List<Passage> narrative)
    {
        narrative.RemoveAll(p =>
        {
            if (!p.HeadingOnly || p.Node.Mark > Mark.HanBracket || p.Assignments.Count > 0) return false;
            if (p.End - p.Start >= 15 && _script.Text.AsSpan(p.Start, p.End - p.Start).Contains(',')) return false;
            if (p.Node.Mark == Mark.HanBracket && p.Node.Parent!.Children.Count(c => c.Parts.Count == 0) >= 2) return false;
            _doubts.Add(DoubtCodes.HeadingEmpty, (p.Start, p.End), [_written.Text(p.Start, p.End)]);
            return true;
        });
    }

    /// <summary>The last passage is cut off where it stops without a mark though the others end like sentences.</summary>
    private void MarkTruncated(List<Passage> narrative)
    {
        if (narrative.Count < 2 || narrative[^1] is not { Assignments.Count: 0 } last || last.End - last.Start < 10) return;
        if (_script.Text[last.End - 1] is '。' or ';' or '!' or '?' or ')' or '”' or ':') return;
        var ended = narrative.Count(p => p.Assignments.Count > 0 || _script.Text[p.End - 1] is '。' or ';');
        last.Truncated = ended * 10 >= (narrative.Count - 1) * 7;
    }

    private void Doubt(Outline outline, Passages cutter, List<Passage> passages)
    {
        var all = (_lines.Count > 0 ? _lines[0].Start : 0, _lines.Count > 0 ? _lines[0].End : 0);
        if (passages.Count == 0) _doubts.Add(DoubtCodes.NothingFound, all, []);
        if (_year.Year is null && passages.Count > 0) _doubts.Add(DoubtCodes.YearUnknown, all, []);
        else if (_year.Guessed) _doubts.Add(DoubtCodes.YearGuessed, _year.At, [_year.Year!.Value.ToString(CultureInfo.InvariantCulture)]);
        if (_front.Uploaded.End > 0) _doubts.Add(DoubtCodes.UploadDate, _front.Uploaded, [_written.Text(_front.Uploaded)]);
        foreach (var heading in outline.Repeated) _doubts.Add(DoubtCodes.HeadingRepeated, heading, [_written.Text(heading)]);
        foreach (var heading in cutter.LeftOut) _doubts.Add(DoubtCodes.ChapterLeftOut, heading, [_written.Text(heading)]);
        if (_body.Lines.Count > 0) _doubts.LookForForeignStrings(_body.Title.End > 0 ? _body.Title.Start : _body.Lines[0].Start, _body.Lines[^1].End);
        var assigned = passages.Count(p => p.Assignments.Exists(a => a.Units.Count > 0));
        if (passages.Count > 0 && assigned == 0) _doubts.Add(DoubtCodes.NoUnitsAtAll, all, [passages.Count.ToString(CultureInfo.InvariantCulture)]);
        for (var i = 0; i < passages.Count; i++) _doubts.LookAt(passages[i], i + 1, assigned > 0);
    }

    private List<CitedDocument> Documents()
    {
        if (_lines.Count == 0) return [];
        var from = _body.Title.End > 0 ? _body.Title.Start : _lines[0].Start;
        var to = _body.Lines.Count > 0 ? _body.Lines[^1].End : _lines[^1].End;
        if (to <= from) return [];
        var title = _body.Title.End > 0 ? _script.Text[_body.Title.Start.._body.Title.End] : "";
        return new Citations(_script).Find(from, to, title)
            .ConvertAll(c => new CitedDocument(_written.Text(c.Start, c.End), _written.TextOrNull(c.Number), _written.Line(c.Start), c.Planned));
    }
}
