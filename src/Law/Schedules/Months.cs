namespace Gongkai.Law.Schedules;

/// <summary>Months of the calendar.</summary>
public static class Months
{
    /// <summary>The month that holds a day, from its first day to its last, both inclusive.</summary>
    public static DateRange Of(DateOnly day) => new(new(day.Year, day.Month, 1), new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month)));

    /// <summary>The month before, as a day in it: its first.</summary>
    public static DateOnly Before(DateOnly day) => new DateOnly(day.Year, day.Month, 1).AddMonths(-1);
}
