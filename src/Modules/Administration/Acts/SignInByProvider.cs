using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Platform.Settings;
using Microsoft.AspNetCore.Identity;

namespace Gongkai.Administration.Acts;

/// <summary>Signs a person in for whom an identity provider vouches (统一身份认证登录). A shut account stays shut and second factors hold as for
/// passwords; a lock does not: it answers guesses at a password, and whoever comes this way guessed none.</summary>
[Public]
internal sealed class SignInByProvider(Db db, UserManager<Account> accounts, SettingsStore settings, Entering entering)
{
    /// <param name="person">Who the provider says it is.</param>
    /// <param name="browser">What the browser says it is.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    public async Task<Outcome<Entered>> Run(ProviderPerson person, string? browser, CancellationToken stop)
    {
        var account = await person.Account(db, accounts, stop);
        await using var all = await db.Database.BeginTransactionAsync(stop);
        if (account is null) return await Refuse("没有登录成功：统一身份认证的这个人没有对应的账号");
        if (account.SuspendedAt is not null) return await Refuse("没有登录成功：账号已停用");
        if (account.TwoFactorEnabled && !(await settings.Get<SignInSettings>(stop)).TrustsProvidersFactor)
        {
            db.Record(this, new("account", account.Id), "统一身份认证通过，等待验证码");
            await db.SaveChangesAsync(stop);
            await all.CommitAsync(stop);
            return new Entered(account, null);
        }
        if (await entering.Begin(account, browser, byProvider: true, stop) is not { } entered) return await Refuse("没有登录成功：账号在登录时被改动");

        db.Record(this, new("account", account.Id), "用统一身份认证登录");
        await db.SaveChangesAsync(stop);
        await all.CommitAsync(stop);
        return entered;

        async Task<Outcome> Refuse(string why)
        {
            db.Record(this, new("account", account?.Id ?? Guid.Empty), why, result: AuditResult.Refused);
            await db.SaveChangesAsync(stop);
            await all.CommitAsync(stop);
            return Outcome.Refused("administration.provider-refused");
        }
    }
}
