namespace Gongkai.Platform.Events;

/// <summary>Something that happened, told to whoever wants to know. A record of plain values; its stored name is the type's.</summary>
public interface IEvent;

/// <summary>Does something as a consequence of an event. May be called more than once for the same event and must then change nothing more.</summary>
/// <typeparam name="TEvent">The event handled.</typeparam>
public interface IHandle<in TEvent> where TEvent : class, IEvent
{
    /// <summary>Handles one event inside the delivery's transaction. An exception means: try again later.</summary>
    Task Handle(TEvent raised, CancellationToken stop);
}
