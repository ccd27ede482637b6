using Gongkai.Law.Calendar;

namespace Gongkai.Law.Limits;

/// <summary>Why a day is counted in a limit, or skipped.</summary>
public enum DayReason
{
    /// <summary>Day of the event; not counted.</summary>
    Event,

    /// <summary>Counted.</summary>
    Counted,

    /// <summary>Counted: a weekend day declared a working day.</summary>
    CountedMakeUp,

    /// <summary>Skipped: weekend.</summary>
    Weekend,

    /// <summary>Skipped: holiday, by name.</summary>
    Holiday,

    /// <summary>Skipped: a consultation is going on (征求意见).</summary>
    Paused,

    /// <summary>The count is stopped until something comes: a correction, a payment.</summary>
    Stopped,

    /// <summary>Counted at first, but the count later began anew.</summary>
    Void,

    /// <summary>The count begins anew; not counted.</summary>
    Restart,

    /// <summary>Not counted: the end fell on a rest day and moved here.</summary>
    MovedEnd,
}

/// <summary>One day of an explanation.</summary>
/// <param name="Day">The day.</param>
/// <param name="Reason">Why it counts or not.</param>
/// <param name="Count">Its number in the count, from 1; null when skipped.</param>
/// <param name="Holiday">Name of the holiday it belongs to or makes up for; null otherwise.</param>
public sealed record ExplainedDay(DateOnly Day, DayReason Reason, int? Count, string? Holiday)
{
    /// <summary>False in a year whose arrangement of holidays is not announced.</summary>
    public bool Announced { get; init; } = true;
}

/// <summary>A limit with its reasons: every day from the event to the last one.</summary>
/// <param name="From">Day of the event.</param>
/// <param name="Period">Length counted.</param>
/// <param name="Last">The result.</param>
/// <param name="Days">The days in order, none left out.</param>
public sealed record LimitExplanation(DateOnly From, Period Period, LimitDay Last, IReadOnlyList<ExplainedDay> Days);

/// <summary>From what the calendar says to what the count does.</summary>
internal static class DayReasons
{
    internal static DayReason OfWorkday(CalendarDay day) => day.Kind switch
    {
        DayKind.Workday => DayReason.Counted,
        DayKind.MakeUpWorkday => DayReason.CountedMakeUp,
        _ => OfRest(day),
    };

    internal static DayReason OfRest(CalendarDay day) => day.Kind == DayKind.Holiday ? DayReason.Holiday : DayReason.Weekend;

    internal static bool Counts(DayReason reason) => reason is DayReason.Counted or DayReason.CountedMakeUp;
}
