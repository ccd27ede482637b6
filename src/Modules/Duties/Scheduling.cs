using Gongkai.Law.Calendar;
using Gongkai.Law.Limits;
using Gongkai.Law.Schedules;
using Gongkai.Plans;

namespace Gongkai.Duties;

/// <summary>Which occasions follow from a rule in a plan year.</summary>
internal static class Scheduling
{
    /// <summary>The occasions of a rule that can be named in advance: none for what waits for an event or a cadence.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="year">Plan year.</param>
    /// <param name="from">Day from which the plan binds; periods that end earlier are not asked for.</param>
    public static IEnumerable<Occasion> Occasions(LimitRule rule, int year, DateOnly from)
    {
        var lastDay = new DateOnly(year, 12, 31);
        return rule.Kind switch
        {
            LimitKind.Date => [new(Earlier(rule.StartDate ?? from, rule.Date ?? lastDay), rule.Date ?? lastDay, rule.Quota)],
            LimitKind.Periodic when rule.LacksCadence => [],
            LimitKind.Periodic when rule is { Recurrence: Recurrence.Yearly, Date: { } day } => [new(Earlier(from, day), day, rule.Quota)],
            LimitKind.Periodic => Repeated(rule, year, from, lastDay),
            LimitKind.AfterEvent => [],
            _ => [new(Earlier(from, lastDay), lastDay, 1)],
        };
    }

    /// <summary>The occasion that an event sets off.</summary>
    /// <param name="rule">A rule of the kind <see cref="LimitKind.AfterEvent"/>.</param>
    /// <param name="happened">Instant of the event, with the offset of the site's time zone; its day is not counted.</param>
    /// <param name="day">The local day of that instant.</param>
    /// <param name="label">What to call it.</param>
    /// <param name="calendar">Calendar for working days and rest days.</param>
    [Article("civil-code", 201)]
    public static Occasion AfterEvent(LimitRule rule, DateTimeOffset happened, DateOnly day, string label, WorkCalendar calendar)
    {
        var occasion = new Occasion(day, null, rule.Quota) { CountedFrom = day, Label = label };
        if (rule.Hours is { } hours)
        {
            var instant = Limit.LastInstant(happened, new(hours, PeriodUnit.Hours));
            return occasion with { DueAt = instant, DueOn = DateOnly.FromDateTime(instant.ToOffset(happened.Offset).DateTime) };
        }
        if (rule.Days == 0) return occasion with { DueOn = day };
        if (PeriodOf(rule) is not { } period) return occasion;

        var last = Limit.LastDay(day, period, calendar);
        return occasion with { DueOn = last.Day, Provisional = last.Provisional, CalendarVersion = last.CalendarVersion };
    }

    /// <summary>The period of a rule that counts from an event; null where it gives no number (及时).</summary>
    public static Period? PeriodOf(LimitRule rule) => rule switch
    {
        { Days: < 1 } => null,
        { Days: { } days, DayUnit: DayUnit.Working } => new(days, PeriodUnit.WorkingDays),
        { Days: { } days } => new(days, PeriodUnit.CalendarDays),
        { Months: { } months } => new(months, PeriodUnit.Months),
        _ => null,
    };

    private static IEnumerable<Occasion> Repeated(LimitRule rule, int year, DateOnly from, DateOnly lastDay)
    {
        var binds = new DateRange(Earlier(from, lastDay), lastDay);
        if (rule is { SeasonFirst: { } first, SeasonLast: { } last } && last >= first)
        {
            if (last < binds.First || first > binds.Last) return [];
            binds = new(first > binds.First ? first : binds.First, last < binds.Last ? last : binds.Last);
        }
        var rhythm = RhythmOf(rule);
        return rhythm.Periods(binds).Select(period => new Occasion(period.First, LastDayOf(rule, period), rule.Quota) { Label = LabelOf(rhythm, period) }).Where(occasion => occasion.DueOn >= binds.First);
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private static DateOnly LastDayOf(LimitRule rule, DateRange period) =>
        rule is { Recurrence: Recurrence.Weekly, DayOfWeek: { } weekday } ? Days.Weekday(period, weekday) : period.Last;

    private static Rhythm RhythmOf(LimitRule rule) => rule.Recurrence switch
    {
        Recurrence.EveryNDays => new(RhythmUnit.Day, Math.Max(1, rule.Days ?? 1)),
        Recurrence.EveryNMonths => new(RhythmUnit.Month, Math.Clamp(rule.Months ?? 1, 1, 12)),
        { } recurrence when Rhythms.Of(recurrence) is { } rhythm => rhythm,
        _ => new(RhythmUnit.Month, 12),
    };

    private static string LabelOf(Rhythm rhythm, DateRange period) => (rhythm.Unit, rhythm.Every) switch
    {
        (RhythmUnit.Month, 1) => $"{period.Last.Month}月",
        (RhythmUnit.Month, 3) => $"第{"一二三四"[(period.Last.Month - 1) / 3]}季度",
        (RhythmUnit.Month, 6) => period.Last.Month <= 6 ? "上半年" : "下半年",
        (RhythmUnit.Month, 12) => $"{period.Last.Year}年",
        (RhythmUnit.Month, _) => $"{period.First.Month}–{period.Last.Month}月",
        (RhythmUnit.Semester, _) => period.First.Month == 2 ? "春季学期" : "秋季学期",
        (RhythmUnit.Day, 1) => $"{period.Last.Month}月{period.Last.Day}日",
        _ => $"{period.First.Month}月{period.First.Day}日至{period.Last.Month}月{period.Last.Day}日",
    };
}
