using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;

namespace Gongkai.Administration.Acts;

/// <summary>Chooses a password behind a one-time link (设置密码). The link is used up by it; a password that the rules refuse leaves it open.</summary>
[Public]
internal sealed class ChoosePassword(Db db, ActorContext acting, OneTimeLinks links, Passwords passwords, Sessions sessions)
{
    public async Task<Outcome> Run(string secret, string password, CancellationToken stop)
    {
        if (await links.Find(LinkPurpose.Password, secret, stop) is not { AccountId: { } id } link) return Outcome.Refused("administration.link-void");
        var account = await db.Get<Account>(id, stop);
        if (await passwords.Against(account, password, stop) is { Count: > 0 } reasons) return Outcome.Refused(reasons);

        await using var all = await db.Database.BeginTransactionAsync(stop);
        if (!await links.Use(link, stop)) return Outcome.Refused("administration.link-void");

        // Whoever holds the link is taken for its person, as with the password chosen here.
        acting.Current = new(id, account.DisplayName, post: null, scopes: [], grants: [], db.Actor.Address);
        passwords.Set(account, password, temporary: false);
        db.Record(this, new("account", id));
        var stored = await db.Commit(stop);
        if (!stored.IsDone) return stored;

        await sessions.EndAll(id, except: null, stop);
        await all.CommitAsync(stop);
        return Outcome.Done;
    }
}
