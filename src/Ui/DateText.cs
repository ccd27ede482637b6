using System.Globalization;
using Gongkai.Ui.Languages;

namespace Gongkai.Ui;

/// <summary>How days and instants are written on screens, in the form that readers of the page are used to: the one place that says so.</summary>
public static class DateText
{
    /// <summary>A local day: <c>2026-11-20</c>, in English <c>20 Nov 2026</c>.</summary>
    public static string Day(DateOnly day) => day.ToString(IsEnglish ? "d MMM yyyy" : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A local day where the year is plain from its surroundings: <c>11-20</c>, in English <c>20 Nov</c>.</summary>
    public static string DayOfYear(DateOnly day) => day.ToString(IsEnglish ? "d MMM" : "MM-dd", CultureInfo.InvariantCulture);

    /// <summary>An instant, to the minute, on the clock of a zone: <c>2026-11-20 09:30</c>, in English <c>20 Nov 2026, 09:30</c>.</summary>
    public static string Minute(DateTimeOffset instant, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(instant, zone).ToString(IsEnglish ? "d MMM yyyy, HH:mm" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A local day in words, in the language of the page: <c>2026年11月20日 星期五</c>.</summary>
    public static string InWords(DateOnly day) => IsChinese
        ? day.ToString("yyyy年M月d日 dddd", CultureInfo.GetCultureInfo("zh-Hans"))
        : day.ToString("D", CultureInfo.CurrentCulture);

    /// <summary>A month, in the language of the page: <c>2026年11月</c>.</summary>
    /// <param name="month">Any day of it.</param>
    public static string Month(DateOnly month) => IsChinese
        ? month.ToString("yyyy年M月", CultureInfo.InvariantCulture)
        : month.ToString("Y", CultureInfo.CurrentCulture);

    private static bool IsChinese => PageLanguage.IsChinese(CultureInfo.CurrentCulture);

    private static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";
}
