using Gongkai.Platform.Events;

namespace Gongkai.Shape;

public sealed class EventsTests
{
    private static readonly SourceFile Declarations = new("src/Planted/Events.cs", """
        internal sealed record Opened(int Number) : IEvent;
        /// <summary>Closed.</summary>
        // Unhandled because the index comes with search.
        internal sealed record Closed(int Number) : IEvent;
        internal sealed record Moved(int Number) : IEvent;
        """);

    private static readonly SourceFile OpenDoor = new("src/Planted/Acts/OpenDoor.cs", "db.Raise(new Opened(1)); var closed = new Closed(1); db.Raise(closed); // new Moved(1)");

    private static readonly HandlerOf Doorkeeping = new(typeof(Doorman), typeof(Opened), (_, _, _) => Task.CompletedTask);

    [Fact]
    public void Events_are_raised_and_handled() => Guard.Holds(EventsGuard.Breaches(Ours()));

    [Fact]
    public void Handlers_are_registered() => Guard.Holds(EventReading.Unregistered(SourceTypes.All, [.. Registered.Instances<HandlerOf>()]));

    [Fact]
    public void The_list_of_events_is_fresh() => GeneratedDocument.IsFresh("docs/events.md", EventsGuard.Render(Ours()));

    [Fact]
    public void Finds_an_event_that_nobody_raises_or_handles() => Guard.Bites(
        EventsGuard.Breaches(Planted(Doorkeeping)),
        "shape.Moved is raised nowhere",
        "shape.Moved has neither a handler nor a reason");

    [Fact]
    public void Finds_a_handler_that_is_not_registered()
    {
        Guard.Bites(EventReading.Unregistered([typeof(Doorman)], []), "Doorman handles Opened but no AddHandler<Opened, Doorman>");
        Guard.Bites(EventsGuard.Breaches(Planted()).Where(breach => breach.Contains("Opened", StringComparison.Ordinal)), "shape.Opened has neither");
    }

    [Fact]
    public void Finds_an_excuse_that_has_become_untrue() => Guard.Bites(
        EventsGuard.Breaches([new("shape.Opened", ["OpenDoor"], ["shape.Doorman"], "none yet")]),
        "shape.Opened has a handler and an excuse");

    [Fact]
    public void Lists_who_raises_and_who_handles() => Assert.EndsWith(
        """
        | `shape.Closed` | `OpenDoor` | nobody: the index comes with search. |
        | `shape.Moved` |  | nobody:  |
        | `shape.Opened` | `OpenDoor` | `shape.Doorman` |

        """,
        EventsGuard.Render(Planted(Doorkeeping)));

    private static IReadOnlyList<EventLine> Ours() => EventReading.Lines(SourceTypes.All, [.. Registered.Instances<HandlerOf>()], Repository.Here.Under("src/", ".cs"));

    private static IReadOnlyList<EventLine> Planted(params IReadOnlyList<HandlerOf> handlers) =>
        EventReading.Lines([typeof(Opened), typeof(Closed), typeof(Moved), typeof(Doorman)], handlers, [Declarations, OpenDoor]);

    private sealed record Opened(int Number) : IEvent;

    private sealed record Closed(int Number) : IEvent;

    private sealed record Moved(int Number) : IEvent;

    private sealed class Doorman : IHandle<Opened>
    {
        public Task Handle(Opened raised, CancellationToken stop) => Task.CompletedTask;
    }
}
