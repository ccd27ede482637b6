using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;

namespace Gongkai.Administration.Acts;

/// <summary>Takes the second factor of a person away who has lost it (解除双因素), and ends the sessions.</summary>
[Permission(AdministrationPermissions.KeepAccounts)]
internal sealed class RemoveFactor(Db db, AccountCare care, SecondFactors factors, Sessions sessions)
{
    public async Task<Outcome> Run(Guid id, string? reason, CancellationToken stop)
    {
        var account = await db.Get<Account>(id, stop);
        List<Refusal> reasons = [.. await care.AgainstTakingProof(account, reason, typeof(ResetPassword), stop)];
        if (!account.TwoFactorEnabled) reasons.Add(new("administration.no-factor"));
        if (reasons.Count > 0) return Outcome.Refused(reasons);

        await using var all = await db.Database.BeginTransactionAsync(stop);
        await factors.Remove(account, stop);
        await care.Tell(id, "管理员解除了您账号的双因素登录", stop);
        db.Record(this, new("account", id), reason!.Trim());
        var stored = await db.Commit(stop);
        if (!stored.IsDone) return stored;

        await sessions.EndAll(id, except: null, stop);
        await all.CommitAsync(stop);
        return Outcome.Done;
    }
}
