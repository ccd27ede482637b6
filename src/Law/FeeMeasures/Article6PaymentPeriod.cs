using Gongkai.Law.Calendar;
using Gongkai.Law.Limits;

namespace Gongkai.Law.FeeMeasures;

/// <summary>How long an applicant has to pay the handling fee (信息处理费); unpaid, the request counts as given up.</summary>
public static class Article6PaymentPeriod
{
    /// <summary>Working days from the day after the notice was received.</summary>
    [Article("fee-measures", 6)]
    public const int Ordinary = 20;

    /// <summary>The last day on which payment is in time. The reply period is counted anew from the day after payment.</summary>
    /// <param name="noticeReceived">Day on which the applicant received the notice; not counted itself.</param>
    /// <param name="calendar">Calendar that says which days are worked.</param>
    [Article("fee-measures", 6)]
    public static LimitDay LastDay(DateOnly noticeReceived, WorkCalendar calendar) => Limit.LastDay(noticeReceived, new(Ordinary, PeriodUnit.WorkingDays), calendar);
}
