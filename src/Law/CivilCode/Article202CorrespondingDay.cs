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
}
