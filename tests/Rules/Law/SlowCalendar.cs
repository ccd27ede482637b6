namespace Gongkai.Rules.Law;

/// <summary>
/// Counts working days one by one over plain lists: slow, simple, and written without a look at the calendar it checks.
/// The lists are those of the State Council's arrangements, year by year.
/// </summary>
internal static class SlowCalendar
{
    private const string Off = """
        2017-01-01/01-02 2017-01-27/02-02 2017-04-02/04-04 2017-04-29/05-01 2017-05-28/05-30 2017-10-01/10-08
        2018-01-01/01-01 2018-02-15/02-21 2018-04-05/04-07 2018-04-29/05-01 2018-06-18/06-18 2018-09-24/09-24 2018-10-01/10-07
        2018-12-30/12-31 2019-01-01/01-01 2019-02-04/02-10 2019-04-05/04-05 2019-05-01/05-04 2019-06-07/06-07 2019-09-13/09-13 2019-10-01/10-07
        2020-01-01/01-01 2020-01-24/02-02 2020-04-04/04-06 2020-05-01/05-05 2020-06-25/06-27 2020-10-01/10-08
        2021-01-01/01-03 2021-02-11/02-17 2021-04-03/04-05 2021-05-01/05-05 2021-06-12/06-14 2021-09-19/09-21 2021-10-01/10-07
        2022-01-01/01-03 2022-01-31/02-06 2022-04-03/04-05 2022-04-30/05-04 2022-06-03/06-05 2022-09-10/09-12 2022-10-01/10-07
        2022-12-31/12-31 2023-01-01/01-02 2023-01-21/01-27 2023-04-05/04-05 2023-04-29/05-03 2023-06-22/06-24 2023-09-29/10-06
        2024-01-01/01-01 2024-02-10/02-17 2024-04-04/04-06 2024-05-01/05-05 2024-06-10/06-10 2024-09-15/09-17 2024-10-01/10-07
        2025-01-01/01-01 2025-01-28/02-04 2025-04-04/04-06 2025-05-01/05-05 2025-05-31/06-02 2025-10-01/10-08
        2026-01-01/01-03 2026-02-15/02-23 2026-04-04/04-06 2026-05-01/05-05 2026-06-19/06-21 2026-09-25/09-27 2026-10-01/10-07
        """;

    private const string Worked = """
        2017-01-22 2017-02-04 2017-04-01 2017-05-27 2017-09-30
        2018-02-11 2018-02-24 2018-04-08 2018-04-28 2018-09-29 2018-09-30
        2018-12-29 2019-02-02 2019-02-03 2019-04-28 2019-05-05 2019-09-29 2019-10-12
        2020-01-19 2020-04-26 2020-05-09 2020-06-28 2020-09-27 2020-10-10
        2021-02-07 2021-02-20 2021-04-25 2021-05-08 2021-09-18 2021-09-26 2021-10-09
        2022-01-29 2022-01-30 2022-04-02 2022-04-24 2022-05-07 2022-10-08 2022-10-09
        2023-01-28 2023-01-29 2023-04-23 2023-05-06 2023-06-25 2023-10-07 2023-10-08
        2024-02-04 2024-02-18 2024-04-07 2024-04-28 2024-05-11 2024-09-14 2024-09-29 2024-10-12
        2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11
        2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10
        """;

    private static readonly HashSet<DateOnly> DaysOff = ReadRuns();
    private static readonly HashSet<DateOnly> DaysWorked = [.. Words(Worked).Select(w => Days.Day(w))];

    public static bool IsWorkday(DateOnly day)
    {
        if (DaysWorked.Contains(day)) return true;
        if (DaysOff.Contains(day)) return false;
        return day.DayOfWeek != DayOfWeek.Saturday && day.DayOfWeek != DayOfWeek.Sunday;
    }

    /// <summary>The last days of all these counts, in one walk from the start.</summary>
    public static Dictionary<int, DateOnly> LastDays(DateOnly start, IReadOnlyCollection<int> counts)
    {
        var found = new Dictionary<int, DateOnly>();
        var counted = 0;
        for (var day = start.AddDays(1); counted < counts.Max(); day = day.AddDays(1))
        {
            if (!IsWorkday(day)) continue;
            counted++;
            if (counts.Contains(counted)) found[counted] = day;
        }

        return found;
    }

    private static HashSet<DateOnly> ReadRuns()
    {
        HashSet<DateOnly> days = [];
        foreach (var word in Words(Off))
        {
            var first = Days.Day(word[..10]);
            var last = Days.Day(word[..5] + word[11..]);
            for (var day = first; day <= last; day = day.AddDays(1)) days.Add(day);
        }

        return days;
    }

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
