using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Administration;

/// <summary>What came of a step of signing in.</summary>
/// <param name="Account">Who it is.</param>
/// <param name="Session">The session begun; null where a code of the second factor is still to come.</param>
internal sealed record Entered(Account Account, Session? Session);

/// <summary>The end of every way in: a new session for a person who has proved who it is. Whatever the browser brought along is no part of it.</summary>
internal sealed class Entering(Db db, ActorContext acting, IRights rights, Sessions sessions, LockOut lockOut, TimeProvider time)
{
    /// <summary>
    /// Begins the session, stored with the present act, and lets the person act from here on. The act has begun a transaction: whoever
    /// changes the ways in at the same time waits for its end and then ends this session too.
    /// </summary>
    /// <returns>Null where the ways in have changed, or the account was shut, since it was judged: then nothing has begun.</returns>
    public async Task<Entered?> Begin(Account account, string? browser, bool byProvider, CancellationToken stop)
    {
        if (db.Database.CurrentTransaction is null) throw new InvalidOperationException("A session begins within the transaction of its act.");
        var (now, judged) = (time.GetUtcNow(), account.SecurityStamp);
        var stands = await db.Set<Account>().Where(one => one.Id == account.Id && one.SecurityStamp == judged && one.SuspendedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.LastSignInAt, now), stop) == 1;
        if (!stands) return null;

        if (!byProvider) await lockOut.Clear(account.Id, stop);
        if (db.Actor is { AccountId: { } before, SessionId: { } old }) await sessions.End(before, old, stop);

        var session = sessions.Begin(account.Id, db.Actor.Address, browser, byProvider);
        var held = await rights.Of(account.Id, time.LocalDay(), stop);
        acting.Current = new(account.Id, account.DisplayName, held.Post, held.Scopes, [], db.Actor.Address) { SessionId = session.Id };
        return new(account, session);
    }
}
