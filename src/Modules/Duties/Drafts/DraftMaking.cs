using Gongkai.Organs.Contracts;
using Gongkai.Plans;

namespace Gongkai.Duties.Drafts;

/// <summary>Lays a plan as read out for the officer: tasks with proposed organs, limits of narrative and table side by side, doubts.</summary>
internal static class DraftMaking
{
    /// <summary>A match at least this sure is taken without asking: the name itself, or an alias that somebody confirmed.</summary>
    private const double Sure = 1;

    /// <summary>The draft of a plan.</summary>
    /// <param name="plan">The plan as read.</param>
    /// <param name="matches">What the matcher proposes, by full name.</param>
    public static DraftContent Of(Plan plan, IReadOnlyDictionary<string, OrganMatch> matches)
    {
        var rows = plan.TableTasks.Where(row => row.NarrativeTask is not null).ToLookup(row => row.NarrativeTask!.Value);
        return new()
        {
            Title = plan.Title ?? "",
            Issuer = plan.Issuer ?? "",
            DocumentNumber = plan.DocumentNumber,
            PublishedOn = plan.PublishedOn,
            Text = plan.Source.Text,
            Tasks = [.. plan.Tasks.Select(task => Task(task, rows[task.Number], matches))],
            Doubts = [.. plan.Doubts.Select((doubt, i) => new DraftDoubt(i + 1, doubt.Code, doubt.Span, [.. doubt.Values]) { Task = doubt.Task, Suggestion = doubt.Suggestion })],
        };
    }

    private static DraftTask Task(PlanTask task, IEnumerable<PlanTask> rows, IReadOnlyDictionary<string, OrganMatch> matches)
    {
        var table = rows.ToList();
        return new()
        {
            Number = task.Number,
            ItemNumber = task.ItemNumber,
            Path = [.. task.SectionPath],
            Text = task.Text,
            Span = task.Span,
            UnitText = task.UnitText,
            Units = [.. Units(task, table).Select(unit => Unit(unit, matches))],
            Limits = Limits(task, table),
        };
    }

    /// <summary>Units of the narrative, with their share from the table; and those that only the table names.</summary>
    private static IEnumerable<PlanUnit> Units(PlanTask task, List<PlanTask> table)
    {
        var inTable = table.SelectMany(row => row.Units).ToList();
        var named = task.Units.Select(unit => unit.FullName).ToHashSet();
        return task.Units
            .Select(unit => unit.Duty is null && inTable.Find(row => row.FullName == unit.FullName) is { } row ? unit with { Duty = row.Duty } : unit)
            .Concat(inTable.Where(unit => named.Add(unit.FullName)));
    }

    private static DraftUnit Unit(PlanUnit unit, IReadOnlyDictionary<string, OrganMatch> matches)
    {
        var match = matches.GetValueOrDefault(unit.FullName);
        var sure = match?.Score >= Sure;
        return new(unit.Role, unit.Name)
        {
            Organ = sure ? match?.Organ?.Value : null,
            Group = sure ? match?.Group?.Value : null,
            ProposedOrgan = match?.Organ?.Value,
            ProposedGroup = match?.Group?.Value,
            ProposedName = match?.Proposed,
            Score = match?.Score ?? 0,
            Share = unit.Duty,
        };
    }

    /// <summary>
    /// Where the plan's own table says something else than its narrative, both are kept; the table governs,
    /// because it is the assignment, and the officer can turn it round.
    /// </summary>
    private static List<DraftLimit> Limits(PlanTask task, List<PlanTask> table)
    {
        var narrative = task.Limits.Select(LimitRule.Of).ToList();
        var rows = table.SelectMany(row => row.Limits).Select(LimitRule.Of).DistinctBy(Bare).ToList(); // a row for each unit repeats the limit
        var differ = rows.Count > 0 && narrative.Count > 0 && !SameDays(narrative, rows);
        if (rows.Count > 0 && narrative.Count > 0 && !differ) rows = [];
        return
        [
            .. narrative.Select(rule => new DraftLimit(rule, LimitOrigin.Narrative, Governs: !differ)),
            .. rows.Select(rule => new DraftLimit(rule, LimitOrigin.Table, Governs: true)),
        ];
    }

    /// <summary>Limits that come to the same, however they are worded.</summary>
    private static bool SameDays(List<LimitRule> one, List<LimitRule> other) =>
        one.Select(Bare).ToHashSet().SetEquals(other.Select(Bare));

    private static LimitRule Bare(LimitRule rule) =>
        rule with { Phrase = "", Event = null, About = null, MinCount = rule.MinCount ?? 1, Aspects = rule.Aspects ?? 1 };
}
