using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;

namespace Gongkai.Administration.Acts;

/// <summary>Opens an account again that was shut or that wrong passwords have locked (解锁).</summary>
[Permission(AdministrationPermissions.KeepAccounts)]
internal sealed class UnlockAccount(Db db, AccountCare care, SecondFactors factors)
{
    public async Task<Outcome> Run(Guid id, string? reason, CancellationToken stop)
    {
        var account = await db.Get<Account>(id, stop);
        if (care.Against(account, reason) is { Count: > 0 } reasons) return Outcome.Refused(reasons);

        await using var all = await db.Database.BeginTransactionAsync(stop);
        account.SuspendedAt = null;
        account.Unlock();
        await care.Tell(id, "管理员解锁了您的账号", stop);
        await factors.Clear(id, stop);
        db.Record(this, new("account", id), reason!.Trim());
        return await db.Commit(all, stop);
    }
}
