namespace Gongkai.Organs.Contracts;

/// <summary>How far the permissions of a post reach.</summary>
public enum Reach
{
    /// <summary>The post's own organ.</summary>
    Own,

    /// <summary>The post's own organ and every organ below it (下属单位), over all levels, as they stand that day.</summary>
    OwnAndBelow,

    /// <summary>Every organ of the site.</summary>
    Everywhere,
}

/// <summary>A ready-made role: which permissions a post with it holds, and how far they reach.</summary>
/// <param name="Key">Stable key, such as <c>clerk</c>.</param>
/// <param name="Name">Official name, such as 信息员.</param>
/// <param name="Reach">How far its permissions reach.</param>
/// <param name="Permissions">Permissions held.</param>
public sealed record Role(string Key, string Name, Reach Reach, IReadOnlyList<string> Permissions);

/// <summary>What a module adds to a role: each module says itself which of its permissions which role holds.</summary>
/// <param name="Role">Key of the role.</param>
/// <param name="Permissions">Permissions of the module that it holds.</param>
public sealed record RoleGrant(string Role, params IReadOnlyList<string> Permissions);
