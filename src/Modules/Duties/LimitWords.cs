using System.Globalization;
using Gongkai.Plans;

namespace Gongkai.Duties;

/// <summary>A limit in official Chinese, for screens, tables and letters.</summary>
internal static class LimitWords
{
    private const string Day = "yyyy年M月d日";

    /// <summary>The plan's own words where the plan wrote it; otherwise what the rule comes to.</summary>
    public static string Of(LimitRule rule, LimitOrigin origin) =>
        origin is LimitOrigin.Narrative or LimitOrigin.Table && rule.Phrase.Length > 0 ? rule.Phrase : Of(rule);

    /// <summary>What the rule comes to.</summary>
    public static string Of(LimitRule rule) => rule.Kind switch
    {
        LimitKind.Date => DateWords(rule) + Quota(rule),
        LimitKind.Periodic => PeriodWords(rule) + Quota(rule),
        LimitKind.AfterEvent => EventWords(rule),
        LimitKind.LongTerm => "长期",
        _ => "不定期",
    };

    private static string DateWords(LimitRule rule) => rule switch
    {
        { StartDate: { } first, Date: { } last } => $"{Write(first)}至{Write(last)}",
        { Date: { } last } => $"{Write(last)}前",
        _ => "计划年度内",
    };

    private static string PeriodWords(LimitRule rule) => rule.Recurrence switch
    {
        Recurrence.Daily => "每日",
        Recurrence.Weekly => rule.DayOfWeek is { } day ? $"每周{"日一二三四五六"[(int)day]}" : "每周",
        Recurrence.TenDays => "每旬",
        Recurrence.Monthly => "每月",
        Recurrence.Quarterly => "每季度",
        Recurrence.HalfYearly => "每半年",
        Recurrence.Semester => "每学期",
        Recurrence.Yearly => rule.Date is { } day ? string.Create(CultureInfo.InvariantCulture, $"每年{day.Month}月{day.Day}日前") : "每年",
        Recurrence.EveryNDays => string.Create(CultureInfo.InvariantCulture, $"每{rule.Days}日"),
        Recurrence.EveryNMonths => string.Create(CultureInfo.InvariantCulture, $"每{rule.Months}个月"),
        _ => "定期（待明确频次）",
    };

    private static string EventWords(LimitRule rule)
    {
        var after = string.IsNullOrEmpty(rule.Event) ? "事项发生" : rule.Event;
        return rule switch
        {
            { Hours: { } hours } => string.Create(CultureInfo.InvariantCulture, $"{after}后{hours}小时内"),
            { Days: 0 } => $"与{after}同步",
            { Days: { } days, DayUnit: DayUnit.Working } => string.Create(CultureInfo.InvariantCulture, $"{after}后{days}个工作日内"),
            { Days: { } days } => string.Create(CultureInfo.InvariantCulture, $"{after}后{days}日内"),
            { Months: { } months } => string.Create(CultureInfo.InvariantCulture, $"{after}后{months}个月内"),
            _ => $"{after}后及时",
        };
    }

    private static string Quota(LimitRule rule) => rule switch
    {
        { MinCount: { } count, Aspects: { } aspects } => string.Create(CultureInfo.InvariantCulture, $"，{aspects}个方面各不少于{count}次"),
        { MinCount: { } count } => string.Create(CultureInfo.InvariantCulture, $"，不少于{count}次"),
        _ => "",
    };

    private static string Write(DateOnly day) => day.ToString(Day, CultureInfo.InvariantCulture);
}
