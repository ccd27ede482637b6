namespace Gongkai.Platform.Messages;

/// <summary>How something leaves the house.</summary>
public enum Way
{
    /// <summary>By e-mail to one person.</summary>
    Mail,

    /// <summary>To a machine that the site's settings name.</summary>
    Webhook,
}

/// <summary>Where a delivery stands.</summary>
public enum OutgoingState
{
    /// <summary>To be sent when it is due.</summary>
    Waiting,

    /// <summary>Taken over by the other side.</summary>
    Sent,

    /// <summary>Tried in vain often enough: a person decides what becomes of it.</summary>
    Dead,

    /// <summary>A person decided that it need not be sent any more.</summary>
    GivenUp,
}

/// <summary>
/// One delivery of a message: stored with the act, sent afterwards, at least once. Its id goes with it, so that who gets it twice can tell.
/// It names the account and never the mail address.
/// </summary>
public sealed class Outgoing
{
    /// <summary>Tries before it lies dead: with the waits between them some seventeen hours.</summary>
    public const int MostAttempts = 10;

    private const int LongestProblem = 500;

    private Outgoing() { }

    internal Outgoing(Guid id, Way way, string kind, Guid? accountId, string? target, string words, string? address, DateTimeOffset at) =>
        (Id, Way, Kind, AccountId, Target, Words, Address, At, DueAt) = (id, way, kind, accountId, target, words, address, at, at);

    public Guid Id { get; private init; }

    public Way Way { get; private init; }

    public string Kind { get; private init; } = "";

    /// <summary>Whom a mail is for; null for a webhook.</summary>
    public Guid? AccountId { get; private init; }

    /// <summary>Name of the webhook in the settings; null for a mail.</summary>
    public string? Target { get; private init; }

    public string Words { get; private init; } = "";

    /// <summary>Local address of what it is about; null where there is none.</summary>
    public string? Address { get; private init; }

    public DateTimeOffset At { get; private init; }

    public OutgoingState State { get; private set; }

    /// <summary>Tries begun, whatever came of them.</summary>
    public int Attempts { get; private set; }

    /// <summary>When to try (again).</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>What the last try said; null where none failed.</summary>
    public string? Problem { get; private set; }

    /// <summary>
    /// Takes it for a try. Nobody else tries until the time is over, and if this machine dies meanwhile somebody does then.
    /// </summary>
    internal void Take(DateTimeOffset now, TimeSpan lease) => (Attempts, DueAt) = (Attempts + 1, now + lease);

    internal void Succeed() => (State, Problem) = (OutgoingState.Sent, null);

    /// <summary>Waits 1, 2, 4 … minutes, at most four hours; dead after the last try, or at once where trying again is of no use.</summary>
    internal void Fail(string problem, bool final, DateTimeOffset now)
    {
        Problem = problem.Length > LongestProblem ? problem[..LongestProblem] : problem;
        if (final || Attempts >= MostAttempts) State = OutgoingState.Dead;
        else DueAt = now + TimeSpan.FromMinutes(Math.Min(240, Math.Pow(2, Attempts - 1)));
    }

    /// <summary>Every reason against deciding about it.</summary>
    public IEnumerable<Refusal> AgainstDeciding()
    {
        if (State != OutgoingState.Dead) yield return new("platform.not-dead");
    }

    /// <summary>Sends it once more, with all its tries.</summary>
    public void TryAgain(DateTimeOffset now) => (State, Attempts, DueAt) = (OutgoingState.Waiting, 0, now);

    /// <summary>Leaves it unsent for good.</summary>
    public void GiveUp() => State = OutgoingState.GivenUp;
}
