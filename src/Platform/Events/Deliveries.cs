using Gongkai.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Events;

/// <summary>A handler that has not had every event yet.</summary>
/// <param name="Handler">Stored name of the handler.</param>
/// <param name="Sequence">The event it stands at.</param>
/// <param name="RaisedAt">When that was raised.</param>
/// <param name="Waiting">Events that wait for it.</param>
/// <param name="Attempts">Failed tries at the event it stands at.</param>
/// <param name="RetryAt">When it is tried again; null for at once.</param>
/// <param name="Problem">What the last try said; null where none failed.</param>
public sealed record HandlerBehind(string Handler, long Sequence, DateTimeOffset RaisedAt, int Waiting, int Attempts, DateTimeOffset? RetryAt, string? Problem);

/// <summary>Looks after the delivery of events, for the person who does.</summary>
public sealed class Deliveries(Db db, EventTypes types)
{
    /// <summary>Handlers that have not had every event yet.</summary>
    public async Task<IReadOnlyList<HandlerBehind>> Behind(CancellationToken stop)
    {
        var marks = await db.Set<Delivery>().AsNoTracking().ToDictionaryAsync(delivery => delivery.Handler, stop);
        var behind = new List<HandlerBehind>();
        foreach (var handler in types.Handlers)
        {
            var mark = marks.GetValueOrDefault(handler.Name);
            var waiting = Waiting(handler, mark?.Position ?? 0);
            if (await Next(waiting, stop) is not { } next) continue;
            behind.Add(new(handler.Name, next.Sequence, next.RaisedAt, await waiting.CountAsync(stop), mark?.Attempts ?? 0, mark?.RetryAt, mark?.Problem));
        }
        return behind;
    }

    /// <summary>Lets a handler be tried at once instead of waiting; the act saves.</summary>
    /// <exception cref="MissingException">No such handler has begun.</exception>
    public async Task TryNow(string handler, CancellationToken stop) => (await Locked(handler, stop)).TryNow();

    /// <summary>
    /// Leaves out the event that a handler stands at: its consequence will never come, and later events are handed on.
    /// Within a transaction of the act, which saves.
    /// </summary>
    /// <param name="handler">Stored name of the handler.</param>
    /// <param name="sequence">The event that was seen; another one is not left out.</param>
    /// <param name="stop">Stops before anything is changed.</param>
    /// <returns>Done; refused where the handler stands somewhere else by now.</returns>
    /// <exception cref="MissingException">No such handler has begun.</exception>
    public async Task<Outcome> Skip(string handler, long sequence, CancellationToken stop)
    {
        var mark = await Locked(handler, stop);
        if (types.Handlers.FirstOrDefault(one => one.Name == handler) is not { } known || (await Next(Waiting(known, mark.Position), stop))?.Sequence != sequence)
            return Outcome.Refused("platform.changed-meanwhile");
        mark.Pass(sequence);
        return Outcome.Done;
    }

    private IQueryable<StoredEvent> Waiting(HandlerOf handler, long position)
    {
        var type = EventTypes.NameOf(handler.Event);
        return db.Set<StoredEvent>().AsNoTracking().Where(stored => stored.Sequence > position && stored.Type == type);
    }

    private static Task<StoredEvent?> Next(IQueryable<StoredEvent> waiting, CancellationToken stop) => waiting.OrderBy(stored => stored.Sequence).FirstOrDefaultAsync(stop);

    /// <summary>The handler's mark, locked against the delivery for the rest of the transaction.</summary>
    private async Task<Delivery> Locked(string handler, CancellationToken stop) =>
        await (db.OnPostgreSql ? db.Set<Delivery>().FromSql($"select * from platform_deliveries where handler = {handler} for update") : db.Set<Delivery>().Where(delivery => delivery.Handler == handler))
            .FirstOrDefaultAsync(stop) ?? throw new MissingException(nameof(Delivery), handler);
}
