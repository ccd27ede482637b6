using Gongkai.Duties.Contracts;
using Gongkai.Plans;

namespace Gongkai.Duties;

/// <summary>Where a limit comes from.</summary>
internal enum LimitOrigin
{
    /// <summary>The plan's narrative.</summary>
    Narrative,

    /// <summary>The plan's own breakdown table (任务分解表).</summary>
    Table,

    /// <summary>Set or changed by the office, with a reason.</summary>
    Office,

    /// <summary>The plan sets none: the end of the plan year.</summary>
    PlanYear,
}

/// <summary>A limit of a duty as a rule; the days that follow from it stand in the occurrences.</summary>
internal sealed class DutyLimit
{
    private DutyLimit() { }

    public DutyLimit(Guid id, LimitRule rule, LimitOrigin origin, bool governs, string? group = null)
    {
        (Id, Origin, Governs, GroupName) = (id, origin, governs, group);
        (Kind, Phrase, Date, StartDate) = (rule.Kind, rule.Phrase, rule.Date, rule.StartDate);
        (Recurrence, Days, DayUnit, Hours, Months) = (rule.Recurrence, rule.Days, rule.DayUnit, rule.Hours, rule.Months);
        (Event, DayOfWeek, Season, MinCount, Aspects, About) = (rule.Event, rule.DayOfWeek, rule.Season, rule.MinCount, rule.Aspects, rule.About);
        (SeasonFirst, SeasonLast) = (rule.SeasonFirst, rule.SeasonLast);
    }

    public Guid Id { get; private init; }

    public DutyId DutyId { get; private init; }

    public LimitOrigin Origin { get; private init; }

    /// <summary>True when occurrences follow from it; false when it is kept to be seen beside the one that does.</summary>
    public bool Governs { get; private set; }

    /// <summary>The collective name (各镇街) whose members alone it binds; null binds everybody.</summary>
    public string? GroupName { get; private init; }

    public LimitKind Kind { get; private init; }

    /// <summary>The words that set it.</summary>
    public string Phrase { get; private init; } = "";

    public DateOnly? Date { get; private init; }

    public DateOnly? StartDate { get; private init; }

    public Recurrence? Recurrence { get; private init; }

    public int? Days { get; private init; }

    public DayUnit? DayUnit { get; private init; }

    public int? Hours { get; private init; }

    public int? Months { get; private init; }

    public string? Event { get; private init; }

    public DayOfWeek? DayOfWeek { get; private init; }

    public string? Season { get; private init; }

    /// <summary>First day of the season, set by the office.</summary>
    public DateOnly? SeasonFirst { get; private init; }

    /// <summary>Last day of the season, inclusive, set by the office.</summary>
    public DateOnly? SeasonLast { get; private init; }

    public int? MinCount { get; private init; }

    public int? Aspects { get; private init; }

    public string? About { get; private init; }

    /// <summary>The rule as values.</summary>
    public LimitRule Rule => new(Kind, Phrase)
    {
        Date = Date,
        StartDate = StartDate,
        Recurrence = Recurrence,
        Days = Days,
        DayUnit = DayUnit,
        Hours = Hours,
        Months = Months,
        Event = Event,
        DayOfWeek = DayOfWeek,
        Season = Season,
        SeasonFirst = SeasonFirst,
        SeasonLast = SeasonLast,
        MinCount = MinCount,
        Aspects = Aspects,
        About = About,
    };

    /// <summary>True when a later version of the plan wrote other limits in its place.</summary>
    public bool Replaced { get; private set; }

    public void StandDown() => Governs = false;

    /// <summary>Stands down because a new version of the plan says otherwise.</summary>
    public void Replace() => (Governs, Replaced) = (false, true);
}
