namespace Gongkai.Web.Demo;

/// <summary>The clock by which the demo's past is replayed: it stands at the moment of the entry, in the site's time zone.</summary>
/// <param name="zone">The zone of the site.</param>
internal sealed class ReplayClock(TimeZoneInfo zone) : TimeProvider
{
    private DateTimeOffset _now;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone { get; } = zone;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _now;

    /// <summary>Moves to a local moment.</summary>
    public void Stand(DateOnly day, TimeOnly time) => _now = this.InstantAt(day, time);
}
