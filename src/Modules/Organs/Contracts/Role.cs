namespace Gongkai.Organs.Contracts;

/// <summary>A ready-made role: which permissions a post with it holds, and how far they reach.</summary>
/// <param name="Key">Stable key, such as <c>clerk</c>.</param>
/// <param name="Name">Official name, such as 信息员.</param>
/// <param name="Everywhere">True where its permissions reach every organ; otherwise only the post's own.</param>
/// <param name="Permissions">Permissions held.</param>
public sealed record Role(string Key, string Name, bool Everywhere, IReadOnlyList<string> Permissions);

/// <summary>What a module adds to a role: each module says itself which of its permissions which role holds.</summary>
/// <param name="Role">Key of the role.</param>
/// <param name="Permissions">Permissions of the module that it holds.</param>
public sealed record RoleGrant(string Role, params IReadOnlyList<string> Permissions);
