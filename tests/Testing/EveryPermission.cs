using System.Reflection;
using Gongkai.Platform.Rights;
using Gongkai.Web.Host;

namespace Gongkai.Testing;

/// <summary>Every permission that anything in the program names: for the person who may do everything.</summary>
public static class EveryPermission
{
    public static IReadOnlyList<string> Names { get; } =
    [
        .. typeof(SiteHost).Assembly.GetReferencedAssemblies().Where(name => name.Name!.StartsWith("Gongkai.", StringComparison.Ordinal)).Select(Assembly.Load)
            .Append(typeof(SiteHost).Assembly).SelectMany(assembly => assembly.GetTypes()).Select(PermissionAttribute.Of).OfType<string>().Distinct(),
    ];
}
