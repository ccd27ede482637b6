namespace Gongkai.Law.Limits;

/// <summary>What a period is counted in.</summary>
public enum PeriodUnit
{
    /// <summary>Days of the calendar (日).</summary>
    CalendarDays,

    /// <summary>Working days (工作日).</summary>
    WorkingDays,

    /// <summary>Hours (小时), counted from an instant.</summary>
    Hours,

    /// <summary>Months (月).</summary>
    Months,

    /// <summary>Years (年).</summary>
    Years,
}

/// <summary>A length of time that a rule gives (期间).</summary>
public readonly record struct Period
{
    /// <summary>Longest period accepted, in any unit; a longer one is a slip of the pen.</summary>
    public const int Longest = 10_000;

    /// <summary>Makes a period.</summary>
    /// <param name="amount">How many, 1 to <see cref="Longest"/>.</param>
    /// <param name="unit">Of what.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount lies outside its range, or the unit is none.</exception>
    public Period(int amount, PeriodUnit unit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(amount, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(amount, Longest);
        if (unit is < PeriodUnit.CalendarDays or > PeriodUnit.Years) throw new ArgumentOutOfRangeException(nameof(unit), unit, "No such unit.");
        (Amount, Unit) = (amount, unit);
    }

    /// <summary>How many.</summary>
    public int Amount { get; }

    /// <summary>Of what.</summary>
    public PeriodUnit Unit { get; }
}

/// <summary>A computed last day.</summary>
/// <param name="Day">Last day on which the act is in time, inclusive until its end.</param>
/// <param name="Provisional">True when the count ran into a year whose arrangement of holidays is not announced: it may still move.</param>
/// <param name="CalendarVersion">The arrangements it stands on, such as <c>2019@2019-03-22</c>, joined by +; empty where none was known.</param>
public readonly record struct LimitDay(DateOnly Day, bool Provisional, string CalendarVersion);
