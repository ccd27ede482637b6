using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;

namespace Gongkai.Administration.Acts;

/// <summary>Ends every session of a person (强制下线).</summary>
[Permission(AdministrationPermissions.KeepAccounts)]
internal sealed class EndSessions(Db db, AccountCare care, Sessions sessions)
{
    public async Task<Outcome> Run(Guid id, string? reason, CancellationToken stop)
    {
        var account = await db.Get<Account>(id, stop);
        if (care.Against(account, reason) is { Count: > 0 } reasons) return Outcome.Refused(reasons);

        await using var all = await db.Database.BeginTransactionAsync(stop);
        db.Record(this, new("account", id), reason!.Trim());
        await sessions.EndAll(id, except: null, stop);
        return await db.Commit(all, stop);
    }
}
