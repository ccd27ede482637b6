using System.Text.RegularExpressions;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Events;

namespace Gongkai.Shape;

/// <summary>What is known of one kind of event.</summary>
/// <param name="Name">Stored name, such as <c>duties.LimitChanged</c>.</param>
/// <param name="RaisedBy">Files without ending in which it is raised, which by our naming are the acts.</param>
/// <param name="HandledBy">Stored names of handlers.</param>
/// <param name="Unhandled">Why nobody handles it, where its source says so.</param>
internal sealed record EventLine(string Name, IReadOnlyList<string> RaisedBy, IReadOnlyList<string> HandledBy, string? Unhandled);

/// <summary>Reads events, who raises them and who handles them, out of types, registrations and source.</summary>
internal static class EventReading
{
    private static readonly Regex Excuse = new(@"//\s*Unhandled because\s+(?<reason>[^\n]+)", RegexOptions.NonBacktracking);

    /// <summary>One line for each event type, by stored name.</summary>
    public static IReadOnlyList<EventLine> Lines(IEnumerable<Type> types, IReadOnlyList<HandlerOf> handlers, IReadOnlyList<SourceFile> files) =>
    [
        .. from type in types
           where typeof(IEvent).IsAssignableFrom(type) && !type.IsInterface && !type.IsAbstract
           let handledBy = handlers.Where(handler => handler.Event == type).Select(handler => AuditEntry.CodeOf(handler.Handler))
           let name = EventTypes.NameOf(type)
           orderby name
           select new EventLine(name, RaisersOf(type, files), [.. handledBy.Order(StringComparer.Ordinal)], ExcuseOf(type, files)),
    ];

    /// <summary>Handlers that were written but never registered, and so never called.</summary>
    public static IEnumerable<string> Unregistered(IEnumerable<Type> types, IReadOnlyList<HandlerOf> handlers) =>
        from type in types
        from contract in type.GetInterfaces()
        where contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IHandle<>)
        let handled = contract.GetGenericArguments()[0]
        where !handled.IsGenericParameter && !handlers.Any(handler => handler.Handler == type && handler.Event == handled)
        select $"{type.FullName} handles {handled.Name} but no AddHandler<{handled.Name}, {type.Name}> registers it";

    private static List<string> RaisersOf(Type type, IEnumerable<SourceFile> files) =>
    [
        .. from file in files
           where file.BareCode.Contains(".Raise(", StringComparison.Ordinal) && file.BareCode.Contains($"new {type.Name}(", StringComparison.Ordinal)
           select Path.GetFileNameWithoutExtension(file.Name),
    ];

    /// <summary>The excuse stands between the declaration before and the event's own.</summary>
    private static string? ExcuseOf(Type type, IEnumerable<SourceFile> files)
    {
        foreach (var file in files)
        {
            var at = file.BareCode.IndexOf($"record {type.Name}(", StringComparison.Ordinal);
            if (at < 0) continue;
            var start = file.BareCode.LastIndexOfAny([';', '}'], at) + 1;
            if (Excuse.Match(file.Text[start..at]) is { Success: true } excuse) return excuse.Groups["reason"].Value.Trim();
        }

        return null;
    }
}
