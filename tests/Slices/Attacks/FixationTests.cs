using System.Net;
using Gongkai.Slices.Administration;
using Gongkai.Testing;
using Xunit;

namespace Gongkai.Slices.Attacks;

/// <summary>Nobody can know beforehand, or keep afterwards, what lets a person in. Beside this, <see cref="SessionTests"/> says how sessions end.</summary>
public sealed class FixationTests
{
    private const string Cookie = "gongkai.sign-in";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [EachEngine("CfDJ8-planted")]
    [EachEngine("")]
    [EachEngine("00000000-0000-0000-0000-000000000001")]
    public async Task A_cookie_that_was_planted_is_not_the_one_that_lets_in(Site site, string planted)
    {
        await site.AddAccount("li.qiang");
        var visitor = await site.Visitor(follow: false);
        var door = await visitor.Get("/sign-in");
        visitor.Http.DefaultRequestHeaders.Add("Cookie", $"{Cookie}={planted}");

        var inside = await visitor.Submit(door, AtTheDoor.Form, ("UserName", "li.qiang"), ("Password", Site.Password));

        var given = Given(inside)!;
        Assert.NotEqual(planted, given);
        Assert.Equal(HttpStatusCode.OK, await Opens(site, given));
        Assert.Equal(HttpStatusCode.Found, await Opens(site, planted));
    }

    /// <summary>An attacker who leaves the own session in somebody's browser does not share what that person does afterwards.</summary>
    [Theory, EachEngine]
    public async Task A_session_of_somebody_else_is_not_taken_over(Site site)
    {
        await site.AddAccount("attacker");
        await site.AddAccount("victim");
        var attacker = Given(await site.Try("attacker"))!;
        var victim = await site.Visitor(follow: false);
        var door = await victim.Get("/sign-in");
        victim.Http.DefaultRequestHeaders.Add("Cookie", $"{Cookie}={attacker}");
        // The form was made for nobody: with the attacker's session beside it, it fits nobody, and the person has to begin again.
        var mixed = await victim.Submit(door, AtTheDoor.Form, ("UserName", "victim"), ("Password", Site.Password));
        victim.Http.DefaultRequestHeaders.Remove("Cookie");
        var inside = await victim.Try("victim");

        Assert.Null(Given(mixed));
        Assert.NotEqual(attacker, Given(inside));
        Assert.Contains("attacker", await Shown(site, attacker), StringComparison.Ordinal);
        Assert.DoesNotContain("victim", await Shown(site, attacker), StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task A_changed_password_puts_out_whoever_came_in_with_the_old_one(Site site)
    {
        await site.AddAccount("li.qiang");
        var thief = Given(await site.Try("li.qiang"))!;
        var person = await site.SignIn("li.qiang");
        Assert.Equal(HttpStatusCode.OK, await Opens(site, thief));

        await person.Submit(await person.Get("/console/account/password"), "main form", ("Present", Site.Password), ("Chosen", "New-Horse-02!"), ("Repeated", "New-Horse-02!"));

        Assert.Equal(HttpStatusCode.Found, await Opens(site, thief));
        Assert.Equal(HttpStatusCode.OK, (await person.Get("/console/account")).Status);
    }

    /// <summary>Not even the cookie of a session that ended comes alive again when its person comes back.</summary>
    [Theory, EachEngine]
    public async Task A_cookie_that_died_stays_dead(Site site)
    {
        await site.AddAccount("li.qiang");
        var person = await site.Visitor(follow: false);
        var old = Given(await person.Try("li.qiang"))!;
        await person.Submit(await person.Get("/console/account"), "form[action*='sign-out']");
        Assert.Equal(HttpStatusCode.Found, await Opens(site, old));

        var fresh = Given(await person.Try("li.qiang"))!;

        Assert.Equal(HttpStatusCode.Found, await Opens(site, old));
        Assert.Equal(HttpStatusCode.OK, await Opens(site, fresh));
    }

    private static string? Given(Screen screen) => screen.Response.Headers.TryGetValues("Set-Cookie", out var set)
        ? set.Where(cookie => cookie.StartsWith($"{Cookie}=", StringComparison.Ordinal)).Select(cookie => cookie.Split('=', 2)[1].Split(';')[0]).LastOrDefault(value => value.Length > 0) : null;

    private static async Task<HttpStatusCode> Opens(Site site, string cookie) => (await Ask(site, cookie)).StatusCode;

    private static async Task<string> Shown(Site site, string cookie) => await (await Ask(site, cookie)).Content.ReadAsStringAsync(Stop);

    /// <summary>The own account, asked for with this cookie and no other.</summary>
    private static async Task<HttpResponseMessage> Ask(Site site, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/console/account", UriKind.Relative));
        request.Headers.Add("Cookie", $"{Cookie}={cookie}");
        return await (await site.Visitor(follow: false)).Http.SendAsync(request, Stop);
    }
}
