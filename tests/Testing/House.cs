using System.Reflection;
using Gongkai.Web.Host;

namespace Gongkai.Testing;

/// <summary>All that the program consists of: the host and every assembly of ours that it refers to, loaded or not yet.</summary>
public static class House
{
    /// <summary>Every type of the program, those of its tests left out.</summary>
    public static IReadOnlyList<Type> Types { get; } =
    [
        .. typeof(SiteHost).Assembly.GetReferencedAssemblies().Where(name => name.Name!.StartsWith("Gongkai.", StringComparison.Ordinal)).Select(Assembly.Load)
            .Append(typeof(SiteHost).Assembly).SelectMany(assembly => assembly.GetTypes()),
    ];
}
