using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Administration.Acts;

/// <summary>
/// The second step of signing in: a code of the app or a recovery code. Wrong ones lock the step as wrong passwords lock the first, each on
/// its own: whoever guesses at the password does not keep the person from entering a code.
/// </summary>
[Public]
internal sealed class EnterCode(Db db, SecondFactors factors, Entering entering)
{
    /// <param name="half">Who has shown the first factor.</param>
    /// <param name="code">Code as typed.</param>
    /// <param name="browser">What the browser says it is.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    public async Task<Outcome<Entered>> Run(HalfWay half, string code, string? browser, CancellationToken stop)
    {
        var account = await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == half.Account, stop);
        var isStale = account is null || account.SecurityStamp != half.Stamp;
        var isOpen = !isStale && account!.SuspendedAt is null && await factors.Begin(half.Account, stop);

        await using var all = await db.Database.BeginTransactionAsync(stop);
        if (account is null || isStale) return await Refuse("密码或账号在输入验证码前被改动", "administration.step-void");
        if (!isOpen || !await factors.Takes(account.Id, code, stop))
        {
            var locked = isOpen ? await factors.Fail(account.Id, stop) : null;
            return await Refuse(locked is not null ? "验证码连续输错，暂时锁定" : isOpen ? "验证码不对" : "验证码在锁定中，或者账号已停用", "administration.code-refused");
        }
        if (await entering.Begin(account, browser, half.ByProvider, stop) is not { } entered) return await Refuse("密码或账号在登录时被改动", "administration.step-void");

        await factors.Clear(account.Id, stop);
        db.Record(this, new("account", account.Id), half.ByProvider ? "用统一身份认证和验证码登录" : "用密码和验证码登录");
        await db.SaveChangesAsync(stop);
        await all.CommitAsync(stop);
        return entered;

        async Task<Outcome> Refuse(string why, string reason)
        {
            db.Record(this, new("account", half.Account), why, result: AuditResult.Refused);
            await db.SaveChangesAsync(stop);
            await all.CommitAsync(stop);
            return Outcome.Refused(reason);
        }
    }
}
