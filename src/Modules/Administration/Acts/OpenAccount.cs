using Gongkai.Organs.Contracts;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;

namespace Gongkai.Administration.Acts;

/// <summary>What an opened account gives.</summary>
/// <param name="Id">The account.</param>
/// <param name="Secret">Secret of the link behind which the person chooses a password; it cannot be had again.</param>
internal sealed record Opened(Guid Id, string Secret);

/// <summary>Opens an account with a one-time link instead of a password (开通账号).</summary>
[Permission(AdministrationPermissions.OpenAccounts)]
internal sealed class OpenAccount(Db db, IStaffing staffing, OneTimeLinks links)
{
    public async Task<Outcome<Opened>> Run(string login, string name, CancellationToken stop)
    {
        var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(stop) : null;
        await using (own)
        {
            var made = await staffing.CreateAccount(login, name, password: null, stop);
            if (!made.IsDone) return Outcome.Refused(made.Refusals);
            var secret = await links.Make(LinkPurpose.Password, made.Made, stop);
            db.Record(this, new("account", made.Made));
            await db.SaveChangesAsync(stop);
            if (own is not null) await own.CommitAsync(stop);
            return new Opened(made.Made, secret);
        }
    }
}
