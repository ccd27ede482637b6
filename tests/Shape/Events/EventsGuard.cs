namespace Gongkai.Shape;

/// <summary>
/// An event that nobody raises or nobody handles is a promise to nobody. One that waits for a later module says so above its
/// declaration: <c>// Unhandled because …</c>.
/// </summary>
internal static class EventsGuard
{
    public static IEnumerable<string> Breaches(IReadOnlyList<EventLine> lines)
    {
        foreach (var line in lines)
        {
            if (line.RaisedBy.Count == 0) yield return $"{line.Name} is raised nowhere";
            if (line.HandledBy.Count == 0 && line.Unhandled is null) yield return $"{line.Name} has neither a handler nor a reason to have none";
            if (line.HandledBy.Count > 0 && line.Unhandled is not null) yield return $"{line.Name} has a handler and an excuse for having none";
        }
    }

    /// <summary>The text of docs/events.md.</summary>
    public static string Render(IReadOnlyList<EventLine> lines)
    {
        const string head = """
            # Events

            Made from the source by `tests/Shape`; do not edit. An event is stored in the transaction of the act that raises it and delivered
            afterwards, in order and at least once; a handler that fails is tried again and shows in the console.

            | Event | Raised by | Handled by |
            | --- | --- | --- |

            """;
        var rows = lines.Select(line => $"| `{line.Name}` | {Names(line.RaisedBy)} | {(line.HandledBy.Count > 0 ? Names(line.HandledBy) : $"nobody: {line.Unhandled}")} |\n");
        return head + (lines.Count == 0 ? "| none yet | | |\n" : string.Concat(rows));
    }

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"`{name}`"));
}
