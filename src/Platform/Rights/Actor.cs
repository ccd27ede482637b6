using Gongkai.Platform.Data;

namespace Gongkai.Platform.Rights;

/// <summary>A permission held, everywhere or within one scope.</summary>
/// <param name="Permission">Name of the permission.</param>
/// <param name="Scope">The organ within which it is held; null = everywhere.</param>
public sealed record Grant(string Permission, Guid? Scope)
{
    /// <summary>The post that gives it, in words; null where none does.</summary>
    public string? Post { get; init; }
}

/// <summary>Who acts: a person in a post, the public, or the system itself.</summary>
public sealed class Actor
{
    private readonly ILookup<(string Permission, Guid? Scope), string?> _grants;

    /// <summary>A signed-in person.</summary>
    /// <param name="accountId">Account.</param>
    /// <param name="name">Name of the person.</param>
    /// <param name="post">Post in words; null where the person holds none.</param>
    /// <param name="scopes">Organs in which the person holds a post, the main one first.</param>
    /// <param name="grants">Permissions held.</param>
    /// <param name="address">Network address; null where there is none.</param>
    public Actor(Guid accountId, string name, string? post, IReadOnlyList<Guid> scopes, IEnumerable<Grant> grants, string? address = null)
    {
        (AccountId, Name, Post, Scopes, Address) = (accountId, name, post, scopes, address);
        _grants = Index(grants);
    }

    private Actor(string name, bool isSystem, string? address = null)
    {
        (Name, IsSystem, Address) = (name, isSystem, address);
        _grants = Index([]);
    }

    /// <summary>The program itself: handlers of events, the command line on the machine. Holds every permission.</summary>
    public static Actor System { get; } = new("系统", isSystem: true);

    /// <summary>Somebody without an account. Holds no permission.</summary>
    public static Actor Public(string? address) => new("公众", isSystem: false, address);

    public Guid? AccountId { get; }

    public string Name { get; }

    public string? Post { get; }

    /// <summary>Organs in which the person holds a post, the main one first.</summary>
    public IReadOnlyList<Guid> Scopes { get; } = [];

    public string? Address { get; }

    public bool IsSystem { get; }

    /// <summary>The session in which the person acts; null where there is none.</summary>
    public Guid? SessionId { get; init; }

    /// <summary>Address of the page on which the person must settle something before anything else; null where nothing is owed.</summary>
    public string? Owes { get; init; }

    /// <summary>True when the permission is held anywhere at all: the question of menus and pages.</summary>
    public bool May(string permission) => IsSystem || _grants.Any(grant => grant.Key.Permission == permission);

    /// <summary>True when the permission is held for one scope, or everywhere.</summary>
    public bool May(string permission, Guid scope) =>
        IsSystem || _grants.Contains((permission, null)) || _grants.Contains((permission, scope));

    /// <summary>The scopes for which the permission is held one by one; empty where it is held everywhere or not at all.</summary>
    public IReadOnlyList<Guid> ScopesOf(string permission) => [.. _grants.Where(grant => grant.Key.Permission == permission).Select(grant => grant.Key.Scope).OfType<Guid>()];

    /// <summary>True when the permission is held for every scope.</summary>
    public bool MayEverywhere(string permission) => IsSystem || _grants.Contains((permission, null));

    /// <summary>The posts in which a thing is done: of several that a person holds, those that give the permission for it. All of them where none is asked for.</summary>
    /// <param name="permission">The permission that was asked for; null where the affair is the person's own.</param>
    /// <param name="scope">Whose affair it is; null for affairs of the whole site.</param>
    public string? PostFor(string? permission, Guid? scope)
    {
        if (permission is null) return Post;
        var within = _grants[(permission, scope)].OfType<string>().ToList();
        if (within.Count == 0 && scope is not null) within = [.. _grants[(permission, null)].OfType<string>()];
        return within.Count == 0 ? Post : string.Join('；', within.Distinct());
    }

    /// <summary>Refuses what the actor has no right to.</summary>
    /// <exception cref="ForbiddenException">The permission is missing, or names nothing and the actor is not the system.</exception>
    internal void Demand(string? permission, Guid? scope)
    {
        var may = permission is null ? IsSystem : scope is { } within ? May(permission, within) : MayEverywhere(permission);
        if (!may) throw new ForbiddenException(permission);
    }

    private static ILookup<(string, Guid?), string?> Index(IEnumerable<Grant> grants) => grants.ToLookup(grant => (grant.Permission, grant.Scope), grant => grant.Post);
}
