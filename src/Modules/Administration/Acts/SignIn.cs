using System.Globalization;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Administration.Acts;

/// <summary>
/// Signs a person in with user name and password (登录). Whether the name exists, the password is wrong or the account is locked: the
/// answer is the same and takes as long. Only the record tells them apart.
/// </summary>
[Public]
internal sealed class SignIn(Db db, UserManager<Account> accounts, LockOut lockOut, Passwords passwords, Entering entering, TimeProvider time)
{
    /// <param name="login">User name as typed.</param>
    /// <param name="password">Password as typed.</param>
    /// <param name="browser">What the browser says it is.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    /// <returns>A session, or nobody's yet where a code is still to come; refused with one reason for everything.</returns>
    public async Task<Outcome<Entered>> Run(string login, string password, string? browser, CancellationToken stop)
    {
        var name = accounts.NormalizeName(login.Trim());
        var account = await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(one => one.NormalizedUserName == name, stop);
        var id = account?.Id ?? Guid.Empty;
        var isOpen = await lockOut.Begin(id, stop);
        var isRight = passwords.IsRight(isOpen ? account : null, password);

        await using var all = await db.Database.BeginTransactionAsync(stop);
        if (account is null || !isOpen || !isRight)
        {
            var until = await lockOut.Fail(id, isOpen, stop);
            return await Refuse(id, Why(account, isOpen, until));
        }
        if (account.TwoFactorEnabled)
        {
            await lockOut.Undo(id, stop);
            db.Record(this, new("account", id), "密码正确，等待验证码");
            await db.SaveChangesAsync(stop);
            await all.CommitAsync(stop);
            return new Entered(account, null);
        }
        if (await entering.Begin(account, browser, byProvider: false, stop) is not { } entered) return await Refuse(id, "没有登录成功：密码或账号在登录时被改动");

        db.Record(this, new("account", id), "用密码登录");
        await db.SaveChangesAsync(stop);
        await all.CommitAsync(stop);
        return entered;

        async Task<Outcome> Refuse(Guid account, string why)
        {
            db.Record(this, new("account", account), why, result: AuditResult.Refused);
            await db.SaveChangesAsync(stop);
            await all.CommitAsync(stop);
            return Outcome.Refused("administration.sign-in-refused");
        }
    }

    private string Why(Account? account, bool isOpen, DateTimeOffset? until) => (account, isOpen, until) switch
    {
        (null, _, _) => "没有登录成功：没有这个用户名",
        (_, _, { } end) => string.Format(CultureInfo.InvariantCulture, "没有登录成功：连续输错，锁定到 {0:yyyy-MM-dd HH:mm}", TimeZoneInfo.ConvertTime(end, time.LocalTimeZone)),
        (_, false, _) => "没有登录成功：账号在锁定或停用中",
        _ => "没有登录成功：密码不对",
    };
}
