namespace Gongkai.Platform.Rights;

/// <summary>Holds the actor of one request, command or delivery; set once at its start.</summary>
public sealed class ActorContext
{
    /// <summary>Who acts; the public without an address until somebody is set.</summary>
    public Actor Current { get; set; } = Actor.Public(null);

    /// <summary>True once something was recorded in this request: it then needs no entry as a mere attempt.</summary>
    internal bool LeftRecord { get; set; }
}

/// <summary>What an account holds, told by the module that knows posts.</summary>
/// <param name="Post">Post in words.</param>
/// <param name="Scopes">Organs in which a post is held, the main one first.</param>
/// <param name="Grants">Permissions.</param>
public sealed record Rights(string? Post, IReadOnlyList<Guid> Scopes, IReadOnlyList<Grant> Grants)
{
    /// <summary>True for one of the three administrators (三员).</summary>
    public bool Administers { get; init; }
}

/// <summary>Tells what an account may do today. The platform asks; the module with the posts answers.</summary>
public interface IRights
{
    /// <summary>The rights of an account on a day; none at all where it holds no post.</summary>
    Task<Rights> Of(Guid accountId, DateOnly today, CancellationToken stop);

    /// <summary>The same with those of posts that begin only later: whoever will decide tomorrow is guarded today.</summary>
    Task<Rights> OfAndToCome(Guid accountId, DateOnly today, CancellationToken stop);
}
