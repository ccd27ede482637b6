using Gongkai.Organs.Contracts;

namespace Gongkai.Organs;

/// <summary>The ready-made roles with the permissions that every module says they hold.</summary>
internal sealed class Roles
{
    private readonly Dictionary<string, Role> _byKey;

    /// <exception cref="InvalidOperationException">A module grants something to a role that does not exist.</exception>
    public Roles(IEnumerable<RoleGrant> grants)
    {
        var granted = grants.ToLookup(grant => grant.Role, StringComparer.Ordinal);
        if (granted.FirstOrDefault(role => Made.All(made => made.Key != role.Key)) is { } unknown)
            throw new InvalidOperationException($"There is no role {unknown.Key}; the roles are {string.Join(", ", Made.Select(made => made.Key))}.");

        All = [.. Made.Select(made => made with { Permissions = [.. granted[made.Key].SelectMany(grant => grant.Permissions).Distinct().Order(StringComparer.Ordinal)] })];
        _byKey = All.ToDictionary(role => role.Key, StringComparer.Ordinal);
    }

    /// <summary>Every role, in the order in which lists show them.</summary>
    public IReadOnlyList<Role> All { get; }

    /// <summary>The role with this key; null when there is none.</summary>
    public Role? Find(string key) => _byKey.GetValueOrDefault(key);

    private static IReadOnlyList<Role> Made { get; } =
    [
        new("openness-officer", "公开主管", Everywhere: true, []),
        new("leader", "分管领导", Everywhere: true, []),
        new("clerk", "信息员", Everywhere: false, []),
        new("reviewer", "审核人", Everywhere: false, []),
        new("administrator", "系统管理员", Everywhere: true, []),
        new("security-administrator", "安全管理员", Everywhere: true, []),
        new("audit-administrator", "审计管理员", Everywhere: true, []),
    ];
}
