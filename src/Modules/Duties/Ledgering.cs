using Gongkai.Duties.Drafts;
using Gongkai.Plans;

namespace Gongkai.Duties;

/// <summary>Makes the lines of a ledger out of a task: the duty with its limits, one line an organ, and the times that follow.</summary>
internal sealed class Ledgering(AdoptedPlan plan, TimeProvider time)
{
    /// <summary>The limits of a task as a duty keeps them; a task without any is due when the plan year ends.</summary>
    public IReadOnlyList<DutyLimit> Limits(DraftTask task)
    {
        var limits = task.Limits.Select(limit => new DutyLimit(NewId.At(time), limit.Rule, limit.Origin, limit.Governs, limit.Group)).ToList();
        if (!limits.Exists(limit => limit.Governs)) limits.Add(new(NewId.At(time), PlanYearEnd(plan.Year), LimitOrigin.PlanYear, governs: true));
        return limits;
    }

    /// <summary>The wording of a task as a duty keeps it.</summary>
    public static DutyWording Wording(DraftTask task) => new(
        task.Number, task.ItemNumber, task.Path.FirstOrDefault() ?? "", string.Join(" / ", task.Path.Skip(1)), task.Text, task.UnitText, task.Span);

    /// <summary>One organ's line with all its times.</summary>
    public Assignment Line(Duty duty, Bearer bearer, DateOnly from)
    {
        var line = new Assignment(new(NewId.At(time)), duty.Id, plan.Id, bearer.Organ, bearer.Role, bearer.Group, bearer.Share);
        Schedule(line, duty.Limits.Where(limit => limit.Governs), from);
        return line;
    }

    /// <summary>Adds the times that follow from limits to a line that answers.</summary>
    /// <param name="line">The line.</param>
    /// <param name="governing">Limits that govern.</param>
    /// <param name="from">Day from which they bind.</param>
    public void Schedule(Assignment line, IEnumerable<DutyLimit> governing, DateOnly from)
    {
        if (!line.Answers) return;
        var limits = Binding(line, [.. governing]);
        var occurrences = limits.SelectMany(limit =>
            Scheduling.Occasions(limit.Rule, plan.Year, from).Select(occasion => new Occurrence(NewId.At(time), limit.Id, occasion)));
        line.Schedule(occurrences, [.. limits.Select(limit => limit.Rule)]);
    }

    /// <summary>The limits that bind one line: those for everybody and those for its own group; all of them where that leaves none.</summary>
    private static IReadOnlyList<DutyLimit> Binding(Assignment line, IReadOnlyList<DutyLimit> limits)
    {
        var own = limits.Where(limit => limit.GroupName is null || limit.GroupName == line.GroupName).ToList();
        return own.Count > 0 ? own : limits;
    }

    private static LimitRule PlanYearEnd(int year) => new(LimitKind.Date, "") { Date = new DateOnly(year, 12, 31) };
}
