using System.Reflection;

namespace Gongkai.Shape;

/// <summary>
/// An act that changes rows by a statement of its own (<c>ExecuteUpdateAsync</c>, <c>ExecuteDeleteAsync</c>), itself or through what it calls, begins a
/// transaction: otherwise the change stands before its entry does, and without it where saving fails.
/// </summary>
internal static class TransactionsGuard
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly string[] Statements = ["ExecuteUpdateAsync", "ExecuteDeleteAsync", "ExecuteUpdate", "ExecuteDelete"];

    /// <param name="types">Types, of which only acts are looked at.</param>
    /// <param name="within">Assemblies of the program.</param>
    public static IEnumerable<string> Breaches(IEnumerable<Type> types, IReadOnlyCollection<Assembly> within) =>
        from act in types
        where act is { IsClass: true, IsNested: false } && act.Namespace?.EndsWith(".Acts", StringComparison.Ordinal) == true
        let run = act.GetMethod("Run", Own)
        where run is not null
        let reached = Calls.Reached(run, within)
        let statement = reached.FirstOrDefault(called => Statements.Contains(called.Name))
        where statement is not null && !reached.Where(called => OutermostOf(called) == act).SelectMany(Calls.Of).Any(called => called.Name == "BeginTransactionAsync")
        select $"{act.FullName} reaches {statement.Name} and begins no transaction";

    private static Type? OutermostOf(MethodBase method)
    {
        var type = method.DeclaringType;
        while (type is { IsNested: true }) type = type.DeclaringType;
        return type;
    }
}
