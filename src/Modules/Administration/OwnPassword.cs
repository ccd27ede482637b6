using System.Globalization;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Data;

namespace Gongkai.Administration;

/// <summary>Asks a signed-in person for the password again. A wrong one counts as at the door: an unattended desk is no place to guess.</summary>
internal sealed class OwnPassword(Db db, LockOut lockOut, Passwords passwords, TimeProvider time)
{
    /// <summary>Every reason against going on. Asked before the act begins its transaction: a try counts whatever comes of the act.</summary>
    /// <param name="act">The act that asks; a lock is recorded under its name.</param>
    /// <param name="account">The person's own account.</param>
    /// <param name="password">Password as typed.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    /// <returns>Empty where it is right.</returns>
    public async Task<IReadOnlyList<Refusal>> Against(object act, Account account, string password, CancellationToken stop)
    {
        if (account.PasswordHash is null) return [new("administration.own-password-missing")];
        var isOpen = await lockOut.Begin(account.Id, stop);
        if (isOpen && passwords.IsRight(account, password))
        {
            await lockOut.Undo(account.Id, stop);
            return [];
        }
        await using var all = await db.Database.BeginTransactionAsync(stop);
        if (await lockOut.Fail(account.Id, isOpen, stop) is { } until)
        {
            var end = TimeZoneInfo.ConvertTime(until, time.LocalTimeZone);
            db.Record(act, new("account", account.Id), string.Format(CultureInfo.InvariantCulture, "没有办成：现在的密码连续输错，锁定到 {0:yyyy-MM-dd HH:mm}", end), result: AuditResult.Refused);
            await db.SaveChangesAsync(stop);
        }
        await all.CommitAsync(stop);
        return [new("administration.own-password-wrong")];
    }
}
