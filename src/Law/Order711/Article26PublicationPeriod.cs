using Gongkai.Law.Calendar;
using Gongkai.Law.Limits;

namespace Gongkai.Law.Order711;

/// <summary>How soon information that must be published of the organ's own accord is published (主动公开期限).</summary>
public static class Article26PublicationPeriod
{
    /// <summary>Working days from the day after the information was formed or changed, unless another law sets its own period.</summary>
    [Article("711", 26)]
    public const int Ordinary = 20;

    /// <summary>The last day on which publication is in time.</summary>
    /// <param name="formed">Day on which the information was formed or changed; not counted itself.</param>
    /// <param name="calendar">Calendar that says which days are worked.</param>
    [Article("711", 26)]
    public static LimitDay LastDay(DateOnly formed, WorkCalendar calendar) => Limit.LastDay(formed, new(Ordinary, PeriodUnit.WorkingDays), calendar);
}
