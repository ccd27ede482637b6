using System.Security.Claims;
using System.Security.Cryptography;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Rights;
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
internal sealed class DemoSignIns(UserManager<Account> accounts, IRights rights, TimeProvider time)
{
    /// <summary>Marks an account as one of the demo's; whoever makes a demo account adds it.</summary>
    public static Claim Mark { get; } = new("gongkai:demo", "1");

    /// <summary>Letters and digits that nobody takes for one another.</summary>
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /// <summary>Refuses a database in which somebody works in earnest: the demo would put invented people beside them.</summary>
    /// <exception cref="StartProblem">There is an account that is not the demo's.</exception>
    public async Task RefuseRealSite(CancellationToken stop)
    {
        var all = await accounts.Users.CountAsync(stop);
        if (all > (await accounts.GetUsersForClaimAsync(Mark)).Count)
            throw new StartProblem("这个数据库里已有正式账号，不能装入示范城市：请用 --data 另选一个目录。");
    }

    /// <summary>Gives every demo account the same new password.</summary>
    /// <returns>The password, and who can sign in with it, by user name.</returns>
    public async Task<(string Password, IReadOnlyList<DemoSignIn> People)> Renew(CancellationToken stop)
    {
        // Four kinds of character, since the demo keeps the rules of every site.
        var password = $"{RandomNumberGenerator.GetString(Alphabet, 12)}-A1z";
        var people = new List<DemoSignIn>();
        foreach (var account in (await accounts.GetUsersForClaimAsync(Mark)).OrderBy(account => account.UserName, StringComparer.Ordinal))
        {
            account.PasswordHash = accounts.PasswordHasher.HashPassword(account, password);
            await accounts.ResetAccessFailedCountAsync(account);
            await accounts.SetLockoutEndDateAsync(account, null);
            await accounts.UpdateSecurityStampAsync(account);
            var held = await rights.Of(account.Id, time.LocalDay(), stop);
            people.Add(new(account.UserName!, account.DisplayName, held.Post));
        }
        return (password, people);
    }
}
