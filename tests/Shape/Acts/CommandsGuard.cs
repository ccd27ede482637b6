using System.CommandLine;
using System.Reflection;

namespace Gongkai.Shape;

/// <summary>
/// A command of the command line is a static class with one <c>Create()</c>. Records and enums beside it hold what it is asked with.
/// </summary>
internal static class CommandsGuard
{
    public static IEnumerable<string> Breaches(IEnumerable<Type> types) =>
        from type in types
        where type is { IsClass: true, IsNested: false } && type.Namespace?.EndsWith(".Commands", StringComparison.Ordinal) == true
        where type.Name.EndsWith("Command", StringComparison.Ordinal) || Create(type) is not null
        where type.IsVisible || !(type.IsAbstract && type.IsSealed) || Create(type) is null
        select $"{type.FullName} is a command but not an internal static class with Create()";

    private static MethodInfo? Create(Type type) =>
        type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .FirstOrDefault(method => method.Name == "Create" && typeof(Command).IsAssignableFrom(method.ReturnType));
}
