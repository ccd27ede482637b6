namespace Gongkai.Platform.Events;

/// <summary>An event as it lies in the database until every handler has had it.</summary>
public sealed class StoredEvent
{
    private StoredEvent() { }

    internal StoredEvent(string type, string payload, DateTimeOffset raisedAt) => (Type, Payload, RaisedAt) = (type, payload, raisedAt);

    /// <summary>Place in the order of all events; grows, with gaps.</summary>
    public long Sequence { get; private init; }

    /// <summary>Module and type name, <c>duties.EvidenceReturned</c>.</summary>
    public string Type { get; private init; } = "";

    /// <summary>The event as JSON.</summary>
    public string Payload { get; private init; } = "";

    public DateTimeOffset RaisedAt { get; private init; }
}

/// <summary>How far one handler has come, and what stops it.</summary>
public sealed class Delivery
{
    private Delivery() { }

    internal Delivery(string handler) => Handler = handler;

    /// <summary>Module and type name of the handler.</summary>
    public string Handler { get; private init; } = "";

    /// <summary>The last event it has dealt with; 0 before the first.</summary>
    public long Position { get; private set; }

    /// <summary>Failed tries at the next event.</summary>
    public int Attempts { get; private set; }

    /// <summary>When to try again; null when nothing stands in the way.</summary>
    public DateTimeOffset? RetryAt { get; private set; }

    /// <summary>What the last try said; null when nothing stands in the way.</summary>
    public string? Problem { get; private set; }

    internal void Pass(long sequence) => (Position, Attempts, RetryAt, Problem) = (sequence, 0, null, null);

    /// <summary>Lets it be tried without waiting.</summary>
    internal void TryNow() => RetryAt = null;

    /// <summary>Notes a failure; waits 2, 4, 8 … seconds, at most an hour.</summary>
    internal void Fail(string problem, DateTimeOffset now)
    {
        Attempts++;
        RetryAt = now + TimeSpan.FromSeconds(Math.Min(3600, Math.Pow(2, Math.Min(Attempts, 12))));
        Problem = problem.Length > 1000 ? problem[..1000] : problem;
    }
}
