using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;

namespace Gongkai.Administration.Acts;

/// <summary>Switches the person's own second factor off; asks for the password (停用双因素).</summary>
[OwnAffair]
internal sealed class RemoveOwnFactor(Db db, OwnPassword own, SecondFactors factors)
{
    public async Task<Outcome> Run(string password, CancellationToken stop)
    {
        var account = await db.Get<Account>(db.Actor.AccountId!.Value, stop);
        if (await own.Against(this, account, password, stop) is { Count: > 0 } reasons) return Outcome.Refused(reasons);

        await using var all = await db.Database.BeginTransactionAsync(stop);
        await factors.Remove(account, stop);
        db.Record(this, new("account", account.Id));
        return await db.Commit(all, stop);
    }
}
