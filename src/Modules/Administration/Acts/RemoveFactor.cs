using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;

namespace Gongkai.Administration.Acts;

/// <summary>Takes the second factor of a person away who has lost it (解除双因素), and ends the sessions.</summary>
[Permission(AdministrationPermissions.KeepAccounts)]
internal sealed class RemoveFactor(Db db, SecondFactors factors, Sessions sessions)
{
    public async Task<Outcome> Run(Guid id, string? reason, CancellationToken stop)
    {
        var account = await db.Get<Account>(id, stop);
        List<Refusal> reasons = [.. AccountCare.Against(db, account, reason)];
        if (!account.TwoFactorEnabled) reasons.Add(new("administration.no-factor"));
        if (reasons.Count > 0) return Outcome.Refused(reasons);

        db.Record(this, new("account", id), reason!.Trim());
        await factors.Remove(account, stop);
        await sessions.EndAll(id, except: null, stop);
        return await db.Commit(stop);
    }
}
