using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;

namespace Gongkai.Administration.Acts;

/// <summary>Changes the person's own password (修改密码) and ends every other session.</summary>
[OwnAffair]
internal sealed class ChangeOwnPassword(Db db, OwnPassword own, Passwords passwords, Sessions sessions, OneTimeLinks links)
{
    /// <param name="present">The password in force.</param>
    /// <param name="chosen">The new one.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    public async Task<Outcome> Run(string present, string chosen, CancellationToken stop)
    {
        var account = await db.Get<Account>(db.Actor.AccountId!.Value, stop);
        var reasons = await own.Against(this, account, present, stop);
        if (reasons.Count == 0) reasons = await passwords.Against(account, chosen, stop);
        if (reasons.Count == 0 && passwords.IsRight(account, chosen)) reasons = [new("administration.same-password")];
        if (reasons.Count > 0) return Outcome.Refused(reasons);

        await using var all = await db.Database.BeginTransactionAsync(stop);
        passwords.Set(account, chosen, temporary: false);
        await links.Void(LinkPurpose.Password, account.Id, stop);
        db.Record(this, new("account", account.Id));
        var stored = await db.Commit(stop);
        if (!stored.IsDone) return stored;

        await sessions.EndAll(account.Id, except: db.Actor.SessionId, stop);
        await all.CommitAsync(stop);
        return Outcome.Done;
    }
}
