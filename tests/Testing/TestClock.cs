namespace Gongkai.Testing;

/// <summary>A clock that stands still until a test sets it. Local time is China's.</summary>
public sealed class TestClock : TimeProvider
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    private DateTimeOffset _now = new(2026, 3, 2, 9, 0, 0, China);

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone { get; } = TimeZoneInfo.CreateCustomTimeZone("China", China, "China", "China");

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _now.ToUniversalTime();

    /// <summary>Sets nine o'clock in the morning of a local day.</summary>
    /// <param name="day">Such as <c>2026-03-20</c>.</param>
    public void SetDay(string day) => _now = new(DateOnly.ParseExact(day, "yyyy-MM-dd"), new TimeOnly(9, 0), China);

    /// <summary>Lets time pass.</summary>
    public void Pass(TimeSpan span) => _now += span;
}
