using System.Globalization;

namespace Gongkai.Publishing;

/// <summary>A period of a rhythm in words: 2026年3月, 2026年第二季度.</summary>
internal static class PeriodWords
{
    private static readonly string[] Ordinals = ["一", "二", "三", "四"];

    public static string Of(DateRange period)
    {
        var (first, last) = (period.First, period.Last);
        var months = (last.Year - first.Year) * 12 + last.Month - first.Month + 1;
        var isWhole = first.Day == 1 && last.Day == DateTime.DaysInMonth(last.Year, last.Month);
        return (isWhole, months) switch
        {
            (true, 1) => first.ToString("yyyy年M月", CultureInfo.InvariantCulture),
            (true, 3) when first.Month % 3 == 1 => $"{first.Year}年第{Ordinals[first.Month / 3]}季度",
            (true, 6) when first.Month is 1 or 7 => $"{first.Year}年{(first.Month == 1 ? "上" : "下")}半年",
            (true, 12) => $"{first.Year}年",
            _ when first == last => first.ToString("yyyy年M月d日", CultureInfo.InvariantCulture),
            _ => $"{first.ToString("yyyy年M月d日", CultureInfo.InvariantCulture)}至{last.ToString("M月d日", CultureInfo.InvariantCulture)}",
        };
    }
}
