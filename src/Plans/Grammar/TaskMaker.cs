using Gongkai.Plans.Grammar.Limits;

namespace Gongkai.Plans.Grammar;

/// <summary>Makes a task of a passage: its text, units with full names, and limits.</summary>
internal sealed class TaskMaker(AsWritten written, int? year)
{
    /// <summary>Year the scanners count in while none is known; the dates they make of it are dropped again.</summary>
    private const int AnyYear = 2000;

    /// <summary>The task of a passage.</summary>
    /// <param name="passage">The passage.</param>
    /// <param name="number">Running number, from 1.</param>
    public PlanTask Make(Passage passage, int number)
    {
        var at = (passage.Start, passage.End);
        var first = passage.Start;
        var last = passage.End;
        foreach (var assignment in passage.Assignments)
        {
            // an assignment taken over from a row above stands elsewhere and does not lengthen this task
            if (passage.Doubts.Contains(DoubtCodes.UnitFromRowAbove)) break;
            first = Math.Min(first, assignment.Start);
            last = Math.Max(last, assignment.End);
        }

        return new PlanTask
        {
            Number = number,
            ItemNumber = written.TextOrNull(passage.Number),
            SectionPath = Path(passage),
            Text = written.Text(at),
            Span = written.Span(at),
            Lines = (written.Line(first), written.Line(last - 1)),
            UnitText = passage.Assignments.Count > 0 ? written.Text(passage.Assignments.Min(a => a.Start), passage.Assignments.Max(a => a.End)) : null,
            Units = Units(passage),
            Limits = [.. Limits(passage).Select(Limit)],
            Truncated = passage.Truncated,
        };
    }

    /// <summary>The limits of a passage: those of its text, then those of its limit cells; a row with a limit column has only these.</summary>
    public List<FoundLimit> Limits(Passage passage)
    {
        if (passage.Limits is not null) return passage.Limits;
        var text = written.Script.Text;
        var limits = passage.Row && passage.LimitCells.Count > 0 ? [] : LimitScanner.Scan(new(text, passage.Start, passage.End, year ?? AnyYear, Cell: false));
        foreach (var (start, end) in passage.LimitCells) limits.AddRange(LimitScanner.Scan(new(text, start, end, year ?? AnyYear, Cell: true)));
        return passage.Limits = limits;
    }

    private List<PlanUnit> Units(Passage passage)
    {
        var units = new List<PlanUnit>();
        foreach (var assignment in passage.Assignments)
        {
            for (var from = 0; from < assignment.Units.Count;)
            {
                var to = from;
                while (to < assignment.Units.Count && assignment.Units[to].List == assignment.Units[from].List) to++;
                var list = assignment.Units.GetRange(from, to - from);
                var full = FullNames.Restore(list.ConvertAll(u => written.Script.Text[u.Start..u.End]));
                for (var i = 0; i < list.Count; i++)
                {
                    var name = written.Text(list[i].Start, list[i].End);
                    var restored = full[i].Length - (list[i].End - list[i].Start);
                    units.Add(new(list[i].Role, name, restored > 0 ? full[i][..restored] + name : name, written.Span((list[i].Start, list[i].End)), written.TextOrNull(list[i].Duty)));
                }

                from = to;
            }
        }

        return units;
    }

    public PlanLimit Limit(FoundLimit found) => new(found.Kind, written.Text(found.Start, found.End), written.Span((found.Start, found.End)))
    {
        Date = year is null && found.YearOfPlan ? null : year is null && found.Recurrence is not null ? null : found.Date,
        StartDate = year is null && found.YearOfPlan ? null : found.StartDate,
        Recurrence = found.Recurrence,
        Days = found.Days,
        DayUnit = found.DayUnit,
        Hours = found.Hours,
        Months = found.Months,
        Event = written.TextOrNull(found.Event),
        DayOfWeek = found.DayOfWeek,
        Season = written.TextOrNull(found.Season),
        MinCount = found.MinCount,
        Aspects = found.Aspects,
    };

    private List<string> Path(Passage passage)
    {
        var path = new List<string>();
        for (var node = passage.Node; node is not null && node.Mark != Mark.None; node = node.Parent)
            if (node.HasHeading && passage.Start != node.Heading.Start) path.Add(written.Text(node.NumberStart, node.Heading.End));
        path.Reverse();
        foreach (var row in passage.RowPath) path.Add(written.Text(row).TrimEnd('。'));
        return path;
    }
}
