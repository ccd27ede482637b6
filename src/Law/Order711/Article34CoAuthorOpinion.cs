using Gongkai.Law.Calendar;
using Gongkai.Law.Limits;

namespace Gongkai.Law.Order711;

/// <summary>How long an organ that made the information together with others (共同制作机关) has to give its opinion. Silence counts as consent to disclosure.</summary>
public static class Article34CoAuthorOpinion
{
    /// <summary>Working days from the day after the letter was received.</summary>
    [Article("711", 34)]
    public const int Period = 15;

    /// <summary>The last day on which the opinion is in time.</summary>
    /// <param name="letterReceived">Day on which the letter asking for it was received; not counted itself.</param>
    /// <param name="calendar">Calendar that says which days are worked.</param>
    [Article("711", 34)]
    public static LimitDay LastDay(DateOnly letterReceived, WorkCalendar calendar) => Limit.LastDay(letterReceived, new(Period, PeriodUnit.WorkingDays), calendar);
}
