using Gongkai.Plans;
using Gongkai.Publishing.Catalogue;
using Microsoft.Extensions.Localization;

namespace Gongkai.Publishing;

/// <summary>A schedule in words: what the system makes of the limit column.</summary>
internal static class ScheduleWords
{
    /// <summary>The schedule in words.</summary>
    public static string Of(Schedule schedule, IStringLocalizer words) => schedule.Kind switch
    {
        ScheduleKind.AfterFormation => schedule.DayUnit == DayUnit.Working ? words["{0} 个工作日内", schedule.Days!] : words["{0} 日内", schedule.Days!],
        ScheduleKind.OnChange => schedule.DayUnit == DayUnit.Working ? words["变更之日起 {0} 个工作日内", schedule.Days!] : words["变更之日起 {0} 日内", schedule.Days!],
        ScheduleKind.Periodic when schedule is { Month: { } month, Day: { } day } => words["每年 {0} 月 {1} 日前", month, day],
        ScheduleKind.Periodic => words[$"recurrence.{schedule.Recurrence ?? Recurrence.Unspecified}"],
        ScheduleKind.AsWritten => words["按目录写明的时限"],
        _ => words["长期公开"],
    };
}
