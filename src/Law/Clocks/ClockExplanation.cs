using Gongkai.Law.Calendar;
using Gongkai.Law.Limits;

namespace Gongkai.Law.Clocks;

/// <summary>The days of a composed clock in order, each with its reason.</summary>
internal static class ClockExplanation
{
    internal static IReadOnlyList<ExplainedDay> Of(ReplyClock clock, WorkCalendar calendar)
    {
        List<ExplainedDay> days = [];
        var end = clock.LastDay?.Day ?? clock.LastEventOn;
        var count = 0;
        for (var day = clock.Received; day <= end; day = day.AddDays(1))
        {
            var seen = calendar[day];
            var reason = Reason(clock, seen);
            days.Add(new(day, reason, DayReasons.Counts(reason) ? ++count : null, seen.Holiday) { Announced = seen.Announced });
        }

        return days;
    }

    private static DayReason Reason(ReplyClock clock, CalendarDay seen)
    {
        var day = seen.Day;
        if (day == clock.CountedFrom && day != clock.Received) return DayReason.Restart;
        if (day == clock.Received) return DayReason.Event;
        if (clock.Stops.Any(s => s.Covers(day)) || day > clock.StoppedOn) return DayReason.Stopped;
        if (!seen.IsWorkday) return DayReasons.OfRest(seen);
        if (day < clock.CountedFrom) return DayReason.Void;
        return clock.Pauses.Any(p => p.Covers(day)) || clock.Open.Values.Any(began => day >= began) ? DayReason.Paused : DayReasons.OfWorkday(seen);
    }
}
