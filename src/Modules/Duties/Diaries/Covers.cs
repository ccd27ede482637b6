using System.Globalization;

namespace Gongkai.Duties.Diaries;

/// <summary>
/// Tells which occurrence a diary means: <c>2026-05</c>, <c>2026-Q2</c>, <c>2026-H1</c>, <c>2026-W18</c>, <c>2026-05/06</c> (two months),
/// <c>2026-06-01/10</c> (ten days), <c>2026春季学期</c>, the first day of a run of days, or the day of the event.
/// </summary>
internal static class Covers
{
    /// <summary>True when an occurrence is the one that the words name.</summary>
    public static bool Is(string words, Occurrence occurrence)
    {
        if (Day(words) is { } day) return occurrence.CountedFrom is { } from ? from == day : occurrence.OpensOn == day;
        if (words.Length > 10 && words[10] == '/' && Day(words[..10]) is { } first) return occurrence.OpensOn == first;
        return occurrence is { DueOn: { } due, CountedFrom: null } && Names(occurrence.OpensOn, due).Contains(words, StringComparer.Ordinal);
    }

    private static IEnumerable<string> Names(DateOnly opens, DateOnly due)
    {
        yield return due.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        yield return Of($"{due.Year}-Q{(due.Month + 2) / 3}");
        yield return Of($"{due.Year}-H{(due.Month + 5) / 6}");
        yield return Of($"{ISOWeek.GetYear(opens)}-W{ISOWeek.GetWeekOfYear(opens):00}");
        yield return Of($"{opens.Year}-{opens.Month:00}/{due.Month:00}");
        yield return Of($"{opens.Year}{(opens.Month == 2 ? "春季" : "秋季")}学期");
    }

    private static string Of(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);

    private static DateOnly? Day(string words) =>
        DateOnly.TryParseExact(words, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
