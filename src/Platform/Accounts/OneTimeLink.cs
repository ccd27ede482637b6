namespace Gongkai.Platform.Accounts;

/// <summary>What a one-time link opens.</summary>
public enum LinkPurpose
{
    /// <summary>The page on which a person chooses a password.</summary>
    Password,

    /// <summary>The page that sets a new site up.</summary>
    Setup,
}

/// <summary>An address that opens one page once. Only the hash of its secret is stored.</summary>
public sealed class OneTimeLink
{
    private OneTimeLink() { }

    internal OneTimeLink(Guid id, LinkPurpose purpose, Guid? account, string hash, DateTimeOffset expiresAt) =>
        (Id, Purpose, AccountId, SecretHash, ExpiresAt) = (id, purpose, account, hash, expiresAt);

    public Guid Id { get; private init; }

    public LinkPurpose Purpose { get; private init; }

    /// <summary>Whose it is; null where it is no person's.</summary>
    public Guid? AccountId { get; private init; }

    /// <summary>SHA-256 of the secret in the address, hexadecimal.</summary>
    public string SecretHash { get; private init; } = "";

    /// <summary>First instant at which it no longer opens.</summary>
    public DateTimeOffset ExpiresAt { get; private init; }

    /// <summary>When it was used; null while it was not.</summary>
    public DateTimeOffset? UsedAt { get; private set; }
}
