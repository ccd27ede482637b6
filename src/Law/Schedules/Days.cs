using Gongkai.Law.Calendar;

namespace Gongkai.Law.Schedules;

/// <summary>Distances between days, as screens and bulletins tell them.</summary>
public static class Days
{
    /// <summary>Days of the calendar by which something came after its last day; 0 when it was in time.</summary>
    /// <param name="due">Last day, inclusive.</param>
    /// <param name="on">Day on which it came, or on which somebody looks.</param>
    public static int Late(DateOnly due, DateOnly on) => Math.Max(0, on.DayNumber - due.DayNumber);

    /// <summary>The day before: the last day of what something else takes the place of.</summary>
    /// <param name="first">First day of what takes its place; later than the first day there is.</param>
    public static DateOnly Before(DateOnly first) => first.AddDays(-1);

    /// <summary>Working days that are left, from tomorrow to the last day, that day included; 0 on the last day and after it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A day lies outside the years that the calendar counts in.</exception>
    public static int WorkdaysLeft(DateOnly today, DateOnly due, WorkCalendar calendar) =>
        due <= today ? 0 : calendar.Workdays(new(today.AddDays(1), due));

    /// <summary>The day of a week within a period of seven days or more.</summary>
    /// <param name="period">The period.</param>
    /// <param name="weekday">The day asked for.</param>
    /// <returns>Its first such day.</returns>
    public static DateOnly Weekday(DateRange period, DayOfWeek weekday) =>
        period.First.AddDays(((int)weekday - (int)period.First.DayOfWeek + 7) % 7);
}
