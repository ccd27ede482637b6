using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Platform.Watching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gongkai.Platform.Events;

/// <summary>
/// Brings stored events to their handlers: to each in order, at least once, in a transaction with the mark of how far it has come.
/// A handler that fails stops only itself and is tried again; the console shows it.
/// </summary>
public sealed class Deliverer(IServiceScopeFactory scopes, EventTypes types, TimeProvider time, ILogger<Deliverer> log)
{
    /// <summary>Delivers everything that can be delivered now.</summary>
    /// <param name="stop">Ends the delivery between two events: one that has begun is finished.</param>
    /// <returns>Number of events handed to handlers.</returns>
    public async Task<int> DeliverAll(CancellationToken stop)
    {
        var delivered = 0;
        foreach (var handler in types.Handlers)
            while (!stop.IsCancellationRequested && await DeliverNext(handler, CancellationToken.None)) delivered++;
        return delivered;
    }

    /// <returns>True when an event was handled and there may be another.</returns>
    private async Task<bool> DeliverNext(HandlerOf handler, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorContext>().Current = Actor.System;
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        if (!await IsBehind(db, handler, stop)) return false;

        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var delivery = await Lock(db, handler, stop);
        if (delivery is null || delivery.RetryAt > time.GetUtcNow()) return false;
        if (await Next(db, handler, delivery.Position, stop) is not { } stored) return false;

        using var span = Telemetry.Delivering(handler.Name);
        try
        {
            await handler.Call(scope.ServiceProvider, EventTypes.Read(handler, stored), stop);
            delivery.Pass(stored.Sequence);
            await db.SaveChangesAsync(stop);
            await transaction.CommitAsync(stop);
            Telemetry.Delivered(handler.Name, time.GetUtcNow() - stored.RaisedAt);
            return true;
        }
        catch (Exception problem) when (!stop.IsCancellationRequested)
        {
            await transaction.RollbackAsync(stop);
            Telemetry.NotDelivered(handler.Name);
            log.LogError(problem, "Handler {Handler} failed at event {Sequence}", handler.Name, stored.Sequence);
            await NoteFailure(handler, problem.Message, stop);
            return false;
        }
    }

    /// <summary>Asks without a lock first: mostly there is nothing, and asking must not stop a writer.</summary>
    private static async Task<bool> IsBehind(Db db, HandlerOf handler, CancellationToken stop)
    {
        var position = await db.Set<Delivery>().Where(d => d.Handler == handler.Name).Select(d => (long?)d.Position).FirstOrDefaultAsync(stop);
        return await Next(db, handler, position ?? 0, stop) is not null;
    }

    private static Task<StoredEvent?> Next(Db db, HandlerOf handler, long after, CancellationToken stop)
    {
        var type = EventTypes.NameOf(handler.Event);
        return db.Set<StoredEvent>().AsNoTracking().Where(e => e.Sequence > after && e.Type == type).OrderBy(e => e.Sequence).FirstOrDefaultAsync(stop);
    }

    /// <summary>The handler's mark, locked; null while another machine delivers to the same handler.</summary>
    private static async Task<Delivery?> Lock(Db db, HandlerOf handler, CancellationToken stop)
    {
        await MakeMark(db, handler, stop);
        return db.OnPostgreSql
            ? await db.Set<Delivery>().FromSql($"select * from platform_deliveries where handler = {handler.Name} for update skip locked").FirstOrDefaultAsync(stop)
            : await db.Set<Delivery>().FirstOrDefaultAsync(d => d.Handler == handler.Name, stop);
    }

    private static Task<int> MakeMark(Db db, HandlerOf handler, CancellationToken stop) =>
        db.Database.ExecuteSqlAsync($"insert into platform_deliveries (handler, position, attempts) values ({handler.Name}, 0, 0) on conflict do nothing", stop);

    /// <summary>The mark is made again where it went with the failed transaction: a handler may fail at its very first event.</summary>
    private async Task NoteFailure(HandlerOf handler, string problem, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        await MakeMark(db, handler, stop);
        var delivery = await db.Get<Delivery>(handler.Name, stop);
        delivery.Fail(problem, time.GetUtcNow());
        await db.SaveChangesAsync(stop);
    }
}
