using System.Net;
using System.Security.Cryptography;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Gongkai.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace Gongkai.Slices.Administration;

/// <summary>Signing in by an identity provider: what it says must hold, and whom it names must be known here.</summary>
public sealed class ProviderTests
{
    [Theory, EachEngine]
    public async Task Who_linked_the_account_signs_in_by_the_provider_and_is_led_to_sign_out_there(Site site)
    {
        await using var provider = await TestProvider.Start();
        Use(site, provider);
        await site.AddAccount("li.qiang");
        await Link(site, provider, "li.qiang");

        var person = await site.Visitor(follow: false);
        Assert.Contains("统一身份认证", (await person.Get("/sign-in")).Page.QuerySelector("a.button")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/console/account", await Through(person, provider, "%2Fconsole%2Faccount"));
        var page = await person.Get("/console/account");
        Assert.Equal(HttpStatusCode.OK, page.Status);

        var left = await person.Submit(page, "form[action='/sign-out']");
        Assert.Equal("/sign-out/provider", left.Response.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Found, (await person.Get("/console/account")).Status);
        Assert.StartsWith($"{provider.Address}/leave", (await person.Get("/sign-out/provider?handler=Leave")).Response.Headers.Location?.OriginalString, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task A_configured_claim_names_the_account_and_none_is_made(Site site)
    {
        await using var provider = await TestProvider.Start();
        Use(site, provider, "staff_id");
        await site.AddAccount("li.qiang");

        provider.StaffId = "li.qiang";
        Assert.Equal("/console", await Through(await site.Visitor(follow: false), provider));
        provider.StaffId = "nobody";
        Assert.StartsWith("/sign-in?provider=refused", await Through(await site.Visitor(follow: false), provider), StringComparison.Ordinal);
        Assert.Equal(1, await site.AsSystem().Run((Db db) => db.Set<Account>().CountAsync()));
    }

    [Theory, EachEngine]
    public async Task Unknown_subjects_and_shut_accounts_stay_outside_and_who_is_locked_by_guesses_does_not(Site site)
    {
        await using var provider = await TestProvider.Start();
        Use(site, provider);
        await site.AddAccount("li.qiang");
        provider.StaffId = "li.qiang"; // no claim is configured: it counts for nothing
        Assert.StartsWith("/sign-in?provider=refused", await Through(await site.Visitor(follow: false), provider), StringComparison.Ordinal);

        await Link(site, provider, "li.qiang");
        await site.Change("li.qiang", account => account.LockoutEnd = TimeProvider.System.GetUtcNow().AddHours(1));
        Assert.Equal("/console", await Through(await site.Visitor(follow: false), provider));
        Assert.NotNull((await site.Account("li.qiang")).LockoutEnd); // the guesser is no nearer to the password
        await site.Change("li.qiang", account => (account.LockoutEnd, account.SuspendedAt) = (null, TimeProvider.System.GetUtcNow()));
        Assert.StartsWith("/sign-in?provider=refused", await Through(await site.Visitor(follow: false), provider), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonce")]
    [InlineData("audience")]
    [InlineData("key")]
    [InlineData("issuer")]
    [InlineData("over")]
    public async Task A_token_that_does_not_hold_opens_nothing(string lie)
    {
        await using var site = new Site(Engine.Sqlite);
        await using var provider = await TestProvider.Start();
        Use(site, provider, "staff_id");
        await site.AddAccount("li.qiang");
        using var foreign = RSA.Create(2048);
        provider.StaffId = "li.qiang";
        if (lie == "nonce") provider.Nonce = "638000000000000000.forged";
        if (lie == "audience") provider.Audience = "another-site";
        if (lie == "issuer") provider.Issuer = "https://another.example.cn";
        if (lie == "over") provider.Over = TimeSpan.FromMinutes(10); // more than clocks differ
        if (lie == "key") provider.SigningKey = new RsaSecurityKey(foreign) { KeyId = "one" };

        var person = await site.Visitor(follow: false);
        var asked = (await person.Get("/sign-in/provider/go")).Response.Headers.Location!;
        var back = await person.Get(provider.Agree(asked));

        Assert.Equal("/sign-in?provider=failed", back.Response.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Found, (await person.Get("/console/account")).Status);
    }

    [Theory, EachEngine]
    public async Task A_subject_is_linked_with_one_account_only(Site site)
    {
        await using var provider = await TestProvider.Start();
        Use(site, provider);
        await site.AddAccount("li.qiang");
        await site.AddAccount("wang.fang");
        await Link(site, provider, "li.qiang");

        var refused = await Ask(await site.SignIn("wang.fang", follow: false), provider, Site.Password);

        Assert.Contains("已经关联了本站的另一个账号", refused.Text, StringComparison.Ordinal);
        Assert.Equal((await site.Account("li.qiang")).Id, (await Links(site)).Single().UserId);
    }

    [Theory, EachEngine]
    public async Task Is_linked_and_unlinked_with_the_password_only(Site site)
    {
        await using var provider = await TestProvider.Start();
        Use(site, provider);
        await site.AddAccount("li.qiang");
        var person = await site.SignIn("li.qiang", follow: false);

        Assert.Contains("现在的密码不对", (await Ask(person, provider, "Wrong-Horse-2")).Text, StringComparison.Ordinal);
        Assert.Empty(await Links(site));
        var again = await person.Get("/console/account/provider");
        await person.Submit(again, "main form", ("Password", Site.Password)); // what the provider said still holds
        Assert.Single(await Links(site));

        await person.Submit(await person.Get("/console/account"), "form[action*='Unlink']", ("Password", "Wrong-Horse-2"));
        Assert.Single(await Links(site));
        await person.Submit(await person.Get("/console/account"), "form[action*='Unlink']", ("Password", Site.Password));
        Assert.Empty(await Links(site));
    }

    [Theory, EachEngine]
    public async Task A_told_name_opens_no_account_that_is_linked_with_somebody_else_there(Site site)
    {
        await using var provider = await TestProvider.Start();
        Use(site, provider, "staff_id");
        await site.AddAccount("li.qiang");
        await Link(site, provider, "li.qiang");
        (provider.Subject, provider.StaffId) = ("person-2", "li.qiang");

        Assert.StartsWith("/sign-in?provider=refused", await Through(await site.Visitor(follow: false), provider), StringComparison.Ordinal);
        provider.Subject = "person-1";
        Assert.Equal("/console", await Through(await site.Visitor(follow: false), provider));
    }

    [Fact]
    public async Task An_answer_that_this_browser_did_not_ask_for_opens_nothing()
    {
        await using var site = new Site(Engine.Sqlite);
        await using var provider = await TestProvider.Start();
        Use(site, provider, "staff_id");
        await site.AddAccount("evil");
        provider.StaffId = "evil";
        var asked = (await (await site.Visitor(follow: false)).Get("/sign-in/provider/go")).Response.Headers.Location!;

        var victim = await (await site.Visitor(follow: false)).Get(provider.Agree(asked));

        Assert.Equal("/sign-in?provider=failed", victim.Response.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("https%3A%2F%2Fexample.org%2F")]
    [InlineData("%2F%2Fexample.org")]
    [InlineData("%2F%5Cexample.org")]
    public async Task Never_leads_away_from_the_site(string returnUrl)
    {
        await using var site = new Site(Engine.Sqlite);
        await using var provider = await TestProvider.Start();
        Use(site, provider, "staff_id");
        await site.AddAccount("li.qiang");
        provider.StaffId = "li.qiang";

        Assert.Equal("/console", await Through(await site.Visitor(follow: false), provider, returnUrl));
    }

    [Theory, EachEngine]
    public async Task Our_second_factor_is_asked_for_unless_the_rules_trust_the_providers(Site site)
    {
        await using var provider = await TestProvider.Start();
        Use(site, provider, "staff_id");
        await site.AddAccount("li.qiang");
        await site.Change("li.qiang", account => account.TwoFactorEnabled = true);
        provider.StaffId = "li.qiang";

        Assert.StartsWith("/sign-in/code", await Through(await site.Visitor(follow: false), provider), StringComparison.Ordinal);
        await site.Rule(new() { TrustsProvidersFactor = true, FactorFor = FactorFor.Everybody });
        var person = await site.Visitor(follow: false);
        Assert.Equal("/console", await Through(person, provider));
        Assert.Equal(HttpStatusCode.OK, (await person.Get("/console/account")).Status);
    }

    [Fact]
    public async Task Is_not_there_where_none_is_configured()
    {
        await using var site = new Site(Engine.Sqlite);
        var person = await site.Visitor(follow: false);

        foreach (var address in new[] { "/sign-in/provider", "/sign-in/provider/go", "/sign-out/provider", "/sign-in/openid" })
            Assert.Equal(HttpStatusCode.NotFound, (await person.Get(address)).Status);
        Assert.Null((await person.Get("/sign-in")).Page.QuerySelector("a.button"));
    }

    private static void Use(Site site, TestProvider provider, string? loginClaim = null)
    {
        site.Setting("SignIn:OpenId:Authority", provider.Address).Setting("SignIn:OpenId:ClientId", TestProvider.Client)
            .Setting("SignIn:OpenId:ClientSecret", TestProvider.Secret).Setting("SignIn:OpenId:LoginClaim", loginClaim);
        // Tokens and the cookies on the way hold for minutes of real time.
        site.With(services => services.Replace(ServiceDescriptor.Singleton(TimeProvider.System)));
    }

    private static async Task Link(Site site, TestProvider provider, string login)
    {
        await Ask(await site.SignIn(login, follow: false), provider, Site.Password);
        Assert.Single(await Links(site));
    }

    /// <summary>Asks the provider who it is and links the account with that.</summary>
    private static async Task<Screen> Ask(Visitor person, TestProvider provider, string password)
    {
        var asked = (await person.Get("/sign-in/provider/link")).Response.Headers.Location!;
        var back = await person.Get(provider.Agree(asked));
        return await person.Submit(await person.Get(back.Response.Headers.Location!.OriginalString), "main form", ("Password", password));
    }

    private static Task<List<IdentityUserLogin<Guid>>> Links(Site site) => site.AsSystem().Run((Db db) => db.Set<IdentityUserLogin<Guid>>().AsNoTracking().ToListAsync());

    /// <returns>Where the site sends the browser at the end.</returns>
    private static async Task<string?> Through(Visitor person, TestProvider provider, string? returnUrl = null)
    {
        var asked = (await person.Get($"/sign-in/provider/go?returnUrl={returnUrl}")).Response.Headers.Location!;
        var back = await person.Get(provider.Agree(asked));
        return (await person.Get(back.Response.Headers.Location!.OriginalString)).Response.Headers.Location?.OriginalString;
    }
}
