using System.Globalization;

namespace Gongkai.Law.Schedules;

/// <summary>Months of the calendar.</summary>
public static class Months
{
    /// <summary>The month that holds a day, from its first day to its last, both inclusive.</summary>
    public static DateRange Of(DateOnly day) => new(new(day.Year, day.Month, 1), new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month)));

    /// <summary>The month before, as a day in it: its first.</summary>
    public static DateOnly Before(DateOnly day) => new DateOnly(day.Year, day.Month, 1).AddMonths(-1);

    /// <summary>First days of the months of a year that have begun by a day, newest first; all twelve for a year that is over.</summary>
    public static IReadOnlyList<DateOnly> OfYearUntil(int year, DateOnly today) =>
        [.. Enumerable.Range(1, 12).Reverse().Select(month => new DateOnly(year, month, 1)).Where(first => first <= today)];

    /// <summary>Reads a month written as <c>2026-10</c>.</summary>
    /// <returns>False where it is no month; then <paramref name="first"/> is of no use.</returns>
    public static bool TryParse(string text, out DateOnly first) =>
        DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out first);
}
