using Gongkai.Law.Order711;
using Gongkai.Plans;

namespace Gongkai.Publishing.Catalogue;

/// <summary>Kinds of schedule that an item can have.</summary>
internal enum ScheduleKind
{
    /// <summary>Counted from the day on which the information came about (自形成之日起).</summary>
    AfterFormation,

    /// <summary>Stands there all the time and is renewed so many days after a change (长期公开，变更后更新).</summary>
    OnChange,

    /// <summary>Again in each period (按月、按季).</summary>
    Periodic,

    /// <summary>All the time, without a limit that can be counted (长期公开、实时公开).</summary>
    Continuous,

    /// <summary>As the table says and no more: it counts in a way that no rule here can follow (24小时内, 1个月内, 公示期不少于7个工作日).</summary>
    AsWritten,
}

/// <summary>
/// When an item is due: the limit column of a catalogue (公开时限) as a rule. The table's words are read; where they set no limit that can be
/// counted, the period of the Regulations holds, unless they say that it stands there all the time. What counts otherwise is left as it is written:
/// no rule is better than a wrong one.
/// </summary>
/// <param name="Kind">Kind of schedule.</param>
internal sealed record Schedule(ScheduleKind Kind)
{
    /// <summary>Year in which a day of each year is given: a leap year, so that the end of February is its last day.</summary>
    private const int AnyYear = 2004;

    private static readonly string[] Standing = ["长期", "常年", "实时", "即时", "动态", "持续"];

    private static readonly string[] Changing = ["变更", "变化", "变动", "调整", "更新"];

    /// <summary>Days after the information came about or changed, 1 or more; null for a kind that counts none.</summary>
    public int? Days { get; init; }

    /// <summary>What <see cref="Days"/> counts.</summary>
    public DayUnit? DayUnit { get; init; }

    /// <summary>Rhythm of a <see cref="ScheduleKind.Periodic"/>; unspecified (定期) until somebody says how often.</summary>
    public Recurrence? Recurrence { get; init; }

    /// <summary>Month of the last day of each year, 1 to 12, where the rhythm is yearly and names one.</summary>
    public int? Month { get; init; }

    /// <summary>Last day within <see cref="Month"/>, inclusive; in a shorter month its last.</summary>
    public int? Day { get; init; }

    /// <summary>The period that holds where nothing else is set.</summary>
    public static Schedule Statutory { get; } = new(ScheduleKind.AfterFormation) { Days = Article26PublicationPeriod.Ordinary, DayUnit = Plans.DayUnit.Working };

    /// <summary>Reads the limit column of a table.</summary>
    /// <param name="limit">Its words; may be empty.</param>
    [Article("711", 26)]
    public static Schedule Read(string limit)
    {
        var found = LimitReader.Read(limit, AnyYear);
        if (found.FirstOrDefault(one => one.Kind == LimitKind.Periodic) is { } periodic)
            return periodic.Recurrence is Plans.Recurrence.EveryNDays or Plans.Recurrence.EveryNMonths ? new(ScheduleKind.AsWritten)
                : new(ScheduleKind.Periodic) { Recurrence = periodic.Recurrence ?? Plans.Recurrence.Unspecified, Month = periodic.Date?.Month, Day = periodic.Date?.Day };
        if (found.FirstOrDefault(one => one is { Kind: LimitKind.AfterEvent, Days: > 0 }) is { } counted)
            return new(Stands(limit) && Changes(limit) && !limit.Contains("形成", StringComparison.Ordinal) ? ScheduleKind.OnChange : ScheduleKind.AfterFormation) { Days = counted.Days, DayUnit = counted.DayUnit };
        if (found.Any(one => one.Kind is LimitKind.AfterEvent or LimitKind.Date) || limit.Any(char.IsDigit)) return new(ScheduleKind.AsWritten);
        return Stands(limit) ? new(ScheduleKind.Continuous) : Statutory;
    }

    private static bool Stands(string limit) => Standing.Any(word => limit.Contains(word, StringComparison.Ordinal));

    private static bool Changes(string limit) => Changing.Any(word => limit.Contains(word, StringComparison.Ordinal));
}
