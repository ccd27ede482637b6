using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Platform.Settings;
using Microsoft.AspNetCore.Identity;

namespace Gongkai.Administration.Acts;

/// <summary>Signs a person in for whom an identity provider vouches (统一身份认证登录). Locks and second factors hold as for passwords.</summary>
[Public]
internal sealed class SignInByProvider(Db db, UserManager<Account> accounts, SettingsStore settings, Entering entering, TimeProvider time)
{
    /// <param name="person">Who the provider says it is.</param>
    /// <param name="browser">What the browser says it is.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    public async Task<Outcome<Entered>> Run(ProviderPerson person, string? browser, CancellationToken stop)
    {
        var account = await person.Account(db, accounts, stop);
        if (account is null || account.SuspendedAt is not null || account.LockoutEnd > time.GetUtcNow())
        {
            var why = account is null ? "没有登录成功：统一身份认证的这个人没有对应的账号" : "没有登录成功：账号在锁定或停用中";
            db.Record(this, new("account", account?.Id ?? Guid.Empty), why, result: AuditResult.Refused);
            await db.SaveChangesAsync(stop);
            return Outcome.Refused("administration.provider-refused");
        }
        if (account.TwoFactorEnabled && !(await settings.Get<SignInSettings>(stop)).TrustsProvidersFactor) return new Entered(account, null);

        var entered = await entering.Begin(account, browser, byProvider: true, stop);
        db.Record(this, new("account", account.Id), "用统一身份认证登录");
        await db.SaveChangesAsync(stop);
        return entered;
    }
}
