using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;

namespace Gongkai.Administration.Acts;

/// <summary>Opens an account again that was shut or that wrong passwords have locked (解锁).</summary>
[Permission(AdministrationPermissions.KeepAccounts)]
internal sealed class UnlockAccount(Db db, LockOut lockOut)
{
    public async Task<Outcome> Run(Guid id, string? reason, CancellationToken stop)
    {
        var account = await db.Get<Account>(id, stop);
        if (AccountCare.Against(db, account, reason) is { Count: > 0 } reasons) return Outcome.Refused(reasons);

        account.SuspendedAt = null;
        db.Record(this, new("account", id), reason!.Trim());
        await lockOut.Clear(id, stop);
        return await db.Commit(stop);
    }
}
