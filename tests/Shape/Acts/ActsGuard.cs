using System.Reflection;
using Gongkai.Platform.Rights;

namespace Gongkai.Shape;

/// <summary>
/// An act is one verb of the office: sealed, seen by its module only, with one public <c>Run</c>, a permission, and an audit entry.
/// Everything in a namespace that ends in <c>.Acts</c> is an act, or a record or enum that acts are asked with.
/// </summary>
internal static class ActsGuard
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <param name="types">Types, of which only those of acts are looked at.</param>
    /// <param name="sourceOf">Source of the file that declares a type, comments and strings blanked out; empty where none does.</param>
    public static IEnumerable<string> Breaches(IEnumerable<Type> types, Func<Type, string> sourceOf)
    {
        foreach (var act in types.Where(IsAct))
        {
            if (!act.IsSealed || act.IsAbstract) yield return $"{act.FullName} is not a sealed class that can be made";
            if (act.IsVisible) yield return $"{act.FullName} is public; an act is internal";
            if (PermissionAttribute.Of(act) is null && !act.IsDefined(typeof(OwnAffairAttribute)) && !act.IsDefined(typeof(PublicAttribute))) yield return $"{act.FullName} names no permission";
            if (!sourceOf(act).Contains(".Record(", StringComparison.Ordinal)) yield return $"{act.FullName} records no audit entry";

            var offered = act.GetMethods(Own);
            if (offered is not [{ Name: "Run" } run]) yield return $"{act.FullName} offers {string.Join(", ", offered.Select(m => m.Name))} instead of one Run";
            else if (!IsOutcome(run.ReturnType)) yield return $"{act.FullName}.Run does not return Task<Outcome> or Task<Outcome<T>>";
        }
    }

    /// <summary>Acts that no front door registers: a page that asks for one would fail when it is opened.</summary>
    public static IEnumerable<string> Unregistered(IEnumerable<Type> types, IEnumerable<Type> registered)
    {
        var known = registered.ToHashSet();
        return from act in types where IsAct(act) && !known.Contains(act) select $"{act.FullName} is registered by no module";
    }

    /// <summary>Finds the source of types among files.</summary>
    public static Func<Type, string> SourceIn(IReadOnlyList<SourceFile> files) =>
        type => string.Concat(files.Where(file => file.BareCode.Contains($"class {type.Name}(", StringComparison.Ordinal)
            || file.BareCode.Contains($"class {type.Name}\n", StringComparison.Ordinal)).Select(file => file.BareCode));

    private static bool IsAct(Type type) =>
        type is { IsClass: true, IsNested: false } && type.Namespace?.EndsWith(".Acts", StringComparison.Ordinal) == true && !IsRecord(type);

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    private static bool IsOutcome(Type type) =>
        type == typeof(Task<Outcome>)
        || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>)
            && type.GetGenericArguments()[0] is { IsGenericType: true } made && made.GetGenericTypeDefinition() == typeof(Outcome<>));
}
