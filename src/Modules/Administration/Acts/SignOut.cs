using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;

namespace Gongkai.Administration.Acts;

/// <summary>Ends the session in which the person acts (退出).</summary>
[OwnAffair]
internal sealed class SignOut(Db db, Sessions sessions)
{
    public async Task<Outcome> Run(CancellationToken stop)
    {
        if (db.Actor is not { AccountId: { } account, SessionId: { } session }) return Outcome.Done;
        await using var all = await db.Database.BeginTransactionAsync(stop);
        await sessions.End(account, session, stop);
        db.Record(this, new("account", account));
        return await db.Commit(all, stop);
    }
}
