using Gongkai.Organs.Contracts;

namespace Gongkai.Organs;

/// <summary>The ready-made roles with the permissions that every module says they hold; made once, at the start of the site.</summary>
internal sealed class Roles
{
    private readonly Dictionary<string, Role> _byKey;

    /// <exception cref="InvalidOperationException">A module grants something to a role that does not exist, or mixes what must stay apart: see <see cref="SeparateAdministrators"/>.</exception>
    public Roles(IEnumerable<RoleGrant> grants)
    {
        var granted = grants.ToLookup(grant => grant.Role, StringComparer.Ordinal);
        if (granted.FirstOrDefault(role => Made.All(made => made.Key != role.Key)) is { } unknown)
            throw new InvalidOperationException($"There is no role {unknown.Key}; the roles are {string.Join(", ", Made.Select(made => made.Key))}.");

        All = [.. Made.Select(made => made with { Permissions = [.. granted[made.Key].SelectMany(grant => grant.Permissions).Distinct().Order(StringComparer.Ordinal)] })];
        if (SeparateAdministrators.Against(All).ToList() is { Count: > 0 } mixed) throw new InvalidOperationException(string.Join(" ", mixed));
        _byKey = All.ToDictionary(role => role.Key, StringComparer.Ordinal);
    }

    /// <summary>Every role, in the order in which lists show them.</summary>
    public IReadOnlyList<Role> All { get; }

    /// <summary>The role with this key; null when there is none.</summary>
    public Role? Find(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>One for each kind of work in the office; the public needs none.</summary>
    private static IReadOnlyList<Role> Made { get; } =
    [
        new("openness-officer", "公开主管", Reach.Everywhere, []),
        new("leader", "分管领导", Reach.Everywhere, []),
        new("head", "主要负责人", Reach.OwnAndBelow, []),
        new("clerk", "信息员", Reach.Own, []),
        new("town-clerk", "镇街信息员", Reach.OwnAndBelow, []),
        new("reviewer", "审核人", Reach.OwnAndBelow, []),
        new("secrecy-reviewer", "保密审查员", Reach.OwnAndBelow, []),
        new("policy-drafter", "政策起草人", Reach.Own, []),
        new("legal-officer", "文件法制审核员", Reach.Everywhere, []),
        new("opinion-officer", "舆情值班员", Reach.Everywhere, []),
        new("request-clerk", "依申请公开经办人", Reach.Own, []),
        new("register-keeper", "重点领域信息登记员", Reach.Own, []),
        new("portal-operator", "网站与新媒体运维员", Reach.Everywhere, []),
        new("service-staff", "政务服务与热线人员", Reach.Own, []),
        new("assessor", "考核评议员", Reach.Everywhere, []),
        new("training-organiser", "培训管理员", Reach.Everywhere, []),
        new(SeparateAdministrators.System, "系统管理员", Reach.Everywhere, []),
        new(SeparateAdministrators.Security, "安全管理员", Reach.Everywhere, []),
        new(SeparateAdministrators.Audit, "审计管理员", Reach.Everywhere, []),
    ];
}
