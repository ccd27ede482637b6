using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Platform.Vault;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Gongkai.Slices.Shield;

/// <summary>Steps with sealed e-mail addresses that several tests take.</summary>
internal static class Sealing
{
    public const string Email = "Li.Qiang@Example.cn";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<Account> AddWithEmail(this Site site, string userName, string email = Email)
    {
        var account = await site.AddAccount(userName);
        await site.PutEmail(account.Id, email);
        return account;
    }

    public static Task PutEmail(this Site site, Guid id, string email) => site.AsSystem().Run((PuttingEmail act) => act.Run(id, email));

    public static Task<Account> Stored(this Site site, Guid id) => site.AsSystem().Run((Db db) => db.Set<Account>().AsNoTracking().SingleAsync(account => account.Id == id, Stop));

    /// <summary>Reads an address as a page would that shows it.</summary>
    public static async Task<string> ReadEmail(this Site site, Actor actor, Guid id)
    {
        var stored = await site.Stored(id);
        return await site.As(actor).Run((PersonalData data) => data.Read(new ContactPage(), AccountFields.Email, id, stored.SealedEmail!, new("account", id), null, Stop));
    }

    /// <summary>Stands for the page that shows somebody's address.</summary>
    [Permission("planted.contact")]
    internal sealed class ContactPage;

    private sealed class PuttingEmail(Db db, PersonalData data)
    {
        public async Task Run(Guid id, string email)
        {
            var account = await db.Get<Account>(id, Stop);
            account.PutEmail(await data.Seal(AccountFields.Email, id, email, Stop));
            await db.SaveChangesAsync(Stop);
        }
    }
}
