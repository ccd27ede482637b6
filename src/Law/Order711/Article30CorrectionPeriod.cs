using Gongkai.Law.Calendar;
using Gongkai.Law.Limits;

namespace Gongkai.Law.Order711;

/// <summary>How long an organ has to ask for a correction (补正); it may ask once.</summary>
public static class Article30CorrectionPeriod
{
    /// <summary>Working days from the day after receipt.</summary>
    [Article("711", 30)]
    public const int Notice = 7;

    /// <summary>The last day on which the applicant may be told what is missing.</summary>
    /// <param name="received">Day of receipt under article 31; not counted itself.</param>
    /// <param name="calendar">Calendar that says which days are worked.</param>
    [Article("711", 30)]
    public static LimitDay LastDay(DateOnly received, WorkCalendar calendar) => Limit.LastDay(received, new(Notice, PeriodUnit.WorkingDays), calendar);
}
