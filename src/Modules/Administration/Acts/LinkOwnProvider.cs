using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Administration.Acts;

/// <summary>Links the person's own account with what an identity provider calls the person, or unlinks it (关联统一身份认证).</summary>
[OwnAffair]
internal sealed class LinkOwnProvider(Db db)
{
    /// <param name="person">Who the provider says it is; null unlinks.</param>
    /// <param name="name">What the provider is called.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    public async Task<Outcome> Run(ProviderPerson? person, string name, CancellationToken stop)
    {
        var own = db.Actor.AccountId!.Value;
        if (person is not null && await db.Set<IdentityUserLogin<Guid>>().AnyAsync(link => link.LoginProvider == person.Issuer && link.ProviderKey == person.Subject && link.UserId != own, stop))
            return Outcome.Refused("administration.provider-taken");

        await db.Set<IdentityUserLogin<Guid>>().Where(link => link.UserId == own).ExecuteDeleteAsync(stop);
        if (person is not null) db.Add(new IdentityUserLogin<Guid> { LoginProvider = person.Issuer, ProviderKey = person.Subject, ProviderDisplayName = name, UserId = own });
        db.Record(this, new("account", own), person is null ? "解除关联" : "关联");
        return await db.Commit(stop);
    }
}
