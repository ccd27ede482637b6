using Gongkai.Organs.Contracts;

namespace Gongkai.Organs;

/// <summary>The permissions of this module.</summary>
internal static class Permissions
{
    /// <summary>See organs, groups and posts in the console.</summary>
    public const string View = "organs.view";

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
        new("openness-officer", View, Manage, LearnName),
        new("leader", View),
        new("clerk", View),
        new("reviewer", View),
        new("administrator", View, Manage, LearnName, Appoint, CreateAccount),
        new("security-administrator", View, Appoint),
        new("audit-administrator", View),
    ];
}
