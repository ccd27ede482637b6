using System.Net;
using Gongkai.Administration.Acts;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Gongkai.Slices.Administration;

/// <summary>Sessions: every request asks whether the one that the cookie names still holds.</summary>
public class SessionTests
{
    private const string Own = "/console/account";

    [Theory, EachEngine]
    public async Task Ends_after_half_an_hour_without_a_request_and_after_eight_hours_whatever_happens(Site site)
    {
        await site.AddAccount("li.qiang");
        var idle = await site.SignIn("li.qiang", follow: false);
        var busy = await site.SignIn("li.qiang", follow: false);

        for (var minutes = 0; minutes < 8 * 60 - 20; minutes += 20)
        {
            Assert.Equal(HttpStatusCode.OK, (await busy.Get(Own)).Status);
            site.Clock.Pass(TimeSpan.FromMinutes(20));
        }

        Assert.Equal(HttpStatusCode.OK, (await busy.Get(Own)).Status);
        Assert.Equal(HttpStatusCode.Found, (await idle.Get(Own)).Status);
        site.Clock.Pass(TimeSpan.FromMinutes(20));
        Assert.Equal(HttpStatusCode.Found, (await busy.Get(Own)).Status);
    }

    [Theory, EachEngine]
    public async Task Is_noted_as_seen_at_most_once_a_minute(Site site)
    {
        await site.AddAccount("li.qiang");
        var person = await site.SignIn("li.qiang");
        var begun = site.Clock.GetUtcNow();
        site.Clock.Pass(TimeSpan.FromSeconds(59));
        await person.Get(Own);
        Assert.Equal(begun, (await Sessions(site)).Single().SeenAt);
        site.Clock.Pass(TimeSpan.FromSeconds(1));
        await person.Get(Own);
        Assert.Equal(begun + TimeSpan.FromMinutes(1), (await Sessions(site)).Single().SeenAt);
    }

    [Theory, EachEngine]
    public async Task A_copied_cookie_is_worth_nothing_after_signing_out(Site site)
    {
        await site.AddAccount("li.qiang");
        var person = await site.Visitor(follow: false);
        var inside = await person.Try("li.qiang");
        var cookie = Cookie(inside);
        Assert.Equal(HttpStatusCode.OK, await With(site, cookie));

        var page = await person.Get(Own);
        await person.Submit(page, "form[action='/sign-out']");

        Assert.Equal(HttpStatusCode.Found, await With(site, cookie));
        Assert.NotNull((await Sessions(site)).Single().EndedAt);
    }

    [Theory, EachEngine]
    public async Task Signing_in_begins_a_new_session_whatever_the_browser_brought_along(Site site)
    {
        await site.AddAccount("evil");
        await site.AddAccount("li.qiang");
        var victim = await site.Visitor(follow: false);
        var planted = Cookie(await victim.Try("evil"));
        var door = await victim.Get(Own);
        var earlier = Assert.Single(await Sessions(site)).Id;
        using var form = new FormUrlEncodedContent([
            new("UserName", "li.qiang"), new("Password", Site.Password), new("form-token", door.Page.QuerySelector("[name=form-token]")!.GetAttribute("value")!)]);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/sign-in", UriKind.Relative)) { Content = form };
        using var answer = await victim.Http.SendAsync(request, TestContext.Current.CancellationToken);

        var fresh = answer.Headers.GetValues("Set-Cookie").Single(set => set.StartsWith("gongkai.sign-in=", StringComparison.Ordinal)).Split(';')[0];
        Assert.NotEqual(planted, fresh);
        var sessions = await Sessions(site);
        Assert.NotNull(sessions.Single(session => session.Id == earlier).EndedAt);
        var begun = Assert.Single(sessions, session => session.EndedAt is null);
        Assert.Equal((await site.Account("li.qiang")).Id, begun.AccountId);
        Assert.Equal(HttpStatusCode.Found, await With(site, planted));
        Assert.Equal(HttpStatusCode.OK, await With(site, fresh));
    }

    [Theory, EachEngine]
    public async Task Can_be_ended_from_afar_by_its_person_and_by_nobody_else(Site site)
    {
        await site.AddAccount("li.qiang");
        await site.AddAccount("wang.fang");
        var here = await site.SignIn("li.qiang", follow: false);
        var there = await site.SignIn("li.qiang", follow: false);
        var other = await site.SignIn("wang.fang", follow: false);
        var foreign = (await Sessions(site)).Single(session => session.AccountId != site.Account("li.qiang").Result.Id).Id;

        var page = await here.Get(Own);
        Assert.Equal(2, page.Page.QuerySelectorAll("tbody tr").Length);
        var stolen = await here.Submit(page, "form[action*='handler=End']", ("session", foreign));
        Assert.Contains("那一处登录已经不在了", stolen.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await other.Get(Own)).Status);

        await here.Submit(await here.Get(Own), "form[action*='handler=EndOthers']");
        Assert.Equal(HttpStatusCode.Found, (await there.Get(Own)).Status);
        Assert.Equal(HttpStatusCode.OK, (await here.Get(Own)).Status);
        Assert.Equal(HttpStatusCode.OK, (await other.Get(Own)).Status);
    }

    [Theory, EachEngine]
    public async Task Ends_at_once_when_the_account_is_shut(Site site)
    {
        var account = await site.AddAccount("li.qiang");
        var person = await site.SignIn("li.qiang", follow: false);

        var shut = await site.As(Clerk.Holding("administration.accounts-keep")).Run((ShutAccount act) => act.Run(account.Id, "调离", default));

        Assert.True(shut.IsDone);
        Assert.Equal(HttpStatusCode.Found, (await person.Get(Own)).Status);
        Assert.Equal(HttpStatusCode.OK, (await site.Try("li.qiang")).Status);
    }

    [Theory, EachEngine]
    public async Task Is_on_record_with_its_person_and_address(Site site)
    {
        var account = await site.AddAccount("li.qiang");
        await site.SignIn("li.qiang");

        var entry = Assert.Single(await site.Record(account.Id));

        Assert.Equal(("administration.SignIn", account.Id, "用密码登录"), (entry.Act, entry.AccountId, entry.Note));
    }

    private static Task<List<Session>> Sessions(Site site) => site.AsSystem().Run((Db db) => db.Set<Session>().AsNoTracking().OrderBy(session => session.Id).ToListAsync());

    private static string Cookie(Screen inside) =>
        inside.Response.Headers.GetValues("Set-Cookie").Single(set => set.StartsWith("gongkai.sign-in=", StringComparison.Ordinal)).Split(';')[0];

    private static async Task<HttpStatusCode> With(Site site, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Own, UriKind.Relative));
        request.Headers.Add("Cookie", cookie);
        using var answer = await (await site.Visitor(follow: false)).Http.SendAsync(request);
        return answer.StatusCode;
    }
}
