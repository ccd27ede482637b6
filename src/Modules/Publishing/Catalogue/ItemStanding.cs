using Gongkai.Law.Schedules;
using Gongkai.Plans;

namespace Gongkai.Publishing.Catalogue;

/// <summary>How an item of the catalogue stands: what was published under it, what is due next, what is missing. Worked out whenever somebody looks.</summary>
/// <param name="Last">Day of the last publication; null for none.</param>
/// <param name="NextDue">Last day, inclusive, by which it is due next; null where its schedule names none.</param>
/// <param name="Missing">Periods that went by without a publication, the latest first.</param>
internal sealed record ItemStanding(DateOnly? Last, DateOnly? NextDue, IReadOnlyList<DateRange> Missing)
{
    /// <summary>True where it should stand there all the time and nothing does.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>True where something is missing.</summary>
    public bool Lacks => IsEmpty || Missing.Count > 0;

    /// <summary>Works it out.</summary>
    /// <param name="schedule">When the item is due.</param>
    /// <param name="from">First day from which this schedule holds.</param>
    /// <param name="published">Days of publications under it, as far back as periods are looked at.</param>
    /// <param name="last">Day of the last one, however long ago; null for none.</param>
    /// <param name="today">Today.</param>
    public static ItemStanding Of(Schedule schedule, DateOnly from, IReadOnlyCollection<DateOnly> published, DateOnly? last, DateOnly today)
    {
        if (schedule is { Kind: ScheduleKind.Periodic, Recurrence: { } recurrence } && Rhythms.Of(recurrence) is { } rhythm)
        {
            var met = PeriodsMet.Of(rhythm, from, published, today, schedule.Month, schedule.Day);
            return new(last, met.NextDue, met.Missing);
        }
        return new(last, null, []) { IsEmpty = schedule.Kind is ScheduleKind.OnChange or ScheduleKind.Continuous && last is null && from <= today };
    }
}
