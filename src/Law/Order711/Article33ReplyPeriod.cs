using Gongkai.Law.Calendar;
using Gongkai.Law.Limits;

namespace Gongkai.Law.Order711;

/// <summary>A consultation that takes its working days out of the reply period (征求意见所需时间).</summary>
/// <param name="Began">Day on which the letter went out: the first day not counted.</param>
/// <param name="Ended">Day on which the opinion came in or its period ended; it counts again. The same day as <paramref name="Began"/> takes nothing out.</param>
public readonly record struct Pause(DateOnly Began, DateOnly Ended)
{
    /// <summary>True on a day that is not counted.</summary>
    public bool Covers(DateOnly day) => day >= Began && day < Ended;
}

/// <summary>How long an organ has to answer a request (答复期限).</summary>
public static class Article33ReplyPeriod
{
    /// <summary>Working days to answer, counted from the day after receipt.</summary>
    [Article("711", 33, Paragraph = 2)]
    public const int Ordinary = 20;

    /// <summary>Working days that may be added, once, with the consent of the head of the office for disclosure.</summary>
    [Article("711", 33, Paragraph = 2)]
    public const int LongestExtension = 20;

    /// <summary>The last day on which an answer is in time.</summary>
    /// <param name="received">Day of receipt under article 31, a local date; not counted itself.</param>
    /// <param name="extension">Extension granted, in working days: 0 to <see cref="LongestExtension"/>.</param>
    /// <param name="pauses">Consultations, in any order; where two overlap a day is taken out once. One that begins after the last day changes nothing.</param>
    /// <param name="calendar">Calendar that says which days are worked.</param>
    /// <returns>That day, inclusive; always a working day.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The extension is negative or longer than the law allows, or the count leaves the calendar.</exception>
    [Article("711", 33, Paragraph = 2), Article("711", 33, Paragraph = 3)]
    public static LimitDay LastDay(DateOnly received, int extension, IReadOnlyList<Pause> pauses, WorkCalendar calendar)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(extension);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(extension, LongestExtension);
        ArgumentNullException.ThrowIfNull(pauses);
        ArgumentNullException.ThrowIfNull(calendar);

        var left = Ordinary + extension;
        var last = calendar.WorkdayAfter(received, left);
        // First day that no earlier pause has taken out; pauses in order of their beginning, so each only adds its tail.
        var free = received.AddDays(1);
        foreach (var pause in pauses.OrderBy(p => p.Began))
        {
            if (pause.Began > last) break;
            var from = pause.Began > free ? pause.Began : free;
            if (pause.Ended <= from) continue;
            left += calendar.Workdays(new(from, pause.Ended.AddDays(-1)));
            last = calendar.WorkdayAfter(received, left);
            free = pause.Ended;
        }

        return calendar.Limit(received, last);
    }

    /// <summary>The same with every day from receipt to the last one and why it counts or not.</summary>
    [Article("711", 33)]
    public static LimitExplanation Explain(DateOnly received, int extension, IReadOnlyList<Pause> pauses, WorkCalendar calendar)
    {
        var last = LastDay(received, extension, pauses, calendar);
        List<ExplainedDay> days = [new(received, DayReason.Event, null, null)];
        var count = 0;
        for (var day = received.AddDays(1); day <= last.Day; day = day.AddDays(1))
        {
            var seen = calendar[day];
            var reason = seen.IsWorkday && pauses.Any(p => p.Covers(day)) ? DayReason.Paused : DayReasons.OfWorkday(seen);
            days.Add(new(day, reason, DayReasons.Counts(reason) ? ++count : null, seen.Holiday) { Announced = seen.Announced });
        }

        return new(received, new(Ordinary + extension, PeriodUnit.WorkingDays), last, days);
    }
}
