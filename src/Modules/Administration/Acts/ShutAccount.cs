using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;

namespace Gongkai.Administration.Acts;

/// <summary>Shuts an account until somebody opens it again (停用账号), and ends its sessions.</summary>
[Permission(AdministrationPermissions.KeepAccounts)]
internal sealed class ShutAccount(Db db, Sessions sessions, TimeProvider time)
{
    public async Task<Outcome> Run(Guid id, string? reason, CancellationToken stop)
    {
        var account = await db.Get<Account>(id, stop);
        if (AccountCare.Against(db, account, reason) is { Count: > 0 } reasons) return Outcome.Refused(reasons);

        account.SuspendedAt ??= time.GetUtcNow();
        db.Record(this, new("account", id), reason!.Trim());
        await sessions.EndAll(id, except: null, stop);
        return await db.Commit(stop);
    }
}
