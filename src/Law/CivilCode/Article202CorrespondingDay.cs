namespace Gongkai.Law.CivilCode;

/// <summary>Where a period of months or years ends (到期月的对应日).</summary>
public static class Article202CorrespondingDay
{
    /// <summary>The day with the same number in the month in which the period ends, or that month's last day where it has no such day.</summary>
    /// <param name="eventDay">Day of the event: 31 January and one month lead to the end of February.</param>
    /// <param name="months">1 or more; a year is twelve.</param>
    /// <exception cref="ArgumentOutOfRangeException">The months are less than 1, or lead beyond the last year that exists.</exception>
    [Article("civil-code", 202)]
    public static DateOnly LastDay(DateOnly eventDay, int months)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(months, 1);
        return eventDay.AddMonths(months);
    }

    /// <summary>The last day of a period that names its own first day (自2026年3月1日起施行，有效期五年): that day counts, so the period ends the day before the corresponding one.</summary>
    /// <param name="firstDay">First day, counted itself: 1 March 2026 and 60 months lead to 28 February 2031.</param>
    /// <param name="months">1 or more; a year is twelve.</param>
    /// <returns>That day, inclusive; where the last month has no corresponding day, its own last day.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The months are less than 1, or lead beyond the last year that exists.</exception>
    [Article("civil-code", 202)]
    public static DateOnly LastDayFrom(DateOnly firstDay, int months)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(months, 1);
        var corresponding = firstDay.AddMonths(months);
        return corresponding.Day == firstDay.Day ? corresponding.AddDays(-1) : corresponding;
    }
}
