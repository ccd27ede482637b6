using Gongkai.Plans;

namespace Gongkai.Duties;

/// <summary>A limit as values: read from a plan, edited by the officer, kept by a duty. Fields as in <see cref="PlanLimit"/>.</summary>
/// <param name="Kind">Kind of limit.</param>
/// <param name="Phrase">The words that set it.</param>
internal sealed record LimitRule(LimitKind Kind, string Phrase)
{
    public DateOnly? Date { get; init; }
    public DateOnly? StartDate { get; init; }
    public Recurrence? Recurrence { get; init; }
    public int? Days { get; init; }
    public DayUnit? DayUnit { get; init; }
    public int? Hours { get; init; }
    public int? Months { get; init; }
    public string? Event { get; init; }
    public DayOfWeek? DayOfWeek { get; init; }
    public string? Season { get; init; }

    /// <summary>First day of the season; the plan never says, the office sets it.</summary>
    public DateOnly? SeasonFirst { get; init; }

    /// <summary>Last day of the season, inclusive.</summary>
    public DateOnly? SeasonLast { get; init; }
    public int? MinCount { get; init; }
    public int? Aspects { get; init; }
    public string? About { get; init; }

    /// <summary>True while nobody can say when it is due: no rhythm, or a season without days.</summary>
    public bool LacksCadence => Kind == LimitKind.Periodic
        && (Recurrence is null or Plans.Recurrence.Unspecified || (Season is not null && (SeasonFirst is null || SeasonLast is null)));

    /// <summary>How many pieces of evidence one occurrence asks for, all aspects together; 1 or more.</summary>
    public int Quota => Math.Max(1, MinCount ?? 1) * Math.Max(1, Aspects ?? 1);

    /// <summary>Takes a limit over from a plan as read.</summary>
    public static LimitRule Of(PlanLimit limit) => new(limit.Kind, limit.Phrase)
    {
        Date = limit.Date,
        StartDate = limit.StartDate,
        Recurrence = limit.Recurrence,
        Days = limit.Days,
        DayUnit = limit.DayUnit,
        Hours = limit.Hours,
        Months = limit.Months,
        Event = limit.Event,
        DayOfWeek = limit.DayOfWeek,
        Season = limit.Season,
        MinCount = limit.MinCount,
        Aspects = limit.Aspects,
        About = limit.About,
    };
}
