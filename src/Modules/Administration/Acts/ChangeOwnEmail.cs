using System.Net.Mail;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Platform.Vault;

namespace Gongkai.Administration.Acts;

/// <summary>Changes the address to which the person's messages are mailed; none means no mail.</summary>
[OwnAffair]
internal sealed class ChangeOwnEmail(Db db, PersonalData personal)
{
    private const int Longest = 254;

    public async Task<Outcome> Run(string? email, CancellationToken stop)
    {
        var wanted = email?.Trim();
        if (wanted is { Length: > 0 } && !IsAddress(wanted)) return Outcome.Refused("administration.email-malformed", wanted);

        var account = await db.Get<Account>(db.Actor.AccountId!.Value, stop);
        account.PutEmail(wanted is { Length: > 0 } ? await personal.Seal(AccountFields.Email, account.Id, wanted, stop) : null);
        db.Record(this, new("account", account.Id));
        return await db.Commit(stop);
    }

    /// <summary>The bare address: a name in front of it, as in mail programs, is refused.</summary>
    private static bool IsAddress(string wanted) =>
        wanted.Length <= Longest && !wanted.Any(char.IsControl) && MailAddress.TryCreate(wanted, out var read) && read.Address == wanted;
}
