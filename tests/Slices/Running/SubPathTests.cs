using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Gongkai.Platform.Data;
using Gongkai.Slices.Duties;
using Gongkai.Slices.Shield;
using Gongkai.Testing;
using Gongkai.Web.Host;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gongkai.Slices.Running;

/// <summary>The site below a path of another one: whatever it hands out leads back below that path, and never to its neighbour.</summary>
public sealed class SubPathTests : IAsyncDisposable
{
    private const string Below = "/gongkai";

    private static readonly string[] Leading = ["href", "action", "formaction", "src", "data-proof"];

    private readonly Site _site = new Site(Engine.Sqlite).Told(options => options with { PathBase = Below });

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Leads_nowhere_but_below_its_path()
    {
        await LedgerScene.Make(_site);
        var person = await SignedInForEverything();
        var (breaches, seen, kinds) = (new List<string>(), 0, new HashSet<string>());
        var ahead = new Queue<(string Address, string From)>((await PlainPages()).Select(page => (Below + page, "the list of pages")));
        while (ahead.TryDequeue(out var next))
        {
            if (!kinds.Add(KindOf(next.Address)) || next.Address.StartsWith(Below + "/sign-out", StringComparison.Ordinal)) continue;
            var screen = await person.Get(next.Address);
            seen++;
            if (screen.Status >= HttpStatusCode.BadRequest && next.From != "the list of pages") breaches.Add($"{next.From} leads to {next.Address}, which answers {screen.Status}");
            if (screen.Response.Headers.Location?.OriginalString is { } onward && !IsBelow(onward)) breaches.Add($"{next.Address} leads on to {onward}");
            breaches.AddRange(Outside(screen.Page).Select(found => $"{next.Address}: {found}"));
            foreach (var link in screen.Page.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!.Split('#')[0]).Where(IsBelow)) ahead.Enqueue((link, next.Address));
        }

        Assert.True(seen > 40, $"Only {seen} pages were seen");
        Assert.Empty(breaches);
    }

    [Fact]
    public async Task Sends_on_below_its_path_after_every_kind_of_step()
    {
        await _site.AddAccount("li.qiang");
        var visitor = await _site.Visitor(follow: false);

        Assert.Equal($"{Below}/sign-in?returnUrl=%2Fgongkai%2Fconsole%2Faccount", (await visitor.Get(Below + "/console/account")).Response.Headers.Location!.PathAndQuery);
        Assert.Equal(Below + "/", Onward(await visitor.Get(Below + "/display?contrast=high")));
        var door = await visitor.Get(Below + "/sign-in?returnUrl=%2Fgongkai%2Fconsole%2Faccount");
        var inside = await visitor.Submit(door, "form[method=post]", ("UserName", "li.qiang"), ("Password", Site.Password));
        Assert.Equal(Below + "/console/account", Onward(inside));
        var account = await visitor.Get(Onward(inside));
        Assert.Equal(HttpStatusCode.OK, account.Status);
        Assert.True(account.Response.Headers.CacheControl!.NoStore);
        Assert.Equal(Below + "/console/account", Onward(await visitor.Submit(account, "form[action*='Email']", ("Email", "li.qiang@example.org"), ("Confirmed", Site.Password))));
        Assert.Equal(Below + "/", Onward(await visitor.Submit(account, "form[action$='/sign-out']")));
        Assert.Equal(Below + "/console", Onward(await visitor.Submit(await visitor.Get(Below + "/sign-in"), "form[method=post]", ("UserName", "li.qiang"), ("Password", Site.Password))));
    }

    [Fact]
    public async Task Keeps_its_cookies_from_its_neighbours()
    {
        await _site.AddAccount("li.qiang");
        var visitor = await _site.Visitor(follow: false);
        var door = await visitor.Get(Below + "/sign-in");
        var inside = await visitor.Submit(door, "form[method=post]", ("UserName", "li.qiang"), ("Password", Site.Password));
        var display = await visitor.Get(Below + "/display?contrast=high");

        Assert.All(new[] { door, inside, display }.SelectMany(screen => screen.Response.Headers.GetValues("Set-Cookie")), cookie => Assert.Contains($"path={Below}", cookie, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Completes_an_address_that_looks_complete_already()
    {
        await using var site = new Site(Engine.Sqlite).Told(options => options with { PathBase = "/sign-in" });

        var door = await (await site.Visitor()).Get("/sign-in/console");

        Assert.StartsWith("/sign-in/sign-in?", door.Address, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, door.Status);
    }

    [Fact]
    public async Task Answers_machines_without_the_path_too() =>
        Assert.Equal(HttpStatusCode.OK, (await (await _site.Visitor()).Get("/healthz")).Status);

    [Theory]
    [InlineData("", "")]
    [InlineData("/", "")]
    [InlineData("/gongkai", "/gongkai")]
    [InlineData("/gov/open-1.2_x", "/gov/open-1.2_x")]
    public void Takes_a_path(string setting, string path) => Assert.Equal(path, new SiteOptions { PathBase = setting }.SitePath());

    [Theory]
    [InlineData("gongkai")]
    [InlineData("/gongkai/")]
    [InlineData("//evil.example")]
    [InlineData("/a/../b")]
    [InlineData("/公开")]
    [InlineData("/a\n")]
    [InlineData("/a?b")]
    public void Says_what_a_path_looks_like(string setting) =>
        Assert.Contains("请写成 /gongkai 这样", Assert.Throws<StartProblem>(() => new SiteOptions { PathBase = setting }.SitePath()).Message, StringComparison.Ordinal);

    [Fact]
    public void Finds_a_planted_way_out() =>
        Assert.Equal(
            ["a href=/plan", "form action=/gongkai-x", "img src=/a.png"],
            Outside(new HtmlParser().ParseDocument(
                "<a href='/plan'></a><a href='/gongkai/plan'></a><a href='//other.example/'></a><a href='#x'></a><form action='/gongkai-x'></form><form action='/gongkai'></form><img src='/a.png'>")));

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private static string Onward(Screen screen) => screen.Response.Headers.Location?.OriginalString ?? $"{screen.Status} without Location";

    private static bool IsBelow(string address) => address.StartsWith(Below + "/", StringComparison.Ordinal) || address == Below;

    private static IEnumerable<string> Outside(IDocument page) =>
        from element in page.All
        from attribute in element.Attributes
        where Leading.Contains(attribute.Name) && attribute.Value.StartsWith('/') && !attribute.Value.StartsWith("//", StringComparison.Ordinal) && !IsBelow(attribute.Value)
        select $"{element.LocalName} {attribute.Name}={attribute.Value}";

    private static string KindOf(string address)
    {
        var parts = address.Split('?', 2);
        var path = string.Join('/', parts[0].Split('/').Select(step => Guid.TryParse(step, out _) || step.All(char.IsAsciiDigit) ? "…" : step));
        return parts.Length == 1 ? path : $"{path}?{string.Join('&', parts[1].Split('&').Select(pair => pair.Split('=')[0]).Order(StringComparer.Ordinal))}";
    }

    private async Task<IReadOnlyList<string>> PlainPages() =>
        [.. (await _site.Services()).GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null && endpoint.RoutePattern.Parameters.Count == 0)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')).Distinct()];

    private async Task<Visitor> SignedInForEverything()
    {
        await _site.AddAccount("everything", [.. EveryPermission.Names]);
        var visitor = await _site.Visitor(follow: false);
        await visitor.Submit(await visitor.Get(Below + "/sign-in"), "form[method=post]", ("UserName", "everything"), ("Password", Site.Password));
        return visitor;
    }
}
