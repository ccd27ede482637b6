using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Platform.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gongkai.Platform.Messages;

/// <summary>The other side did not take a message.</summary>
/// <param name="problem">Why, in words that hold neither address nor secret.</param>
/// <param name="final">True where trying again is of no use.</param>
internal sealed class NotSentException(string problem, bool final = false) : Exception(problem)
{
    public bool IsFinal => final;
}

/// <summary>
/// Sends what is due, one after the other and never within a transaction: takes a delivery, sends it, notes what came of it. Whatever is
/// killed in between is sent once more when its lease is over, under the same id; a site that is stopped notes first what came of the one on its way.
/// </summary>
public sealed class MessageSender(IServiceScopeFactory scopes, TimeProvider time, ILogger<MessageSender> log)
{
    /// <summary>Longer than any try takes.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>Sends everything that is due now.</summary>
    /// <returns>Number of tries.</returns>
    public async Task<int> SendAll(CancellationToken stop)
    {
        var tries = 0;
        while (await Take(stop) is { } taken)
        {
            await Send(taken, stop);
            tries++;
        }
        return tries;
    }

    /// <returns>Null where nothing is due.</returns>
    private async Task<Guid?> Take(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var now = time.GetUtcNow();
        // Asks without a lock first: mostly there is nothing, and asking must not stop a writer.
        if (!await db.Set<Outgoing>().AnyAsync(o => o.State == OutgoingState.Waiting && o.DueAt <= now, stop)) return null;

        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var waiting = nameof(OutgoingState.Waiting);
        var due = db.OnPostgreSql
            ? db.Set<Outgoing>().FromSql($"select * from platform_outgoing where state = {waiting} and due_at <= {now.UtcDateTime} order by due_at, id limit 1 for update skip locked")
            : db.Set<Outgoing>().Where(o => o.State == OutgoingState.Waiting && o.DueAt <= now).OrderBy(o => o.DueAt).ThenBy(o => o.Id).Take(1);
        if (await due.ToListAsync(stop) is not [var next]) return null;

        next.Take(now, Lease);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return next.Id;
    }

    private async Task Send(Guid id, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorContext>().Current = Actor.System; // reading an address leaves a trace of who read it
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var outgoing = await db.Get<Outgoing>(id, stop);
        try
        {
            var settings = await scope.ServiceProvider.GetRequiredService<SettingsStore>().Get<MessageSettings>(stop);
            if (outgoing.Way == Way.Mail) await scope.ServiceProvider.GetRequiredService<MailWay>().Send(outgoing, settings, stop);
            else await scope.ServiceProvider.GetRequiredService<WebhookWay>().Send(outgoing, settings, stop);
            outgoing.Succeed();
        }
        catch (NotSentException problem)
        {
            log.LogWarning("Message {Id} was not sent by {Way} (try {Attempt}): {Problem}", outgoing.Id, outgoing.Way, outgoing.Attempts, problem.Message);
            outgoing.Fail(problem.Message, problem.IsFinal, time.GetUtcNow());
        }
        catch (Exception problem) when (problem is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            // Nobody foresaw it, so nobody knows what its words hold: an address, what a server said. Its type tells where to look.
            log.LogError("Message {Id} was not sent by {Way} (try {Attempt}): {Problem}", outgoing.Id, outgoing.Way, outgoing.Attempts, problem.GetType().Name);
            db.ChangeTracker.Clear(); // what the try had begun is not stored with its failure
            outgoing = await db.Get<Outgoing>(id, CancellationToken.None);
            outgoing.Fail($"发送时出错（{problem.GetType().Name}）", final: false, time.GetUtcNow());
        }
        await db.SaveChangesAsync(CancellationToken.None); // it is sent or not, whoever stops the site now
    }
}
