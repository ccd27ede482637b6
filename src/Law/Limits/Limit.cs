using Gongkai.Law.Calendar;
using Gongkai.Law.CivilCode;

namespace Gongkai.Law.Limits;

/// <summary>From an event and a period to the last day, and to the reasons day by day.</summary>
public static class Limit
{
    /// <summary>The last day of a period, inclusive.</summary>
    /// <param name="from">Day of the event; not counted itself.</param>
    /// <param name="period">Length; not in hours, which end at an instant.</param>
    /// <param name="calendar">Calendar that says which days are worked.</param>
    /// <returns>For working days always a working day; other periods that end on a rest day are moved to the next working day.</returns>
    /// <exception cref="ArgumentException">The period is in hours: ask <see cref="LastInstant"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The count leaves the years of the calendar.</exception>
    public static LimitDay LastDay(DateOnly from, Period period, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        if (period.Unit == PeriodUnit.WorkingDays) return calendar.Limit(from, calendar.WorkdayAfter(from, period.Amount));
        _ = calendar.IsWorkday(from);
        return calendar.Limit(from, Article203RestDay.Moved(UnmovedEnd(from, period), calendar));
    }

    /// <summary>The instant at which a period of hours is over.</summary>
    /// <param name="from">Instant of the event.</param>
    /// <param name="period">Length in hours.</param>
    /// <exception cref="ArgumentException">The period is not in hours.</exception>
    public static DateTimeOffset LastInstant(DateTimeOffset from, Period period) =>
        period.Unit == PeriodUnit.Hours ? Article201Counting.LastInstant(from, period.Amount)
        : throw new ArgumentException("Only a period of hours ends at an instant; ask LastDay.", nameof(period));

    /// <summary>The same as <see cref="LastDay"/>, with every day from the event to the last one and why it counts or not.</summary>
    public static LimitExplanation Explain(DateOnly from, Period period, WorkCalendar calendar)
    {
        var last = LastDay(from, period, calendar);
        var unmoved = period.Unit == PeriodUnit.WorkingDays ? last.Day : UnmovedEnd(from, period);
        List<ExplainedDay> days = [new(from, DayReason.Event, null, null)];
        var count = 0;
        for (var day = Article201Counting.FirstDay(from); day <= last.Day; day = day.AddDays(1))
        {
            var seen = calendar[day];
            var reason =
                period.Unit == PeriodUnit.WorkingDays ? DayReasons.OfWorkday(seen)
                : day > unmoved ? (day == last.Day ? DayReason.MovedEnd : DayReasons.OfRest(seen))
                : DayReason.Counted;
            days.Add(new(day, reason, DayReasons.Counts(reason) ? ++count : null, seen.Holiday) { Announced = seen.Announced });
        }

        return new(from, period, last, days);
    }

    private static DateOnly UnmovedEnd(DateOnly from, Period period) => period.Unit switch
    {
        PeriodUnit.CalendarDays => from.AddDays(period.Amount),
        PeriodUnit.Months => Article202CorrespondingDay.LastDay(from, period.Amount),
        PeriodUnit.Years => Article202CorrespondingDay.LastDay(from, checked(period.Amount * 12)),
        _ => throw new ArgumentException("A period of hours ends at an instant; ask LastInstant.", nameof(period)),
    };
}
