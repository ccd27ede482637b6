using Gongkai.Duties.Queries;
using Gongkai.Law.Schedules;
using Microsoft.Extensions.Localization;

namespace Gongkai.Duties;

/// <summary>How far away a last day is, as people say it: late in days, ahead in working days.</summary>
internal static class DueWords
{
    public static string Distance(DateOnly due, Clock clock, IStringLocalizer words)
    {
        if (due < clock.Today) return words["超期 {0} 天", Days.Late(due, clock.Today)];
        if (due == clock.Today) return words["今天到期"];
        return words["还有 {0} 个工作日", clock.WorkdaysUntil(due)];
    }
}
