using Gongkai.Organs.Contracts;

namespace Gongkai.Administration;

/// <summary>The permissions of this module. Each belongs to one of the three administrators alone.</summary>
internal static class AdministrationPermissions
{
    /// <summary>Which role holds which of them.</summary>
    public static readonly IReadOnlyList<RoleGrant> Grants = [];
}
