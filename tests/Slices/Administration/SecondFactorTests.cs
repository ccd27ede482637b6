using System.Net;
using System.Text;
using Gongkai.Administration.Acts;
using Gongkai.Administration.Queries;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Gongkai.Slices.Administration;

/// <summary>The second factor: codes by the clock, each taken once, and ten for the day on which the app is lost.</summary>
public class SecondFactorTests
{
    /// <summary>The last six digits of the examples in RFC 6238, appendix B.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long second, string code) =>
        Assert.Equal(code, Totp.Code(Encoding.ASCII.GetBytes("12345678901234567890"), Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(second))));

    [Fact]
    public void A_secret_is_spelt_as_apps_read_it() => Assert.Equal("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", Totp.Spell(Encoding.ASCII.GetBytes("12345678901234567890")));

    [Theory, EachEngine]
    public async Task Is_asked_for_after_the_password_and_opens_with_the_code(Site site)
    {
        var (secret, codes) = await Begin(site);
        Assert.Equal(10, codes.Distinct().Count());

        var person = await site.Visitor(follow: false);
        var half = await person.Try("li.qiang", address: "/sign-in?returnUrl=%2Fconsole%2Faccount");
        Assert.Equal("/sign-in/code?ReturnUrl=%2Fconsole%2Faccount", half.Response.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Found, (await person.Get("/console/account")).Status); // half way is not inside

        var inside = await Enter(person, site.CodeNow(secret), "/sign-in/code?returnUrl=%2Fconsole%2Faccount");
        Assert.Equal("/console/account", inside.Response.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await person.Get("/console/account")).Status);
    }

    [Theory, EachEngine]
    public async Task Takes_no_code_twice(Site site)
    {
        var (secret, codes) = await Begin(site);
        var code = site.CodeNow(secret);
        Assert.Equal(HttpStatusCode.Found, (await TryWith(site, code)).Status);
        Assert.Contains("验证码不对，或者已经用过", (await TryWith(site, code)).Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Found, (await TryWith(site, codes[3].ToLowerInvariant())).Status);
        Assert.Equal(HttpStatusCode.OK, (await TryWith(site, codes[3])).Status);
        Assert.Equal(HttpStatusCode.Found, (await TryWith(site, codes[4])).Status);
    }

    /// <summary>It was read over a shoulder: who is first comes in, nobody else does.</summary>
    [Theory]
    [EachEngine("code")]
    [EachEngine("spare")]
    public async Task Takes_a_code_once_where_several_enter_it_at_the_same_moment(Site site, string which)
    {
        var (secret, codes) = await Begin(site);
        var code = which == "code" ? site.CodeNow(secret) : codes[0];
        var people = new List<(Visitor Person, Screen Page)>();
        foreach (var _ in (int[])[1, 2, 3, 4])
        {
            var person = await site.Visitor(follow: false);
            await person.Try("li.qiang");
            people.Add((person, await person.Get("/sign-in/code")));
        }

        var entered = await Task.WhenAll(people.Select(one => Task.Run(() => one.Person.Submit(one.Page, AtTheDoor.Form, ("Code", code)))));

        Assert.Single(entered, screen => screen.Status == HttpStatusCode.Found);
        Assert.All(entered.Where(screen => screen.Status != HttpStatusCode.Found), screen => Assert.Equal(HttpStatusCode.OK, screen.Status));
        Assert.Equal(1 + 1, await site.AsSystem().Run((Db db) => db.Set<Session>().CountAsync(session => session.EndedAt == null, TestContext.Current.CancellationToken))); // beside the one that switched the factor on
    }

    [Theory, EachEngine]
    public async Task Wrong_codes_lock_and_the_right_password_in_between_forgives_nothing(Site site)
    {
        var (secret, _) = await Begin(site);
        for (var attempt = 0; attempt < 5; attempt++) Assert.Equal(HttpStatusCode.OK, (await TryWith(site, "12345")).Status);

        Assert.Equal(HttpStatusCode.OK, (await TryWith(site, site.CodeNow(secret))).Status); // not even the right one
        Assert.Equal("state Locked", await State(site));
        site.Clock.Pass(TimeSpan.FromMinutes(6));
        Assert.Equal("state Open", await State(site));
        Assert.Equal(HttpStatusCode.Found, (await TryWith(site, site.CodeNow(secret))).Status);
    }

    [Theory, EachEngine]
    public async Task The_step_between_ends_after_five_minutes_and_with_the_password(Site site)
    {
        var (secret, _) = await Begin(site);
        var slow = await site.Visitor(follow: false);
        await slow.Try("li.qiang");
        var page = await slow.Get("/sign-in/code");
        site.Clock.Pass(TimeSpan.FromMinutes(5));
        Assert.StartsWith("/sign-in", (await slow.Submit(page, AtTheDoor.Form, ("Code", site.CodeNow(secret)))).Response.Headers.Location?.OriginalString, StringComparison.Ordinal);

        var late = await site.Visitor(follow: false);
        await late.Try("li.qiang");
        await site.Change("li.qiang", account => account.SecurityStamp = "changed meanwhile");
        Assert.Contains("这一步已经失效", (await Enter(late, site.CodeNow(secret))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_step_between_cannot_be_made_up()
    {
        await using var site = new Site(Engine.Sqlite);
        await site.AddAccount("li.qiang");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/sign-in/code", UriKind.Relative));
        request.Headers.Add("Cookie", "gongkai.second-step=" + (await site.Account("li.qiang")).Id);
        using var answer = await (await site.Visitor(follow: false)).Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }

    [Theory, EachEngine]
    public async Task Is_stored_so_that_the_database_alone_betrays_nothing(Site site)
    {
        var (secret, codes) = await Begin(site);
        var factor = await site.AsSystem().Run((Db db) => db.Set<SecondFactor>().SingleAsync());
        var hashes = await site.AsSystem().Run((Db db) => db.Set<RecoveryCode>().Select(code => code.CodeHash).ToListAsync());

        Assert.DoesNotContain(Convert.ToBase64String(secret), factor.Secret, StringComparison.Ordinal);
        Assert.DoesNotContain(hashes, hash => codes.Exists(code => hash.Contains(code.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)));
    }

    [Theory, EachEngine]
    public async Task Is_switched_off_with_the_password_only(Site site)
    {
        await site.AddAccount("li.qiang");
        var person = await site.SignIn("li.qiang");
        await site.SetUpFactor(person);

        var refused = await person.Submit(await person.Get("/console/account/factor"), "form[action*='Remove']", ("Password", "Wrong-Horse-2"));
        Assert.Contains("现在的密码不对", refused.Text, StringComparison.Ordinal);
        Assert.True((await site.Account("li.qiang")).TwoFactorEnabled);
        await person.Submit(await person.Get("/console/account/factor"), "form[action*='Remove']", ("Password", Site.Password));

        Assert.False((await site.Account("li.qiang")).TwoFactorEnabled);
        Assert.Equal("/console", (await site.Try("li.qiang")).Response.Headers.Location?.OriginalString);
    }

    [Theory, EachEngine]
    public async Task Must_be_set_up_before_anything_else_where_the_rules_say_so(Site site)
    {
        await site.AddAccount("li.qiang", "organs.view");
        await site.Rule(new() { FactorFor = FactorFor.Administrators });
        var person = await site.SignIn("li.qiang", follow: false);
        Assert.Equal(HttpStatusCode.OK, (await person.Get("/console/organs")).Status); // no administrator
        await site.Rule(new() { FactorFor = FactorFor.Everybody });

        Assert.Equal("/console/account/factor", (await person.Get("/console/organs")).Response.Headers.Location?.OriginalString);
        Assert.Equal("/console/account/factor", (await person.Get("/console/account")).Response.Headers.Location?.OriginalString);
        await site.SetUpFactor(person);
        Assert.Equal(HttpStatusCode.OK, (await person.Get("/console/organs")).Status);
    }

    [Theory, EachEngine]
    public async Task Guesses_at_the_password_keep_nobody_from_entering_a_code(Site site)
    {
        var (secret, _) = await Begin(site);
        var person = await site.Visitor(follow: false);
        await person.Try("li.qiang");
        for (var attempt = 0; attempt < 5; attempt++) await site.Try("li.qiang", "Wrong-Horse-2");

        Assert.NotNull((await site.Account("li.qiang")).LockoutEnd);
        Assert.Equal("/console", (await Enter(person, site.CodeNow(secret))).Response.Headers.Location?.OriginalString);
    }

    [Theory, EachEngine]
    public async Task A_lock_after_wrong_codes_is_lifted_by_unlocking(Site site)
    {
        var (secret, _) = await Begin(site);
        for (var attempt = 0; attempt < 5; attempt++) await TryWith(site, "12345");
        Assert.Equal(HttpStatusCode.OK, (await TryWith(site, site.CodeNow(secret))).Status);

        var id = (await site.Account("li.qiang")).Id;
        await site.As(Clerk.Holding("administration.accounts-keep")).Run((UnlockAccount act) => act.Run(id, "本人来电", TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.Found, (await TryWith(site, site.CodeNow(secret))).Status);
    }

    [Theory, EachEngine]
    public async Task Is_switched_on_with_the_password_only(Site site)
    {
        await site.AddAccount("li.qiang");
        var person = await site.SignIn("li.qiang");

        var refused = await SetUp(site, person, await person.Get("/console/account/factor"), "Wrong-Horse-2");

        Assert.Contains("现在的密码不对", refused.Text, StringComparison.Ordinal);
        Assert.False((await site.Account("li.qiang")).TwoFactorEnabled);
    }

    [Theory]
    [EachEngine(9.9, true)]
    [EachEngine(10, false)]
    public async Task An_offer_ends_after_ten_minutes(Site site, double minutes, bool stands)
    {
        await site.AddAccount("li.qiang");
        var person = await site.SignIn("li.qiang");
        var page = await person.Get("/console/account/factor");
        site.Clock.Pass(TimeSpan.FromMinutes(minutes));

        await SetUp(site, person, page, Site.Password);

        Assert.Equal(stands, (await site.Account("li.qiang")).TwoFactorEnabled);
    }

    [Theory, EachEngine]
    public async Task Shows_its_picture_without_style_or_script(Site site)
    {
        await site.AddAccount("li.qiang");
        var page = await (await site.SignIn("li.qiang")).Get("/console/account/factor");

        Assert.NotNull(page.Page.QuerySelector("svg.qr path[d]"));
        Assert.Empty(page.Page.QuerySelectorAll("[style], main script, main style"));
        Assert.Contains("no-store", page.Response.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
    }

    private static async Task<(byte[] Secret, List<string> Codes)> Begin(Site site)
    {
        await site.AddAccount("li.qiang");
        var set = await site.SetUpFactor(await site.SignIn("li.qiang"));
        site.Clock.Pass(TimeSpan.FromSeconds(60)); // the code that confirmed it is used up
        return set;
    }

    private static async Task<Screen> SetUp(Site site, Visitor person, Screen page, string password) =>
        await person.Submit(page, "form[action*='SetUp']", ("Password", password), ("Code", site.CodeNow(AtTheDoor.Unspell(page.Page.QuerySelector("code.secret")!.TextContent))));

    /// <summary>How the account stands in the list of the administrators.</summary>
    private static async Task<string> State(Site site) =>
        $"state {(await site.AsSystem().Run((AccountPages pages) => pages.List("li.qiang", null, 1, TestContext.Current.CancellationToken))).Lines.Single().State}";

    private static async Task<Screen> TryWith(Site site, string code)
    {
        var person = await site.Visitor(follow: false);
        await person.Try("li.qiang");
        return await Enter(person, code);
    }

    private static async Task<Screen> Enter(Visitor person, string code, string address = "/sign-in/code") =>
        await person.Submit(await person.Get(address), AtTheDoor.Form, ("Code", code));
}
