using System.Collections.Concurrent;

namespace Gongkai.Platform.Proofs;

/// <summary>
/// Counts the forms of each sender that led nowhere, whatever stood in them. Kept in the memory of this node, as request limits are: several nodes
/// count each for itself, and a restart forgets.
/// </summary>
public sealed class FailedSenders(ProofSettings settings, TimeProvider time)
{
    /// <summary>How long a sender who fails no more is remembered.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromMinutes(15);

    /// <summary>Most senders remembered; beyond that those who failed longest ago are forgotten.</summary>
    private const int Most = 50_000;

    private readonly ConcurrentDictionary<string, Failures> _failures = new(StringComparer.Ordinal);

    /// <summary>True where a sender must prove itself.</summary>
    /// <param name="sender">Who is counted as one; null for whom nothing is counted.</param>
    public bool MustProve(string? sender) =>
        settings.Failures == 0 || (sender is not null && _failures.TryGetValue(sender, out var failed) && failed.Until > time.GetUtcNow() && failed.Count >= settings.Failures);

    /// <summary>Counts one more failure.</summary>
    public void Add(string? sender)
    {
        if (sender is null) return;
        var now = time.GetUtcNow();
        _failures.AddOrUpdate(sender, _ => new(1, now + Remembered), (_, before) => new(before.Until > now ? before.Count + 1 : 1, now + Remembered));
        if (_failures.Count <= Most) return;
        foreach (var (old, _) in _failures.OrderBy(one => one.Value.Until).Take(Most / 2)) _failures.TryRemove(old, out _);
    }

    private readonly record struct Failures(int Count, DateTimeOffset Until);
}
