using Gongkai.Law.Schedules;

namespace Gongkai.Plans;

/// <summary>What the rhythms that plans and catalogues write mean in the calendar.</summary>
public static class Rhythms
{
    /// <summary>The rhythm of a recurrence.</summary>
    /// <returns>Null for one that needs a number beside it (每N日, 每N个月) or that nobody has set yet (定期).</returns>
    public static Rhythm? Of(Recurrence recurrence) => recurrence switch
    {
        Recurrence.Daily => new(RhythmUnit.Day),
        Recurrence.Weekly => new(RhythmUnit.Week),
        Recurrence.TenDays => new(RhythmUnit.TenDays),
        Recurrence.Monthly => new(RhythmUnit.Month),
        Recurrence.Quarterly => new(RhythmUnit.Month, 3),
        Recurrence.HalfYearly => new(RhythmUnit.Month, 6),
        Recurrence.Semester => new(RhythmUnit.Semester),
        Recurrence.Yearly => new(RhythmUnit.Month, 12),
        _ => null,
    };
}
