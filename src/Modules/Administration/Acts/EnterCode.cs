using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Administration.Acts;

/// <summary>The second step of signing in: a code of the app or a recovery code. A wrong one counts like a wrong password.</summary>
[Public]
internal sealed class EnterCode(Db db, LockOut lockOut, SecondFactors factors, Entering entering)
{
    /// <param name="half">Who has shown the first factor.</param>
    /// <param name="code">Code as typed.</param>
    /// <param name="browser">What the browser says it is.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    public async Task<Outcome<Entered>> Run(HalfWay half, string code, string? browser, CancellationToken stop)
    {
        var account = await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == half.Account, stop);
        if (account is null || account.SecurityStamp != half.Stamp) return Outcome.Refused("administration.step-void");

        var isOpen = await lockOut.Begin(account.Id, stop);
        if (!isOpen || !await factors.Takes(account.Id, code, stop))
        {
            var locked = await lockOut.Fail(account.Id, stop);
            var why = locked is not null ? "验证码连续输错，账号锁定" : isOpen ? "验证码不对" : "账号在锁定或停用中";
            db.Record(this, new("account", account.Id), why, result: AuditResult.Refused);
            await db.SaveChangesAsync(stop);
            return Outcome.Refused("administration.code-refused");
        }
        var entered = await entering.Begin(account, browser, half.ByProvider, stop);
        db.Record(this, new("account", account.Id), half.ByProvider ? "用统一身份认证和验证码登录" : "用密码和验证码登录");
        await db.SaveChangesAsync(stop);
        return entered;
    }
}
