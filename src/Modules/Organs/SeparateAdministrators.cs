using Gongkai.Organs.Contracts;

namespace Gongkai.Organs;

/// <summary>
/// Three administrators (三员) of whom none can do another's work, and none the office's: one runs the site, one gives posts and keeps
/// sign-in safe, one reads the record. Asked when the roles are made and at every appointment. There is no setting for it.
/// </summary>
internal static class SeparateAdministrators
{
    public const string System = "administrator", Security = "security-administrator", Audit = "audit-administrator";

    private static readonly string[] Three = [System, Security, Audit];

    /// <summary>Modules that run the house. A permission of any other module touches business data, which no administrator does by administering.</summary>
    private static readonly string[] Administering = ["organs", "administration"];

    /// <summary>Looking on changes nothing and shows no business data: any role may hold it.</summary>
    private static readonly string[] LookingOn = [Permissions.View, Permissions.ViewPeople, "administration.accounts-view"];

    /// <summary>What all three may look at and nobody else: whom the others have let in.</summary>
    private static readonly string[] AmongThemselves = ["administration.accounts-view"];

    /// <summary>The register of organs and their names is kept by the system administrator and, in daily work, by the office that leads openness.</summary>
    private static readonly string[] KeptWithTheOffice = [Permissions.Manage, Permissions.LearnName];

    /// <summary>True for one of the three.</summary>
    public static bool Includes(string role) => Three.Contains(role, StringComparer.Ordinal);

    /// <summary>Why one person cannot hold both posts at a time; null when that may be.</summary>
    public static Refusal? Against(string role, string beside)
    {
        if (role == beside || !(Includes(role) || Includes(beside))) return null;
        return Includes(role) && Includes(beside) ? new("organs.separate-administrators") : new("organs.administrator-with-business");
    }

    /// <summary>Every permission that stands where it must not, in words for whoever wrote the module; empty when all is apart.</summary>
    public static IEnumerable<string> Against(IReadOnlyCollection<Role> roles)
    {
        foreach (var administrator in roles.Where(role => Includes(role.Key)))
            foreach (var permission in administrator.Permissions)
            {
                if (!Administering.Contains(ModuleOf(permission), StringComparer.Ordinal)) yield return $"{administrator.Key} holds {permission}, which is no permission of administering.";
                if (LookingOn.Contains(permission, StringComparer.Ordinal)) continue;
                foreach (var other in roles.Where(role => role.Key != administrator.Key && role.Permissions.Contains(permission)))
                    if (!IsKeptTogether(permission, administrator.Key, other.Key)) yield return $"{permission} of {administrator.Key} is also held by {other.Key}.";
            }
    }

    private static bool IsKeptTogether(string permission, string one, string other) =>
        (AmongThemselves.Contains(permission, StringComparer.Ordinal) && Includes(other))
        || (KeptWithTheOffice.Contains(permission, StringComparer.Ordinal) && one == System && other == "openness-officer");

    private static string ModuleOf(string permission) => permission.Split('.')[0];
}
