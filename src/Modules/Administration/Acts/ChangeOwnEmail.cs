using System.Net.Mail;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Platform.Vault;

namespace Gongkai.Administration.Acts;

/// <summary>
/// Changes the address to which the person's messages are mailed; none means no mail. Asks for the password: a link for a new password is mailed
/// there, so whoever passes a desk that was left must not choose it.
/// </summary>
[OwnAffair]
internal sealed class ChangeOwnEmail(Db db, PersonalData personal, OwnPassword own)
{
    private const int Longest = 254;

    /// <param name="email">The address; null or blank for none.</param>
    /// <param name="password">The password in force.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    public async Task<Outcome> Run(string? email, string password, CancellationToken stop)
    {
        var wanted = email?.Trim();
        if (wanted is { Length: > 0 } && !IsAddress(wanted)) return Outcome.Refused("administration.email-malformed", wanted);

        var account = await db.Get<Account>(db.Actor.AccountId!.Value, stop);
        if (await own.Against(this, account, password, stop) is { Count: > 0 } reasons) return Outcome.Refused(reasons);
        var address = wanted is { Length: > 0 } ? await personal.Seal(AccountFields.Email, account.Id, wanted, stop) : null;

        await using var all = await db.Database.BeginTransactionAsync(stop);
        account.PutEmail(address);
        db.Record(this, new("account", account.Id));
        return await db.Commit(all, stop);
    }

    /// <summary>The bare address: a name in front of it, as in mail programs, is refused.</summary>
    private static bool IsAddress(string wanted) =>
        wanted.Length <= Longest && !wanted.Any(char.IsControl) && MailAddress.TryCreate(wanted, out var read) && read.Address == wanted;
}
