using System.Net;
using Gongkai.Platform.Data;
using Gongkai.Testing;
using Xunit;

namespace Gongkai.Slices.Platform;

public class SignInTests
{
    private const string Form = "form[action^='/sign-in']";

    [Theory, EachEngine]
    public async Task Goes_on_to_the_page_asked_for(Site site)
    {
        await site.AddAccount("li.qiang");

        var inside = await Try(site, "/sign-in?returnUrl=%2Fsign-in%3Fagain%3D1", "li.qiang", Site.Password);

        Assert.Equal(HttpStatusCode.Found, inside.Status);
        Assert.Equal("/sign-in?again=1", inside.Response.Headers.Location?.OriginalString);
        var cookie = Assert.Single(inside.Response.Headers.GetValues("Set-Cookie"), set => set.StartsWith("gongkai.sign-in=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
    }

    [Theory]
    [EachEngine("li.qiang", "Wrong-Horse-2")]
    [EachEngine("nobody", "Wrong-Horse-2")]
    public async Task Says_what_is_wrong_and_keeps_the_user_name(Site site, string userName, string password)
    {
        await site.AddAccount("li.qiang");

        var again = await Try(site, "/sign-in", userName, password);

        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Contains("用户名或密码不对。", again.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(userName, again.Page.QuerySelector("#UserName")!.GetAttribute("value"));
        Assert.Null(again.Page.QuerySelector("#Password")!.GetAttribute("value"));
        Assert.False(again.Response.Headers.TryGetValues("Set-Cookie", out var set) && set.Any(cookie => cookie.StartsWith("gongkai.sign-in=", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Asks_for_what_was_left_empty()
    {
        await using var site = new Site(Engine.Sqlite);

        var again = await Try(site, "/sign-in", "", "");

        Assert.Contains("请填写用户名。", again.Page.QuerySelector("#UserName-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("请填写密码。", again.Page.QuerySelector("#Password-error")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("//example.org/")]
    [InlineData("/\\example.org/")]
    [InlineData("javascript:alert(1)")]
    public async Task Never_leads_away_from_the_site(string returnUrl)
    {
        await using var site = new Site(Engine.Sqlite);
        await site.AddAccount("li.qiang");

        var inside = await Try(site, $"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}", "li.qiang", Site.Password);

        Assert.Equal("/console", inside.Response.Headers.Location?.OriginalString);
    }

    [Theory, EachEngine]
    public async Task Locks_an_account_after_five_wrong_passwords(Site site)
    {
        await site.AddAccount("li.qiang");
        for (var attempt = 0; attempt < 5; attempt++) await Try(site, "/sign-in", "li.qiang", "Wrong-Horse-2");

        var locked = await Try(site, "/sign-in", "li.qiang", Site.Password);

        Assert.Equal(HttpStatusCode.OK, locked.Status);
        Assert.Contains("暂时锁定", locked.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_no_form_that_this_site_did_not_make()
    {
        await using var site = new Site(Engine.Sqlite);
        await site.AddAccount("li.qiang");
        var visitor = await site.Visitor(follow: false);
        using var forged = new FormUrlEncodedContent([new("UserName", "li.qiang"), new("Password", Site.Password)]);

        using var answer = await visitor.Http.PostAsync(new Uri("/sign-in", UriKind.Relative), forged, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("这次提交没有被接受", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ends_by_a_form_and_not_by_a_link()
    {
        await using var site = new Site(Engine.Sqlite);
        await site.AddAccount("li.qiang");
        var visitor = await site.SignIn("li.qiang", follow: false);

        await visitor.Get("/sign-out");
        Assert.Equal(HttpStatusCode.Found, (await visitor.Get("/sign-in")).Status); // still inside: sent on

        using var bare = new FormUrlEncodedContent([]);
        using var forged = await visitor.Http.PostAsync(new Uri("/sign-out", UriKind.Relative), bare, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await visitor.Get("/sign-in")).Status);
    }

    private static async Task<Screen> Try(Site site, string address, string userName, string password)
    {
        var visitor = await site.Visitor(follow: false);
        var door = await visitor.Get(address);
        Assert.Equal(HttpStatusCode.OK, door.Status);
        return await visitor.Submit(door, Form, ("UserName", userName), ("Password", password));
    }
}
