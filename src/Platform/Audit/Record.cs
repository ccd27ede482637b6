using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Platform.Audit;

/// <summary>
/// Records what no act records with its rows: signing in, reading personal data, what was tried and refused. The entry has a transaction
/// of its own, which outlives one that is rolled back. Acts call <see cref="Db.Record"/> instead.
/// </summary>
public sealed class Record(IServiceScopeFactory scopes, ActorContext acting, TimeProvider time)
{
    /// <summary>
    /// Adds one entry and stores it at once. Not from within a transaction that has written already: SQLite has one writer, and the
    /// entry would wait for the transaction that waits for it.
    /// </summary>
    /// <param name="actor">Who; for somebody who is not signed in <see cref="Actor.Public"/> with the address.</param>
    /// <param name="act">Code of what was tried, <c>module.Verb</c>; its name stands in a module's Words.resx under this code.</param>
    /// <param name="subject">What it was about.</param>
    /// <param name="result">What came of it.</param>
    /// <param name="note">In words, without secrets or personal data; null where there is nothing to add.</param>
    /// <param name="stop">Stops before the entry is stored.</param>
    public async Task Aside(Actor actor, string act, Subject subject, AuditResult result, string? note, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        db.Add(AuditEntry.Of(actor, actor.Post, act, subject, result, note, time));
        await db.SaveChangesAsync(stop);
        acting.LeftRecord = true;
    }
}
