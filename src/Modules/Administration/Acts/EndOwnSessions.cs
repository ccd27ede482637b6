using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;

namespace Gongkai.Administration.Acts;

/// <summary>Ends one of the person's own sessions from afar, or all but the present one (远程退出).</summary>
[OwnAffair]
internal sealed class EndOwnSessions(Db db, Sessions sessions)
{
    /// <param name="only">The session; null for every one but the present.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    public async Task<Outcome> Run(Guid? only, CancellationToken stop)
    {
        var account = db.Actor.AccountId!.Value;
        await using var all = await db.Database.BeginTransactionAsync(stop);
        if (only is { } one && !await sessions.End(account, one, stop)) return Outcome.Refused("administration.session-ended");
        if (only is null) await sessions.EndAll(account, except: db.Actor.SessionId, stop);
        db.Record(this, new("account", account), only is null ? "退出其他全部登录" : "退出一处登录");
        return await db.Commit(all, stop);
    }
}
