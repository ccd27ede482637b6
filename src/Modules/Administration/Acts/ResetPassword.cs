using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Messages;
using Gongkai.Platform.Rights;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Gongkai.Administration.Acts;

/// <summary>How the person comes to the page on which a password is chosen.</summary>
/// <param name="Secret">Secret of the one-time link, which cannot be had again; null where the link is mailed to the person.</param>
internal sealed record ResetLink(string? Secret);

/// <summary>
/// Takes a password and the links with identity providers away and lets the person choose another behind a one-time link (重设密码).
/// Where mail is on and the person has an address, the link goes there and nobody else sees it. Where not, whoever resets hands it over,
/// and could use it: therefore not for accounts of administrators (but on the machine), never together with the second factor, and never
/// without a message to the person.
/// </summary>
[Permission(AdministrationPermissions.KeepAccounts)]
internal sealed class ResetPassword(Db db, AccountCare care, OneTimeLinks links, Messages messages, Sessions sessions, IStringLocalizer<Words> words)
{
    public async Task<Outcome<ResetLink>> Run(Guid id, string? reason, CancellationToken stop)
    {
        var account = await db.Get<Account>(id, stop);
        if (await care.AgainstTakingProof(account, reason, typeof(RemoveFactor), stop) is { Count: > 0 } reasons) return Outcome.Refused(reasons);

        await using var all = await db.Database.BeginTransactionAsync(stop);
        Passwords.Remove(account);
        account.Unlock();
        var linked = await db.Set<IdentityUserLogin<Guid>>().Where(login => login.UserId == id).ToListAsync(stop);
        db.RemoveRange(linked);
        await links.Void(LinkPurpose.Password, id, stop);
        var isMailed = !db.Actor.IsSystem && await messages.MailLink(account, MessageKinds.Account.Key, words["请打开下面的链接，为您的账号设置新密码。链接 24 小时内有效，只能用一次。"], stop);
        var secret = isMailed ? null : await links.Make(LinkPurpose.Password, id, stop);
        await care.Tell(id, "管理员重设了您账号的密码", stop);
        db.Record(this, new("account", id), linked.Count == 0 ? reason!.Trim() : $"{reason!.Trim()}（一并解除统一身份认证的关联）");
        var stored = await db.Commit(stop);
        if (!stored.IsDone) return stored;

        // After the account itself: a sign-in judged before has either begun its session by now or finds the account changed.
        await sessions.EndAll(id, except: null, stop);
        await all.CommitAsync(stop);
        return new ResetLink(secret);
    }
}
