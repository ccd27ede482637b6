using System.Net;
using Gongkai.Platform.Data;
using Gongkai.Slices.Administration;
using Gongkai.Slices.Attacks.Kit;
using Gongkai.Testing;
using Xunit;

namespace Gongkai.Slices.Attacks;

/// <summary>Whatever address somebody is given to go on to, they stay on this site.</summary>
public sealed class RedirectTests(Targets targets) : IClassFixture<Targets>
{
    /// <summary>Addresses that a browser, or a check that reads them another way than a browser, may take for another site.</summary>
    private static readonly string[] Elsewhere =
    [
        "https://evil.example/", "http://evil.example", "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example", "\\/evil.example", "/%09/evil.example", "/\t/evil.example",
        "/\r\n/evil.example", "https:evil.example", "https:/evil.example", "javascript:zzx()", "data:text/html,<script>zzx()</script>", "//evil.example@localhost/", "https://localhost@evil.example/",
        "http://localhost.evil.example/", "~//evil.example", "~/\\evil.example", "/~//evil.example", "%2f%2fevil.example", "/%2f/evil.example", ".evil.example", "@evil.example", " //evil.example",
        "/.//evil.example", "/..//evil.example", "//evil%E3%80%82example", "http:\\\\evil.example", "ftp://evil.example/", "//localhost:80@evil.example/",
    ];

    [Theory, EachEngineAlone]
    public async Task No_address_leads_away(Engine engine)
    {
        var target = await targets.On(engine);

        Verdict.None(await Breaches(target, target.Ways));
    }

    [Theory, EachEngineAlone]
    public async Task Signing_in_leads_to_a_page_of_this_site(Engine engine)
    {
        var site = (await targets.On(engine)).Site;
        await site.AddAccount("goes-on");
        var breaches = new List<string>();
        foreach (var elsewhere in Elsewhere.Append("/console/account"))
        {
            var visitor = await site.Visitor(follow: false);
            var inside = await visitor.Try("goes-on", address: $"/sign-in?returnUrl={Uri.EscapeDataString(elsewhere)}");
            if (inside.Status != HttpStatusCode.Found) breaches.Add($"{elsewhere}: {inside.Status}");
            if (Verdict.LeavesSite(inside.Response)) breaches.Add($"{elsewhere} leads to {inside.Response.Headers.Location}");
            if (elsewhere == "/console/account") Assert.Equal(elsewhere, inside.Response.Headers.Location!.OriginalString);

            var again = await visitor.Get($"/sign-in?returnUrl={Uri.EscapeDataString(elsewhere)}"); // who is inside already is led on at once
            if (again.Status != HttpStatusCode.Found || Verdict.LeavesSite(again.Response)) breaches.Add($"{elsewhere} leads to {again.Response.Headers.Location} from inside");
        }
        Verdict.None(breaches);
    }

    /// <summary>The planted breach: an address that goes wherever it is told.</summary>
    [Fact]
    public async Task A_planted_way_out_is_found()
    {
        await using var target = await Target.Make(new Site(Engine.Sqlite).WithHoles());

        var found = await Breaches(target, [.. target.Ways.Where(way => way.Pattern == PlantedHoles.Redirect)]);

        foreach (var elsewhere in new[] { "https://evil.example/", "//evil.example", "/\\evil.example" }) Assert.Contains(found, line => line.EndsWith($"leads to {elsewhere}", StringComparison.Ordinal));
    }

    /// <summary>Every text that an address or a form reads may be where somebody is sent next.</summary>
    private static async Task<List<string>> Breaches(Target target, IReadOnlyList<Way> ways)
    {
        var breaches = new List<string>();
        foreach (var way in ways)
        {
            var names = way.Reads.Where(opening => opening.IsText).Select(opening => opening.Name).ToList();
            if (names.Count == 0) continue;
            foreach (var elsewhere in way.IsForm ? Elsewhere.Take(6) : Elsewhere)
            {
                var encoded = Uri.EscapeDataString(elsewhere);
                using var reply = (way.IsForm
                    ? await target.Post(way, target.AddressOf(way), target.HarmlessFields(way).Where(field => !names.Contains(field.Name)).Select(field => (field.Name, Uri.EscapeDataString(field.Value))).Concat(names.Select(name => (name, encoded))))
                    : await target.Get(way, $"{target.AddressOf(way)}?{string.Join('&', names.Select(name => $"{name}={encoded}"))}")).Response;
                if (Verdict.LeavesSite(reply)) breaches.Add($"{way} leads to {reply.Headers.Location}");
            }
        }
        return breaches;
    }
}
