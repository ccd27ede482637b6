using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;

namespace Gongkai.Administration.Acts;

/// <summary>Shuts an account until somebody opens it again (停用账号), and ends its sessions.</summary>
[Permission(AdministrationPermissions.KeepAccounts)]
internal sealed class ShutAccount(Db db, AccountCare care, Sessions sessions, TimeProvider time)
{
    public async Task<Outcome> Run(Guid id, string? reason, CancellationToken stop)
    {
        var account = await db.Get<Account>(id, stop);
        if (care.Against(account, reason) is { Count: > 0 } reasons) return Outcome.Refused(reasons);

        await using var all = await db.Database.BeginTransactionAsync(stop);
        account.SuspendedAt ??= time.GetUtcNow();
        await care.Tell(id, "管理员停用了您的账号", stop);
        db.Record(this, new("account", id), reason!.Trim());
        var stored = await db.Commit(stop);
        if (!stored.IsDone) return stored;

        await sessions.EndAll(id, except: null, stop);
        await all.CommitAsync(stop);
        return Outcome.Done;
    }
}
