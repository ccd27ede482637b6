using System.Net;
using Gongkai.Platform.Data;
using Gongkai.Slices.Attacks.Kit;
using Gongkai.Testing;
using Xunit;

namespace Gongkai.Slices.Attacks;

/// <summary>Another site cannot make somebody's browser act here: no form is taken without a token that this site gave this person.</summary>
public sealed class ForgeryTests(Targets targets) : IClassFixture<Targets>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EachEngineAlone]
    public async Task Every_form_wants_the_token_of_its_person(Engine engine)
    {
        var target = await targets.On(engine);
        Assert.True(target.Ways.Count(way => way.IsForm) > 40, $"{target.Ways.Count(way => way.IsForm)} forms");

        Verdict.None(await Breaches(target, way => true));
    }

    /// <summary>The planted breach: an address that acts for whoever sends something.</summary>
    [Fact]
    public async Task A_planted_form_without_a_token_is_found()
    {
        await using var target = await Target.Make(new Site(Engine.Sqlite).WithHoles());

        Assert.Contains(await Breaches(target, way => way.Pattern == PlantedHoles.Unlocked), line => line.Contains("takes no token", StringComparison.Ordinal));
    }

    /// <summary>No cookie can be read by a script or is sent along with a form of another site.</summary>
    [Theory, EachEngineAlone]
    public async Task Every_cookie_stays_with_this_site_and_away_from_scripts(Engine engine)
    {
        var target = await targets.On(engine);
        var cookies = new List<string>();
        foreach (var way in target.Ways)
        {
            using var reply = (way.IsForm
                ? await target.Post(way, target.AddressOf(way), target.HarmlessFields(way).Select(field => (field.Name, Uri.EscapeDataString(field.Value))))
                : await target.Get(way, target.AddressOf(way) + "?contrast=high&lang=en&size=large")).Response;
            if (reply.Headers.TryGetValues("Set-Cookie", out var set)) cookies.AddRange(set);
        }
        var login = await (await target.Site.Visitor(follow: false)).Get("/sign-in");
        cookies.AddRange(login.Response.Headers.GetValues("Set-Cookie"));

        Assert.True(cookies.DistinctBy(cookie => cookie.Split('=')[0]).Count() > 3, string.Join('\n', cookies.Select(cookie => cookie.Split('=')[0]).Distinct()));
        Verdict.None([.. cookies.Where(cookie => !cookie.Contains("httponly", StringComparison.OrdinalIgnoreCase) || !(cookie.Contains("samesite=lax", StringComparison.OrdinalIgnoreCase) || cookie.Contains("samesite=strict", StringComparison.OrdinalIgnoreCase))).Select(cookie => cookie.Split('=')[0]).Distinct()]);
    }

    private static async Task<List<string>> Breaches(Target target, Func<Way, bool> wanted)
    {
        var site = target.Site;
        var stranger = await (await site.SignedIn()).Get("/console/account");
        var tokens = new[] { ("no", null), ("an empty", ""), ("a stranger's", stranger.Page.QuerySelector("input[name='form-token']")!.GetAttribute("value")!), ("an invented", "CfDJ8AAAA") };
        var breaches = new List<string>();
        var before = await Digest.Of(site);
        foreach (var way in target.Ways.Where(way => way.IsForm).Where(wanted))
            foreach (var (name, token) in tokens)
            {
                using var form = new FormUrlEncodedContent(target.HarmlessFields(way).Select(field => KeyValuePair.Create(field.Name, field.Value)).Concat(token is null ? [] : [KeyValuePair.Create("form-token", token)]));
                using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(target.AddressOf(way) + (way.Handler is null ? "" : $"?handler={way.Handler}"), UriKind.Relative)) { Content = form };
                request.Headers.Add("Origin", "https://evil.example");
                using var answer = await target.Person.Http.SendAsync(request, Stop);
                if (answer.StatusCode != HttpStatusCode.BadRequest) breaches.Add($"{way} takes {name} token: {answer.StatusCode}");
            }
        breaches.AddRange(Digest.Changed(before, await Digest.Of(site)).Select(table => $"{table} was changed"));
        return breaches;
    }
}
