using Gongkai.Organs.Contracts;

namespace Gongkai.Organs;

/// <summary>The permissions of this module.</summary>
internal static class Permissions
{
    /// <summary>See organs, groups and posts in the console.</summary>
    public const string View = "organs.view";

    /// <summary>See people with their posts, and which role may do what.</summary>
    public const string ViewPeople = "organs.view-people";

    /// <summary>Establish, rename and merge organs; define groups; import.</summary>
    public const string Manage = "organs.manage";

    /// <summary>Teach the register another way to write a name.</summary>
    public const string LearnName = "organs.learn-name";

    /// <summary>Put people into posts and end posts.</summary>
    public const string Appoint = "organs.appoint";

    /// <summary>Open an account for a person.</summary>
    public const string CreateAccount = "organs.create-account";

    /// <summary>Which role holds which of them.</summary>
    public static readonly IReadOnlyList<RoleGrant> Grants =
    [
        new("openness-officer", View, ViewPeople, Manage, LearnName),
        .. new[]
        {
            "leader", "head", "clerk", "town-clerk", "reviewer", "secrecy-reviewer", "policy-drafter", "legal-officer", "opinion-officer", "request-clerk",
            "register-keeper", "portal-operator", "service-staff", "assessor", "training-organiser",
        }.Select(role => new RoleGrant(role, View)),
        new(SeparateAdministrators.System, View, ViewPeople, Manage, LearnName, CreateAccount),
        new(SeparateAdministrators.Security, View, ViewPeople, Appoint),
        new(SeparateAdministrators.Audit, View, ViewPeople),
    ];
}
