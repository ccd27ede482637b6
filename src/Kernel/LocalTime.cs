namespace Gongkai;

/// <summary>The one clock of a site: real time, seen in the site's time zone (default Asia/Shanghai).</summary>
/// <param name="zone">The zone in which local days begin and end.</param>
public sealed class LocalTime(TimeZoneInfo zone) : TimeProvider
{
    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone { get; } = zone;
}

/// <summary>Local days read off a clock.</summary>
public static class LocalDays
{
    /// <summary>Today in the site's time zone.</summary>
    public static DateOnly LocalDay(this TimeProvider time) => time.LocalDay(time.GetUtcNow());

    /// <summary>The instant at which it is an hour of a local day.</summary>
    /// <returns>In UTC; the first or the last instant there is where the hour lies beyond it.</returns>
    public static DateTimeOffset InstantAt(this TimeProvider time, DateOnly day, TimeOnly hour)
    {
        var local = day.ToDateTime(hour);
        var ticks = local.Ticks - time.LocalTimeZone.GetUtcOffset(local).Ticks;
        return new(Math.Clamp(ticks, DateTimeOffset.MinValue.Ticks, DateTimeOffset.MaxValue.Ticks), TimeSpan.Zero);
    }

    /// <summary>The local day on which an instant falls.</summary>
    public static DateOnly LocalDay(this TimeProvider time, DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, time.LocalTimeZone).DateTime);
}
