using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;

namespace Gongkai.Administration.Acts;

/// <summary>Takes a password away and makes a one-time link behind which the person chooses another (重设密码). The administrator never knows it.</summary>
[Permission(AdministrationPermissions.KeepAccounts)]
internal sealed class ResetPassword(Db db, OneTimeLinks links, LockOut lockOut, Sessions sessions)
{
    /// <returns>Secret of the link; it cannot be had again.</returns>
    public async Task<Outcome<string>> Run(Guid id, string? reason, CancellationToken stop)
    {
        var account = await db.Get<Account>(id, stop);
        if (AccountCare.Against(db, account, reason) is { Count: > 0 } reasons) return Outcome.Refused(reasons);

        Passwords.Remove(account);
        db.Record(this, new("account", id), reason!.Trim());
        var secret = await links.Make(LinkPurpose.Password, id, stop);
        await lockOut.Clear(id, stop);
        await sessions.EndAll(id, except: null, stop);
        var stored = await db.Commit(stop);
        return stored.IsDone ? secret : stored;
    }
}
