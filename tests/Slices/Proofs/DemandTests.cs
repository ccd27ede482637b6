using System.Net;
using Gongkai.Slices.Shield;
using Gongkai.Testing;
using Gongkai.Web.Host;
using Xunit;
using Engine = Gongkai.Platform.Data.Engine;

namespace Gongkai.Slices.Proofs;

/// <summary>Who is asked, and when.</summary>
public sealed class DemandTests
{
    private const string Sender = "203.0.113.9", Other = "203.0.113.10";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [EachEngine("li.qiang")]
    [EachEngine("nobody")]
    public async Task A_sender_is_asked_at_the_door_after_three_failures_whoever_it_says_it_is(Site site, string userName)
    {
        var visitor = await From(Behind(site), Sender);
        await site.AddAccount("li.qiang");
        for (var at = 0; at < 3; at++)
        {
            var door = await visitor.Get("/sign-in");
            Assert.Null(door.Page.QuerySelector("#proof"));
            await visitor.Submit(door, AtTheForm.Form, ("UserName", userName), ("Password", "Wrong-Horse-2"));
        }

        var asked = await visitor.Get("/sign-in");
        var refused = await visitor.Send(asked);
        var inside = await visitor.Send(refused, await visitor.Solved());

        Assert.Contains("请再等 20 秒提交", refused.Against(), StringComparison.Ordinal);
        Assert.DoesNotContain("用户名或密码", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, inside.Status);
    }

    [Fact]
    public async Task The_page_that_tells_of_the_third_failure_asks_already()
    {
        await using var site = Behind(new Site(Engine.Sqlite));
        var visitor = await From(site, Sender);
        await site.AddAccount("li.qiang");
        var door = await visitor.Get("/sign-in");
        for (var at = 0; at < 3; at++) door = await visitor.Submit(door, AtTheForm.Form, ("UserName", "li.qiang"), ("Password", "Wrong-Horse-2"));

        site.Clock.Pass(TimeSpan.FromSeconds(20));

        Assert.Equal(HttpStatusCode.Found, (await visitor.Send(door)).Status);
    }

    [Fact]
    public async Task Failures_of_one_sender_trouble_no_other_and_are_forgotten_after_a_quarter_of_an_hour()
    {
        await using var site = Behind(new Site(Engine.Sqlite));
        var (visitor, other) = (await From(site, Sender), await From(site, Other));
        for (var at = 0; at < 3; at++) await visitor.Send(await visitor.Get("/sign-in"));

        Assert.NotNull((await visitor.Get("/sign-in")).Page.QuerySelector("#proof"));
        Assert.Null((await other.Get("/sign-in")).Page.QuerySelector("#proof"));
        site.Clock.Pass(TimeSpan.FromMinutes(15));
        Assert.Null((await visitor.Get("/sign-in")).Page.QuerySelector("#proof"));
    }

    [Fact]
    public async Task A_form_left_empty_is_no_failure()
    {
        await using var site = Behind(new Site(Engine.Sqlite));
        var visitor = await From(site, Sender);
        for (var at = 0; at < 4; at++) await visitor.Submit(await visitor.Get("/sign-in"), AtTheForm.Form);

        Assert.Null((await visitor.Get("/sign-in")).Page.QuerySelector("#proof"));
    }

    [Theory, EachEngine]
    public async Task Nobody_is_asked_where_proofs_are_switched_off(Site site)
    {
        await site.Asking().Setting("Proof:Asked", "false").AddAccount("li.qiang");
        var visitor = await site.Visitor(follow: false);
        var door = await visitor.Get("/sign-in");

        Assert.Null(door.Page.QuerySelector("#proof"));
        Assert.Equal(HttpStatusCode.Found, (await visitor.Send(door)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get("/proof?form=sign-in")).Status);
    }

    [Fact]
    public async Task A_challenge_is_kept_by_nobody_and_given_for_no_name_that_is_none()
    {
        await using var site = new Site(Engine.Sqlite);
        var visitor = await site.Visitor();

        var given = await visitor.Get("/proof?form=sign-in");

        Assert.Equal(HttpStatusCode.OK, given.Status);
        Assert.True(given.Response.Headers.CacheControl!.NoStore);
        Assert.Equal("application/json", given.Response.Content.Headers.ContentType!.MediaType);
        foreach (var name in new[] { "", "?form=", "?form=Sign-In", "?form=a.b", $"?form={new string('a', 65)}" }) Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Get($"/proof{name}")).Status);
    }

    [Fact]
    public async Task One_sender_gets_so_many_challenges_in_a_minute()
    {
        await using var site = Behind(new Site(Engine.Sqlite)).Limited(new() { Proofs = 2 });
        var (visitor, other) = (await From(site, Sender), await From(site, Other));
        for (var at = 0; at < 2; at++) Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/proof?form=sign-in")).Status);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await visitor.Get("/proof?form=sign-in")).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/sign-in")).Status);
        Assert.Equal(HttpStatusCode.OK, (await other.Get("/proof?form=sign-in")).Status);
    }

    [Theory]
    [InlineData("Proof:WaitSeconds", "soon")]
    [InlineData("Proof:WaitSeconds", "601")]
    [InlineData("Proof:Difficulty", "0")]
    [InlineData("Proof:LastingMinutes", "0")]
    [InlineData("Proof:Asked", "maybe")]
    public async Task A_setting_that_cannot_be_used_stops_the_start(string key, string value)
    {
        await using var site = new Site(Engine.Sqlite).Setting(key, value);

        var problem = await Assert.ThrowsAsync<StartProblem>(site.Services);

        Assert.Contains("（Proof）不能用", problem.Message, StringComparison.Ordinal);
    }

    /// <summary>A site behind a proxy, for only there senders can be told apart.</summary>
    private static Site Behind(Site site) => site.OnNetwork().Setting("Proxies", "127.0.0.1").Setting("Proof:Difficulty", "30");

    /// <summary>Somebody at an address that the proxy names.</summary>
    private static async Task<Visitor> From(Site site, string sender)
    {
        var visitor = await site.Visitor(follow: false);
        visitor.Http.DefaultRequestHeaders.Add("X-Forwarded-For", sender);
        return visitor;
    }
}
