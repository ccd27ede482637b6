using Gongkai.Platform.Rights;

namespace Gongkai.Testing;

/// <summary>Every permission that anything in the program names: for the person who may do everything.</summary>
public static class EveryPermission
{
    public static IReadOnlyList<string> Names { get; } = [.. House.Types.Select(PermissionAttribute.Of).OfType<string>().Distinct()];
}
