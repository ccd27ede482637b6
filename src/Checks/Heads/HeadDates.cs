using System.Globalization;
using Gongkai.Law.Wording;

namespace Gongkai.Checks;

/// <summary>Holds the days of a head against each other, and finds days in a text that no calendar has.</summary>
internal static class HeadDates
{
    public static IEnumerable<Finding> Contradictions(HeadFacts facts)
    {
        (string Name, DateOnly? Day, string LaterName, DateOnly? Later)[] pairs =
        [
            ("成文日期", facts.WrittenOn, "发布日期", facts.PublishOn),
            ("成文日期", facts.WrittenOn, "施行日期", facts.EffectiveOn),
            ("成文日期", facts.WrittenOn, "失效日期", facts.ExpiresOn),
            ("施行日期", facts.EffectiveOn, "失效日期", facts.ExpiresOn),
        ];
        foreach (var (name, day, laterName, later) in pairs)
            if (day > later) yield return new(CheckCodes.DatesContradict, HeadChecks.Head, default, string.Create(CultureInfo.InvariantCulture, $"{laterName}{later:yyyy-MM-dd}早于{name}{day:yyyy-MM-dd}"));
    }

    /// <summary>Adds every 2月30日, 13月1日 and 2026-02-29. A month without its year may be that of a leap year.</summary>
    public static void LookForImpossible(ScannedText text, FindingList findings)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '月') LookAtMonth(text, at, findings);
            else if (text[at] is '-' or '.' or '/' && at + 1 < text.Length) LookAtCompact(text, at, findings);
        }
    }

    private static void LookAtMonth(ScannedText text, int at, FindingList findings)
    {
        if (NumberBefore(text, at, out var monthStart) is not { } month) return;
        var end = at + 1;
        if (NumberAfter(text, ref end) is not { } day || end >= text.Length || text[end] is not ('日' or '号')) return;
        int? year = null;
        var start = monthStart;
        if (monthStart > 0 && text[monthStart - 1] == '年' && NumberBefore(text, monthStart - 1, out var yearStart) is { } given and >= 1000) (year, start) = (given, yearStart);
        if (!Exists(year, month, day)) findings.Add(CheckCodes.ImpossibleDate, start, end + 1, text.Words(start, end + 1));
    }

    // Four digits, two, two with one sign between; anything around makes it a number of another kind.
    private static void LookAtCompact(ScannedText text, int at, FindingList findings)
    {
        if (at < 4 || at + 6 > text.Length || text[at + 3] != text[at] || (at > 4 && IsPart(text[at - 5])) || (at + 6 < text.Length && IsPart(text[at + 6]))) return;
        if (Digits(text, at - 4, 4) is not { } year || Digits(text, at + 1, 2) is not { } month || Digits(text, at + 4, 2) is not { } day || year is < 1900 or > 2199) return;
        if (!Exists(year, month, day)) findings.Add(CheckCodes.ImpossibleDate, at - 4, at + 6, text.Words(at - 4, at + 6));
    }

    private static bool IsPart(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '/';

    private static bool Exists(int? year, int month, int day)
    {
        if (month is < 1 or > 12 || day < 1) return false;
        return day <= DateTime.DaysInMonth(year is >= 1 and <= 9999 ? year.Value : 2000, month);
    }

    private static int? Digits(ScannedText text, int start, int count)
    {
        var number = 0;
        for (var i = start; i < start + count; i++)
        {
            if (!char.IsAsciiDigit(text[i])) return null;
            number = (number * 10) + text[i] - '0';
        }

        return number;
    }

    private static int? NumberBefore(ScannedText text, int end, out int start)
    {
        start = end;
        while (start > 0 && end - start < 4 && IsNumeral(text[start - 1])) start--;
        return start < end && ChineseNumerals.TryParse(text.Folded[start..end], out var number) ? number : null;
    }

    private static int? NumberAfter(ScannedText text, ref int at)
    {
        var start = at;
        while (at < text.Length && at - start < 3 && IsNumeral(text[at])) at++;
        return at > start && ChineseNumerals.TryParse(text.Folded[start..at], out var number) ? number : null;
    }

    private static bool IsNumeral(char c) => char.IsAsciiDigit(c) || "〇○零一二三四五六七八九十廿卅".Contains(c);
}
