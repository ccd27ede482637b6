using System.Security.Claims;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Rights;
using Gongkai.Web.Commands;
using Gongkai.Web.Host;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Web.Demo;

/// <summary>One line of what the demo prints.</summary>
/// <param name="UserName">Name to sign in with.</param>
/// <param name="Person">Name of the person.</param>
/// <param name="Post">Post in words; null where the person holds none.</param>
internal sealed record DemoSignIn(string UserName, string Person, string? Post);

/// <summary>The sign-ins of the demo. They exist in its database alone, and their password for one run only.</summary>
internal sealed class DemoSignIns(UserManager<Account> accounts, Sessions sessions, LockOut lockOut, IRights rights, TimeProvider time)
{
    /// <summary>Marks an account as one of the demo's; whoever makes a demo account adds it.</summary>
    public static Claim Mark { get; } = new("gongkai:demo", "1");

    /// <summary>
    /// Those with whom most can be seen, in the order printed: who runs openness, who supervises it, organs that do well
    /// (finance, 白鹭镇) and badly (industry, 雁落镇), and whoever judges evidence.
    /// </summary>
    private static readonly string[] Telling =
        ["shen.yan", "he.zhiwei", "lu.chengan", "qiao.muyun", "gu.wenzhou", "meng.qiubai", "pei.shuang", "shu.wangxi", "ding.yue", "mu.shiyi"];

    /// <summary>Refuses a database in which somebody works in earnest: the demo would put invented people beside them.</summary>
    /// <exception cref="StartProblem">There is an account that is not the demo's.</exception>
    public async Task RefuseRealSite(CancellationToken stop)
    {
        var all = await accounts.Users.CountAsync(stop);
        if (all > (await accounts.GetUsersForClaimAsync(Mark)).Count)
            throw new StartProblem("这个数据库里已有正式账号，不能装入示范城市：请用 --data 另选一个目录。");
    }

    /// <summary>Gives every demo account the same new password.</summary>
    /// <returns>The password, the ten people with whom most can be seen, and how many others can sign in with it.</returns>
    public async Task<(string Password, IReadOnlyList<DemoSignIn> People, int Others)> Renew(CancellationToken stop)
    {
        var password = FirstPasswords.Make();
        string? hash = null;
        var people = new List<DemoSignIn>();
        var all = await accounts.GetUsersForClaimAsync(Mark);
        foreach (var account in all)
        {
            // One password, one hash: hashing takes a tenth of a second, and nothing is hidden in the demo.
            account.PasswordHash = hash ??= accounts.PasswordHasher.HashPassword(account, password);
            (account.PasswordIsTemporary, account.PasswordSetAt, account.SuspendedAt) = (false, time.GetUtcNow(), null);
            await accounts.UpdateSecurityStampAsync(account);
            await lockOut.Clear(account.Id, stop);
            await sessions.EndAll(account.Id, except: null, stop);
        }
        foreach (var account in all.OrderBy(Place).ThenBy(account => account.UserName, StringComparer.Ordinal).Take(Telling.Length))
            people.Add(new(account.UserName!, account.DisplayName, (await rights.Of(account.Id, time.LocalDay(), stop)).Post));
        return (password, people, all.Count - people.Count);
    }

    /// <summary>Place in the table; behind all others where the table does not ask for the account.</summary>
    private static int Place(Account account) => Array.IndexOf(Telling, account.UserName) is var at and >= 0 ? at : Telling.Length;
}
