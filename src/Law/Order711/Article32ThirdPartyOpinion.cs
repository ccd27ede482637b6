using Gongkai.Law.Calendar;
using Gongkai.Law.Limits;

namespace Gongkai.Law.Order711;

/// <summary>How long a third party whose rights the information touches (第三方) has to give its opinion. Silence leaves the decision to the organ.</summary>
public static class Article32ThirdPartyOpinion
{
    /// <summary>Working days from the day after the letter was received.</summary>
    [Article("711", 32)]
    public const int Period = 15;

    /// <summary>The last day on which the opinion is in time.</summary>
    /// <param name="letterReceived">Day on which the letter asking for it was received; not counted itself.</param>
    /// <param name="calendar">Calendar that says which days are worked.</param>
    [Article("711", 32)]
    public static LimitDay LastDay(DateOnly letterReceived, WorkCalendar calendar) => Limit.LastDay(letterReceived, new(Period, PeriodUnit.WorkingDays), calendar);
}
