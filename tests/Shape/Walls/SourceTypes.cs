using System.Reflection;
using System.Runtime.CompilerServices;

namespace Gongkai.Shape;

/// <summary>The types of the program, as compiled.</summary>
internal static class SourceTypes
{
    private static readonly Lazy<IReadOnlyList<Type>> Types = new(() =>
        [.. Repository.Here.Projects.Where(project => project.IsSource).SelectMany(project => Written(Assembly.Load(project.Assembly)))]);

    /// <summary>Every type under src that somebody wrote.</summary>
    public static IReadOnlyList<Type> All => Types.Value;

    /// <summary>Types of modules alone.</summary>
    public static IEnumerable<Type> OfModules
    {
        get
        {
            var modules = Repository.Here.Projects.Where(project => project.IsModule).Select(project => project.Assembly).ToHashSet();
            return All.Where(type => modules.Contains(type.Assembly.GetName().Name!));
        }
    }

    /// <summary>Plain noun of the project a type belongs to.</summary>
    public static string ProjectOf(Type type) => type.Assembly.GetName().Name!.Split('.')[^1];

    private static IEnumerable<Type> Written(Assembly assembly) => assembly.GetTypes().Where(IsWritten);

    /// <summary>False for what the compiler, the Razor compiler or a source generator made.</summary>
    private static bool IsWritten(Type type) =>
        !type.IsDefined(typeof(CompilerGeneratedAttribute)) && !type.Name.Contains('<')
        && type.Namespace is { } space && space.StartsWith("Gongkai", StringComparison.Ordinal)
        && !(typeof(Microsoft.AspNetCore.Mvc.Razor.RazorPageBase).IsAssignableFrom(type))
        && (type.DeclaringType is null || IsWritten(type.DeclaringType));
}
