using System.Net;
using Gongkai.Administration.Acts;
using Gongkai.Organs.Contracts;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Gongkai.Slices.Administration;

/// <summary>What administrators do to accounts of others, and what they cannot.</summary>
public class AccountCareTests
{
    [Theory, EachEngine]
    public async Task A_reset_password_is_chosen_behind_a_link_that_opens_once(Site site)
    {
        var account = await site.AddAccount("li.qiang");
        var stays = await site.SignIn("li.qiang", follow: false);
        var officer = await site.SignedIn("administration.accounts-view", "administration.accounts-keep");

        var made = await officer.Submit(await officer.Get($"/console/accounts/{account.Id}"), "form[action$='handler=Reset']", ("reason", "本人忘记"));
        var link = new Uri(made.Page.QuerySelector("code.secret")!.TextContent).AbsolutePath;

        Assert.Equal(HttpStatusCode.Found, (await stays.Get("/console/account")).Status);
        Assert.Equal(HttpStatusCode.OK, (await site.Try("li.qiang")).Status); // the old one is dead
        Assert.DoesNotContain(link.Split('/')[^1], await Stored(site), StringComparison.Ordinal);
        var person = await site.Visitor();
        Assert.Contains("密码至少 10 位", (await Choose(person, link, "short")).Text, StringComparison.Ordinal);
        Assert.Contains("密码已设好，请登录", (await Choose(person, link, "New-Horse-01")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await site.Try("li.qiang", "New-Horse-01")).Status);
        Assert.Equal(HttpStatusCode.Gone, (await person.Get(link)).Status);
        Assert.Equal(
            ["administration.ChoosePassword", "administration.ResetPassword", "administration.SignIn", "administration.SignIn", "administration.SignIn"],
            (await site.Record(account.Id)).Select(entry => entry.Act).Order(StringComparer.Ordinal));
    }

    [Theory, EachEngine]
    public async Task A_link_opens_for_a_day_and_a_newer_one_voids_it(Site site)
    {
        var account = await site.AddAccount("li.qiang");
        var keeper = site.As(Clerk.Holding("administration.accounts-keep"));
        var first = (await keeper.Run((ResetPassword act) => act.Run(account.Id, "忘记", default))).Made.Secret;
        var second = (await keeper.Run((ResetPassword act) => act.Run(account.Id, "又忘记", default))).Made.Secret;
        var person = await site.Visitor();

        Assert.Equal(HttpStatusCode.Gone, (await person.Get($"/link/{first}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await person.Get($"/link/{second}")).Status);
        site.Clock.Pass(TimeSpan.FromHours(24));
        Assert.Equal(HttpStatusCode.Gone, (await person.Get($"/link/{second}")).Status);
        var late = await site.AsSystem().Run((ChoosePassword act) => act.Run(second!, "New-Horse-01", default));
        Assert.Equal("administration.link-void", Assert.Single(late.Refusals).Code);
    }

    [Theory, EachEngine]
    public async Task Of_two_who_use_a_link_at_once_one_gets_through(Site site)
    {
        var account = await site.AddAccount("li.qiang");
        var secret = (await site.As(Clerk.Holding("administration.accounts-keep")).Run((ResetPassword act) => act.Run(account.Id, "忘记", default))).Made.Secret;

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 4).Select(number => site.AsSystem().Run((ChoosePassword act) => act.Run(secret!, $"New-Horse-0{number}", default))));

        Assert.Single(outcomes, outcome => outcome.IsDone);
    }

    [Theory, EachEngine]
    public async Task Nobody_administers_the_own_account_or_without_a_reason(Site site)
    {
        var account = await site.AddAccount("li.qiang");
        var own = site.As(new(account.Id, "李强", null, [], [new("administration.accounts-keep", null)]));

        Assert.Equal("administration.own-account", (await own.Run((ShutAccount act) => act.Run(account.Id, "试试", default))).Refusals.Single().Code);
        Assert.Equal("administration.own-account", (await own.Run((ResetPassword act) => act.Run(account.Id, "试试", default))).Refusals.Single().Code);
        Assert.Equal("administration.reason-missing", (await site.As(Clerk.Holding("administration.accounts-keep")).Run((ShutAccount act) => act.Run(account.Id, " ", default))).Refusals.Single().Code);
    }

    [Theory, EachEngine]
    public async Task No_administrator_does_anothers_work(Site site)
    {
        var account = await site.AddAccount("li.qiang");
        var roles = await site.AsSystem().Run((IPosts posts) => Task.FromResult(posts.Roles));
        string[] Held(string key) => [.. roles.Single(role => role.Key == key).Permissions.Where(permission => permission.StartsWith("administration.accounts", StringComparison.Ordinal) || permission.StartsWith("administration.sign", StringComparison.Ordinal))];

        Assert.Equal(["administration.accounts-open", "administration.accounts-view"], Held("administrator"));
        Assert.Equal(["administration.accounts-keep", "administration.accounts-view", "administration.sign-in-rules"], Held("security-administrator"));
        Assert.Empty(Held("audit-administrator"));
        var system = site.As(Clerk.Holding([.. roles.Single(role => role.Key == "administrator").Permissions]));
        var security = site.As(Clerk.Holding([.. roles.Single(role => role.Key == "security-administrator").Permissions]));
        await Assert.ThrowsAsync<ForbiddenException>(() => system.Run((ResetPassword act) => act.Run(account.Id, "试试", default)));
        await Assert.ThrowsAsync<ForbiddenException>(() => system.Run((ShutAccount act) => act.Run(account.Id, "试试", default)));
        await Assert.ThrowsAsync<ForbiddenException>(() => system.Run((EndSessions act) => act.Run(account.Id, "试试", default)));
        await Assert.ThrowsAsync<ForbiddenException>(() => security.Run((OpenAccount act) => act.Run("new.one", "新人", default)));
    }

    [Theory, EachEngine]
    public async Task A_lost_factor_is_taken_away_with_a_reason(Site site)
    {
        var account = await site.AddAccount("li.qiang");
        await site.SetUpFactor(await site.SignIn("li.qiang"));
        var keeper = site.As(Clerk.Holding("administration.accounts-keep"));

        Assert.True((await keeper.Run((RemoveFactor act) => act.Run(account.Id, "手机丢失，已当面确认", default))).IsDone);

        Assert.Equal("/console", (await site.Try("li.qiang")).Response.Headers.Location?.OriginalString);
        Assert.Equal(0, await site.AsSystem().Run((Db db) => db.Set<RecoveryCode>().CountAsync()));
    }

    [Theory, EachEngine]
    public async Task An_account_is_opened_with_a_link_and_found_in_the_list(Site site)
    {
        var administrator = await site.SignedIn("administration.accounts-view", "administration.accounts-open", "organs.create-account");
        var opened = await administrator.Submit(await administrator.Get("/console/accounts/new"), "main form", ("Name", "林月"), ("Login", "lin.yue"));
        var link = new Uri(opened.Page.QuerySelector("code.secret")!.TextContent).AbsolutePath;

        var list = await administrator.Get("/console/accounts?q=LIN.y");
        var row = Assert.Single(list.Page.QuerySelectorAll("tbody tr"));
        Assert.Contains("待设置密码", row.TextContent, StringComparison.Ordinal);
        await Choose(await site.Visitor(), link, "New-Horse-01");
        Assert.Equal(HttpStatusCode.Found, (await site.Try("lin.yue", "New-Horse-01")).Status);
        Assert.Equal(HttpStatusCode.OK, (await administrator.Get("/console/accounts?State=Open&p=7")).Status);
        var page = await administrator.Get(row.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Empty(page.Page.QuerySelectorAll("form[action*='handler=']")); // looking on is all that the system administrator may
        Assert.Contains("用一次性链接设置密码", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pages_are_for_administrators()
    {
        await using var site = new Site(Engine.Sqlite);
        var account = await site.AddAccount("li.qiang");
        var clerk = await site.SignedIn("duties.view");

        foreach (var address in new[] { "/console/accounts", $"/console/accounts/{account.Id}", "/console/accounts/new", "/console/sign-in-rules" })
            Assert.Equal(HttpStatusCode.Forbidden, (await clerk.Get(address)).Status);
    }

    private static async Task<Screen> Choose(Visitor person, string link, string password) =>
        await person.Submit(await person.Get(link), "main form", ("Password", password), ("Repeated", password));

    private static async Task<string> Stored(Site site) =>
        string.Join('\n', await site.AsSystem().Run((Db db) => db.Set<OneTimeLink>().Select(link => link.SecretHash).ToListAsync()));
}
