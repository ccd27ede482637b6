using Gongkai.Organs.Contracts;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Rights;
using Gongkai.Testing;
using Xunit;

namespace Gongkai.Slices.Organs;

/// <summary>People in posts, made through the real acts.</summary>
internal static class Staff
{
    private static readonly DateOnly Long = new(2025, 1, 1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A new account in a post since long ago.</summary>
    public static async Task<Account> Appointed(this Site site, string login, string organ, string role, bool primary = true)
    {
        var account = await site.AddAccount(login);
        Assert.Empty((await site.Appoint(account, organ, role, primary)).Refusals);
        return account;
    }

    /// <summary>Puts an account into a post as the system does.</summary>
    public static async Task<Outcome<Guid>> Appoint(this Site site, Account account, string organ, string role, bool primary = false)
    {
        var at = await site.Organ(organ);
        return await site.Do<IStaffing, Outcome<Guid>>(staffing => staffing.Appoint(account.Id, at, role, primary, Long, Stop));
    }

    /// <summary>The person as the site sees her in a request on a day.</summary>
    public static async Task<Actor> Person(this Site site, Account account, DateOnly? on = null)
    {
        var held = await site.Do<IRights, Rights>(rights => rights.Of(account.Id, on ?? site.Clock.LocalDay(), Stop));
        return new(account.Id, account.DisplayName, held.Post, held.Scopes, held.Grants);
    }
}
