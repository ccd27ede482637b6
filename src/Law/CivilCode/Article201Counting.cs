namespace Gongkai.Law.CivilCode;

/// <summary>Where a period begins (期间的起算).</summary>
public static class Article201Counting
{
    /// <summary>The first day counted in a period of days, months or years: the day after the event.</summary>
    /// <param name="eventDay">Day of the event; not counted itself.</param>
    [Article("civil-code", 201, Paragraph = 1)]
    public static DateOnly FirstDay(DateOnly eventDay) => eventDay.AddDays(1);

    /// <summary>The first day after a period of days is over (自印发之日起30日后施行).</summary>
    /// <param name="eventDay">Day of the event; not counted itself.</param>
    /// <param name="days">Days of the calendar, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The days are less than 1, or lead beyond the last year that exists.</exception>
    [Article("civil-code", 201, Paragraph = 1)]
    public static DateOnly DayAfter(DateOnly eventDay, int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        return FirstDay(eventDay).AddDays(days);
    }

    /// <summary>The end of a period of hours, which runs from the instant itself and takes no notice of nights or holidays.</summary>
    /// <param name="start">Instant from which the hours run.</param>
    /// <param name="hours">1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The hours are less than 1.</exception>
    [Article("civil-code", 201, Paragraph = 2)]
    public static DateTimeOffset LastInstant(DateTimeOffset start, int hours)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(hours, 1);
        return start.AddHours(hours);
    }
}
