using Gongkai.Law.Calendar;
using Gongkai.Plans;

namespace Gongkai.Duties;

/// <summary>What a limit set by the office must hold.</summary>
internal static class LimitRules
{
    private const int LongestDays = 366;

    /// <summary>Every reason against a rule set today.</summary>
    public static IEnumerable<Refusal> Against(LimitRule rule, DateOnly today)
    {
        if (rule is { Kind: LimitKind.Date, Date: null }) yield return new("duties.limit-needs-day");
        if (rule.Kind == LimitKind.Date && rule.Date < today) yield return new("duties.limit-in-past");
        if (rule.StartDate > rule.Date) yield return new("duties.window-turned-round");
        if (rule.LacksCadence) yield return new("duties.limit-needs-cadence");
        if (rule is { Recurrence: Recurrence.EveryNDays, Days: null or < 1 or > LongestDays }) yield return new("duties.limit-needs-days");
        if (rule is { Recurrence: Recurrence.EveryNMonths, Months: null or < 1 or > 12 }) yield return new("duties.limit-needs-months");
        if (rule is { Kind: LimitKind.AfterEvent, Days: < 0 or > LongestDays }) yield return new("duties.limit-needs-days");
        if (rule.Hours is < 1 or > LongestDays * 24) yield return new("duties.limit-needs-hours");
        if (rule is { Recurrence: Recurrence.Yearly, Date: { } yearly } && yearly < today) yield return new("duties.limit-in-past");
        if (rule.MinCount is < 1 or > 1000 || rule.Aspects is < 1 or > 50) yield return new("duties.quota-unusable");
        if (IsBeyondCalendar(rule))
            yield return new("duties.limit-beyond-calendar") { Values = [WorkCalendar.FirstYear, WorkCalendar.LastYear] };
        if (rule.SeasonFirst > rule.SeasonLast) yield return new("duties.window-turned-round");
    }

    /// <summary>True where it names a day that no calendar reaches: nobody could say how many working days are left.</summary>
    public static bool IsBeyondCalendar(LimitRule rule) =>
        new[] { rule.Date, rule.StartDate, rule.SeasonFirst, rule.SeasonLast }.Any(day => day is { Year: < WorkCalendar.FirstYear or > WorkCalendar.LastYear });
}
