namespace Gongkai.Law.Schedules;

/// <summary>How something that is due in every period stands on a day.</summary>
/// <param name="Missing">Periods that are over and in which it was not done, the latest first.</param>
/// <param name="NextDue">Last day of the first period in which it is still to be done, inclusive; null where the years that can be counted end before.</param>
public sealed record PeriodsMet(IReadOnlyList<DateRange> Missing, DateOnly? NextDue)
{
    /// <summary>Looks at every period that began on a day or later.</summary>
    /// <param name="rhythm">How often it is due; no statute defines these words, periods are those of the calendar.</param>
    /// <param name="from">First day from which it is asked for: a period that had begun before is not looked at.</param>
    /// <param name="done">Days on which it was done, in any order. A day meets the period in which it lies and no other.</param>
    /// <param name="today">The day on which somebody looks; the period in which it lies is not over.</param>
    /// <param name="month">Month of the last day of each year, for a rhythm of twelve months that names one; null for the end of the period.</param>
    /// <param name="day">Last day within that month, inclusive; in a shorter month its last.</param>
    public static PeriodsMet Of(Rhythm rhythm, DateOnly from, IReadOnlyCollection<DateOnly> done, DateOnly today, int? month = null, int? day = null)
    {
        ArgumentNullException.ThrowIfNull(done);
        var days = done.Order().ToList();
        var missing = new List<DateRange>();
        foreach (var period in rhythm.Periods(new(from, today.AddYears(2))).Where(period => period.First >= from))
        {
            var due = LastDay(period, month, day);
            var met = Holds(days, period);
            if (due >= today && !met) return new([.. Enumerable.Reverse(missing)], due);
            if (due < today && !met) missing.Add(period);
        }
        return new([.. Enumerable.Reverse(missing)], null);
    }

    private static DateOnly LastDay(DateRange period, int? month, int? day)
    {
        if (month is not { } named || period.First.Year != period.Last.Year) return period.Last;
        var last = DateTime.DaysInMonth(period.First.Year, named);
        return new(period.First.Year, named, Math.Min(day ?? last, last));
    }

    private static bool Holds(List<DateOnly> days, DateRange period)
    {
        var at = days.BinarySearch(period.First);
        if (at < 0) at = ~at;
        return at < days.Count && days[at] <= period.Last;
    }
}
