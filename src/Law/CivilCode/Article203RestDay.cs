using Gongkai.Law.Calendar;

namespace Gongkai.Law.CivilCode;

/// <summary>A period that ends on a rest day (法定休假日), and the hour at which its last day ends.</summary>
public static class Article203RestDay
{
    /// <summary>The last day, moved behind the rest days it falls on. Weekends are rest days here; a make-up workday is none.</summary>
    /// <param name="lastDay">Last day by the count alone.</param>
    /// <param name="calendar">Calendar that says which days are off.</param>
    /// <returns>That day, or the first working day after it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The day lies outside the calendar.</exception>
    [Article("civil-code", 203, Paragraph = 1)]
    public static DateOnly Moved(DateOnly lastDay, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return calendar.WorkdayFrom(lastDay);
    }

    /// <summary>When a last day is over: at 24 o'clock, or when business ends where there are business hours.</summary>
    /// <param name="lastDay">Last day, inclusive.</param>
    /// <param name="businessEnds">Local time at which business ends; null where there are no business hours.</param>
    /// <returns>The local end, exclusive for midnight (the first instant of the next day).</returns>
    [Article("civil-code", 203, Paragraph = 2)]
    public static DateTime Ends(DateOnly lastDay, TimeOnly? businessEnds = null) =>
        businessEnds is { } time ? lastDay.ToDateTime(time) : lastDay.AddDays(1).ToDateTime(TimeOnly.MinValue);
}
