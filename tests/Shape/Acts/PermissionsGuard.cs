using Gongkai.Organs.Contracts;
using Gongkai.Platform.Rights;

namespace Gongkai.Shape;

/// <summary>A permission is named after its module, and somebody can hold it: a permission of no role locks its act for ever.</summary>
internal static class PermissionsGuard
{
    /// <summary>Permissions that are named after another module.</summary>
    public static IEnumerable<string> Misnamed(IEnumerable<Type> moduleTypes) =>
        from use in Used(moduleTypes)
        let prefix = $"{SourceTypes.ProjectOf(use.Type).ToLowerInvariant()}."
        where !use.Permission.StartsWith(prefix, StringComparison.Ordinal)
        select $"{use.Type.FullName} names {use.Permission}; permissions of its module begin with {prefix}";

    /// <summary>Permissions that no role holds.</summary>
    public static IEnumerable<string> Unheld(IEnumerable<Type> types, IEnumerable<RoleGrant> grants)
    {
        var held = grants.SelectMany(grant => grant.Permissions).ToHashSet();
        return from use in Used(types) where !held.Contains(use.Permission) select $"{use.Permission} of {use.Type.FullName} is held by no role";
    }

    private static IEnumerable<(Type Type, string Permission)> Used(IEnumerable<Type> types) =>
        from type in types let permission = PermissionAttribute.Of(type) where permission is not null select (type, permission);
}
