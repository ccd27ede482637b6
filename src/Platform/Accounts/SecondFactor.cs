namespace Gongkai.Platform.Accounts;

/// <summary>The second factor (双因素) of an account: a secret shared with an authenticator app.</summary>
public sealed class SecondFactor
{
    private SecondFactor() { }

    internal SecondFactor(Guid account, string secret, DateTimeOffset since, long step) => (AccountId, Secret, Since, LastStep) = (account, secret, since, step);

    public Guid AccountId { get; private init; }

    /// <summary>The secret, encrypted.</summary>
    public string Secret { get; private init; } = "";

    public DateTimeOffset Since { get; private init; }

    /// <summary>The last step whose code was used; no code up to it is taken again.</summary>
    public long LastStep { get; private set; }

    /// <summary>Wrong codes since the last right one or lock.</summary>
    public int FailedCount { get; private set; }

    /// <summary>How often wrong codes have locked it since the last right one; each further lock lasts twice as long.</summary>
    public int LockSeries { get; private set; }

    /// <summary>Until when no code is judged after wrong ones; null where none locked it.</summary>
    public DateTimeOffset? LockedUntil { get; private set; }
}

/// <summary>A code for the day on which the authenticator app is lost; each opens once.</summary>
public sealed class RecoveryCode
{
    private RecoveryCode() { }

    internal RecoveryCode(Guid id, Guid account, string hash) => (Id, AccountId, CodeHash) = (id, account, hash);

    public Guid Id { get; private init; }

    public Guid AccountId { get; private init; }

    /// <summary>SHA-256 of account and code, hexadecimal. A code has 80 bits: nobody guesses it from its hash.</summary>
    public string CodeHash { get; private init; } = "";

    /// <summary>When it was used; null while it was not.</summary>
    public DateTimeOffset? UsedAt { get; private set; }
}
