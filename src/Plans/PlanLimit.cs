namespace Gongkai.Plans;

/// <summary>Kinds of limit that a plan sets.</summary>
public enum LimitKind
{
    /// <summary>A day, or a window that ends on a day.</summary>
    Date,

    /// <summary>Again and again in a period.</summary>
    Periodic,

    /// <summary>Counted from an event.</summary>
    AfterEvent,

    /// <summary>All the time (长期、常态化).</summary>
    LongTerm,

    /// <summary>Now and then, without a rhythm (不定期).</summary>
    Irregular,
}

/// <summary>The rhythm of a periodic limit.</summary>
public enum Recurrence
{
    /// <summary>定期 without saying how often: the office must set it.</summary>
    Unspecified,
    Daily,
    Weekly,

    /// <summary>Ten days (旬).</summary>
    TenDays,
    Monthly,
    Quarterly,
    HalfYearly,

    /// <summary>School term (学期).</summary>
    Semester,
    Yearly,

    /// <summary>Every <see cref="PlanLimit.Days"/> days.</summary>
    EveryNDays,

    /// <summary>Every <see cref="PlanLimit.Months"/> months.</summary>
    EveryNMonths,
}

/// <summary>What days of a limit are counted in.</summary>
public enum DayUnit
{
    /// <summary>Days of the calendar (日).</summary>
    Calendar,

    /// <summary>Working days (工作日).</summary>
    Working,
}

/// <summary>One limit of a task as the plan states it; not yet a due day of anybody.</summary>
/// <param name="Kind">Kind of limit.</param>
/// <param name="Phrase">The shortest phrase that holds it, exactly as written.</param>
/// <param name="Span">Where the phrase stands.</param>
public sealed record PlanLimit(LimitKind Kind, string Phrase, TextSpan Span)
{
    /// <summary>Last day, inclusive, of a <see cref="LimitKind.Date"/>; for a yearly limit with a day, that day in the plan year.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>First day of a window, inclusive.</summary>
    public DateOnly? StartDate { get; init; }

    /// <summary>Rhythm of a <see cref="LimitKind.Periodic"/>.</summary>
    public Recurrence? Recurrence { get; init; }

    /// <summary>Days after the event (0 = at the same time, null = without a number), or between repetitions.</summary>
    public int? Days { get; init; }

    /// <summary>What <see cref="Days"/> counts.</summary>
    public DayUnit? DayUnit { get; init; }

    /// <summary>Hours after the event.</summary>
    public int? Hours { get; init; }

    /// <summary>Months after the event, or between repetitions.</summary>
    public int? Months { get; init; }

    /// <summary>The event counted from, in the plan's words.</summary>
    public string? Event { get; init; }

    /// <summary>Day of the week of a weekly limit (每周五).</summary>
    public DayOfWeek? DayOfWeek { get; init; }

    /// <summary>The season in which a rhythm holds, in the plan's words (收购旺季); null = the whole year.</summary>
    public string? Season { get; init; }

    /// <summary>How many are asked for at least, in the period or up to the day.</summary>
    public int? MinCount { get; init; }

    /// <summary>For how many different aspects the quota holds each (4个方面 … 不少于1篇).</summary>
    public int? Aspects { get; init; }

    /// <summary>What the limit applies to, where a task has several.</summary>
    public string? About { get; init; }

    /// <summary>True where the limit lies only in a name or a reference (年度报告, 法定时限).</summary>
    public bool Implied { get; init; }
}
