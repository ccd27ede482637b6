namespace Gongkai.Platform.Accounts;

/// <summary>One stay of a person: from signing in to signing out, on one browser.</summary>
public sealed class Session
{
    private Session() { }

    internal Session(Guid id, Guid account, DateTimeOffset now, string? address, string? browser, bool byProvider) =>
        (Id, AccountId, StartedAt, SeenAt, Address, Browser, ByProvider) = (id, account, now, now, address, browser, byProvider);

    public Guid Id { get; private init; }

    public Guid AccountId { get; private init; }

    public DateTimeOffset StartedAt { get; private init; }

    /// <summary>The last request, to the minute.</summary>
    public DateTimeOffset SeenAt { get; private set; }

    /// <summary>When it was ended by somebody; null while it lasts, and where it ran out by itself.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Network address it began from; null where there is none.</summary>
    public string? Address { get; private init; }

    /// <summary>What the browser says it is, at most 300 characters; null where it says nothing.</summary>
    public string? Browser { get; private init; }

    /// <summary>True where an identity provider vouched for the person instead of a password.</summary>
    public bool ByProvider { get; private init; }
}
