using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Administration.Acts;

/// <summary>
/// Links the person's own account with what an identity provider calls the person, or unlinks it (关联统一身份认证). Asks for the password: a
/// link is a way in that stays, and whoever passes a desk that was left must not make one.
/// </summary>
[OwnAffair]
internal sealed class LinkOwnProvider(Db db, OwnPassword own)
{
    /// <param name="person">Who the provider says it is; null unlinks.</param>
    /// <param name="name">What the provider is called.</param>
    /// <param name="password">The password in force.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    public async Task<Outcome> Run(ProviderPerson? person, string name, string password, CancellationToken stop)
    {
        var account = await db.Get<Account>(db.Actor.AccountId!.Value, stop);
        if (await own.Against(this, account, password, stop) is { Count: > 0 } reasons) return Outcome.Refused(reasons);
        if (person is not null && await db.Set<IdentityUserLogin<Guid>>().AnyAsync(link => link.LoginProvider == person.Issuer && link.ProviderKey == person.Subject && link.UserId != account.Id, stop))
            return Outcome.Refused("administration.provider-taken");

        await using var all = await db.Database.BeginTransactionAsync(stop);
        var links = await db.Set<IdentityUserLogin<Guid>>().Where(link => link.UserId == account.Id).ToListAsync(stop);
        var stands = links.Find(link => person is not null && link.LoginProvider == person.Issuer && link.ProviderKey == person.Subject);
        db.RemoveRange(links.Where(link => link != stands));
        if (person is not null && stands is null) db.Add(new IdentityUserLogin<Guid> { LoginProvider = person.Issuer, ProviderKey = person.Subject, ProviderDisplayName = name, UserId = account.Id });
        account.ChangeWaysIn();
        db.Record(this, new("account", account.Id), person is null ? "解除关联" : "关联");
        return await db.Commit(all, stop);
    }
}
