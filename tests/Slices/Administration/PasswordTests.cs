using System.Net;
using Gongkai.Administration.Acts;
using Gongkai.Platform.Accounts;
using Gongkai.Testing;
using Xunit;

namespace Gongkai.Slices.Administration;

/// <summary>Rules of passwords, and what happens to a person whose password must be changed.</summary>
public class PasswordTests
{
    private const string Page = "/console/account/password";

    [Theory]
    [EachEngine("Short-1", "platform.password-too-short")]
    [EachEngine("onlysmallletters", "platform.password-too-simple")]
    [EachEngine("My-LI.QIANG-2026", "platform.password-holds-name")]
    [EachEngine(Site.Password, "platform.password-used-before")]
    [EachEngine("Correct-Horse-2", null)]
    public async Task Keep_to_the_rules(Site site, string password, string? refused)
    {
        var account = await site.AddAccount("li.qiang");

        var reasons = await site.AsSystem().Run((Passwords passwords) => passwords.Against(account, password, default));

        Assert.Equal(refused is null ? [] : [refused], reasons.Select(reason => reason.Code));
    }

    [Theory, EachEngine]
    public async Task Are_not_chosen_again_until_five_others_were(Site site)
    {
        await site.AddAccount("li.qiang");
        var person = await site.SignIn("li.qiang");
        string[] chosen = ["New-Horse-01", "New-Horse-02", "New-Horse-03", "New-Horse-04", "New-Horse-05"];
        var present = Site.Password;
        foreach (var next in chosen[..4])
        {
            Assert.Equal("/console/account", (await Change(person, present, next)).Address);
            present = next;
            site.Clock.Pass(TimeSpan.FromMinutes(1));
        }

        Assert.Contains("最近用过的密码", (await Change(person, present, "New-Horse-01")).Text, StringComparison.Ordinal);
        Assert.Equal("/console/account", (await Change(person, present, "New-Horse-05")).Address);
        site.Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal("/console/account", (await Change(person, "New-Horse-05", "New-Horse-06")).Address);
        site.Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal("/console/account", (await Change(person, "New-Horse-06", "New-Horse-01")).Address);
    }

    [Theory, EachEngine]
    public async Task End_every_other_session_when_changed(Site site)
    {
        await site.AddAccount("li.qiang");
        var here = await site.SignIn("li.qiang");
        var there = await site.SignIn("li.qiang", follow: false);

        await Change(here, Site.Password, "New-Horse-01");

        Assert.Equal(HttpStatusCode.OK, (await here.Get("/console/account")).Status);
        Assert.Equal(HttpStatusCode.Found, (await there.Get("/console/account")).Status);
        Assert.Equal(HttpStatusCode.OK, (await site.Try("li.qiang")).Status);
        Assert.Equal(HttpStatusCode.Found, (await site.Try("li.qiang", "New-Horse-01")).Status);
    }

    [Theory, EachEngine]
    public async Task Are_not_guessed_at_an_unattended_desk(Site site)
    {
        await site.AddAccount("li.qiang");
        var desk = await site.SignIn("li.qiang");
        for (var attempt = 0; attempt < 5; attempt++) await Change(desk, "Wrong-Horse-2", "New-Horse-01");

        Assert.Contains("现在的密码不对", (await Change(desk, Site.Password, "New-Horse-01")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [EachEngine(true)]
    [EachEngine(false)]
    public async Task Must_be_changed_before_anything_else_when_given_by_another_or_too_old(Site site, bool isGiven)
    {
        var account = await site.AddAccount("li.qiang", "organs.view", "duties.view", "administration.accounts-view");
        await site.Change("li.qiang", one => (one.PasswordIsTemporary, one.PasswordSetAt) = isGiven ? (true, site.Clock.GetUtcNow()) : (false, site.Clock.GetUtcNow() - TimeSpan.FromDays(90)));
        var person = await site.SignIn("li.qiang", follow: false);

        foreach (var address in new[] { "/console", "/console/organs", "/console/account", "/console/account/factor", "/console/accounts", $"/console/accounts/{account.Id}" })
            Assert.Equal((HttpStatusCode.Found, Page), await Where(person, address));
        var page = await person.Get(Page);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Empty(page.Page.QuerySelectorAll("#console-menu a[href='/console/organs']"));
        await Change(person, Site.Password, "New-Horse-01");
        Assert.Equal(HttpStatusCode.OK, (await person.Get("/console/organs")).Status);
    }

    [Theory, EachEngine]
    public async Task Rules_are_changed_by_the_security_administrator_alone_and_within_bounds(Site site)
    {
        var rules = new SignInSettings { MinimumLength = 12, Attempts = 3, IdleMinutes = 4 };
        await Assert.ThrowsAsync<Gongkai.Platform.Data.ForbiddenException>(() =>
            site.As(Clerk.Holding("administration.accounts-keep", "administration.accounts-open")).Run((ChangeSignInRules act) => act.Run(rules with { IdleMinutes = 10 }, default)));

        var officer = site.As(Clerk.Holding("administration.sign-in-rules"));
        Assert.Equal(["administration.rule-idle"], (await officer.Run((ChangeSignInRules act) => act.Run(rules, default))).Refusals.Select(reason => reason.Code));
        Assert.True((await officer.Run((ChangeSignInRules act) => act.Run(rules with { IdleMinutes = 10 }, default))).IsDone);

        await site.AddAccount("li.qiang");
        for (var attempt = 0; attempt < 3; attempt++) await site.Try("li.qiang", "Wrong-Horse-2");
        Assert.Equal(HttpStatusCode.OK, (await site.Try("li.qiang")).Status);
    }

    [Theory, EachEngine]
    public async Task The_page_of_the_rules_saves_what_it_shows(Site site)
    {
        var officer = await site.SignedIn("administration.sign-in-rules");
        var saved = await officer.Submit(await officer.Get("/console/sign-in-rules"), "main form", ("Attempts", "7"), ("FactorFor", "Administrators"));

        Assert.Contains("登录规则已生效", saved.Text, StringComparison.Ordinal);
        Assert.Equal("7", saved.Page.QuerySelector("#Attempts")!.GetAttribute("value"));
    }

    private static async Task<(HttpStatusCode Status, string? To)> Where(Visitor person, string address)
    {
        var screen = await person.Get(address);
        return (screen.Status, screen.Response.Headers.Location?.OriginalString);
    }

    private static async Task<Screen> Change(Visitor person, string present, string chosen) =>
        await person.Submit(await person.Get(Page), "main form", ("Present", present), ("Chosen", chosen), ("Repeated", chosen));
}
