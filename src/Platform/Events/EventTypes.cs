using System.Text.Encodings.Web;
using System.Text.Json;
using Gongkai.Platform.Audit;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Platform.Events;

/// <summary>A handler as registered: which event it takes and how to call it.</summary>
/// <param name="Handler">Its type.</param>
/// <param name="Event">The event it takes.</param>
/// <param name="Call">Calls it with a payload read back.</param>
public sealed record HandlerOf(Type Handler, Type Event, Func<IServiceProvider, object, CancellationToken, Task> Call)
{
    /// <summary>Stored name of the handler: with its event, since one type may handle several.</summary>
    public string Name { get; } = $"{AuditEntry.CodeOf(Handler)}:{Event.Name}";

    internal static HandlerOf Make<TEvent, THandler>() where TEvent : class, IEvent where THandler : class, IHandle<TEvent> =>
        new(typeof(THandler), typeof(TEvent), (services, raised, stop) => services.GetRequiredService<THandler>().Handle((TEvent)raised, stop));
}

/// <summary>The events and handlers of this program, and the bell that wakes the delivery.</summary>
public sealed class EventTypes(IEnumerable<HandlerOf> handlers) : IDisposable
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly SemaphoreSlim _bell = new(0, 1);

    /// <summary>Every handler, in the order registered.</summary>
    public IReadOnlyList<HandlerOf> Handlers { get; } = [.. handlers];

    /// <summary>Stored name of an event type.</summary>
    public static string NameOf(Type type) => AuditEntry.CodeOf(type);

    internal static StoredEvent Store<TEvent>(TEvent raised, TimeProvider time) where TEvent : class, IEvent =>
        new(NameOf(typeof(TEvent)), JsonSerializer.Serialize(raised, Json), time.GetUtcNow());

    internal static object Read(HandlerOf handler, StoredEvent stored) => JsonSerializer.Deserialize(stored.Payload, handler.Event, Json)!;

    /// <summary>Rings after a commit that stored events; rings that nobody waits for are one.</summary>
    internal void Signal()
    {
        try { _bell.Release(); }
        catch (SemaphoreFullException) { /* already ringing */ }
    }

    /// <summary>Waits for the bell, or for the time in which another machine may have stored something.</summary>
    internal Task Wait(TimeSpan atMost, CancellationToken stop) => _bell.WaitAsync(atMost, stop);

    /// <inheritdoc/>
    public void Dispose() => _bell.Dispose();
}
