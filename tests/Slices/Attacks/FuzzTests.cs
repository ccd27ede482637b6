using System.Net;
using Gongkai.Platform.Data;
using Gongkai.Slices.Attacks.Kit;
using Gongkai.Testing;
using Xunit;

namespace Gongkai.Slices.Attacks;

/// <summary>Whatever is put into whatever an endpoint reads, the site answers in its own words: no failure, no trace, no foreign markup, no way out.</summary>
public sealed class FuzzTests(Targets targets) : IClassFixture<Targets>
{
    private static readonly ChosenFile Paper = new("../../甲'><zzx>.txt", "一、公开民生信息"u8.ToArray());

    [Theory, EachEngineAlone]
    public async Task Every_place_of_every_address_stands_hostile_values(Engine engine)
    {
        var target = await targets.On(engine);

        Verdict.None(await Places(target, target.Ways));
    }

    [Theory, EachEngineAlone]
    public async Task Every_query_stands_hostile_values(Engine engine)
    {
        var target = await targets.On(engine);

        Verdict.None(await Queries(target, target.Ways));
    }

    [Theory, EachEngineAlone]
    public async Task Every_head_stands_hostile_values(Engine engine)
    {
        var target = await targets.On(engine);

        Verdict.None(await Heads(target));
    }

    [Theory, EachEngineAlone]
    public async Task Every_field_of_every_form_stands_hostile_values(Engine engine)
    {
        var target = await targets.On(engine);
        Assert.True(target.Ways.Count(way => way.IsForm) > 40, $"{target.Ways.Count(way => way.IsForm)} forms");

        Verdict.None(await Forms(target));
    }

    /// <summary>Nobody sees a page that was not loaded: what a page has no handler for is refused, and says what it takes.</summary>
    [Theory, EachEngineAlone]
    public async Task Every_address_refuses_the_methods_that_it_does_not_know(Engine engine)
    {
        var target = await targets.On(engine);
        var breaches = new List<string>();
        foreach (var way in target.Ways.DistinctBy(way => way.Pattern))
        {
            var takesForms = target.Ways.Any(other => other.Pattern == way.Pattern && other.IsForm);
            foreach (var method in new[] { "PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND", "PAGE", "get", "POST", "HEAD" })
            {
                using var reply = (await target.Send(way, () => new(new HttpMethod(method), new Uri(target.AddressOf(way) + (method is "PAGE" or "POST" ? "?handler=HandlerExecution" : ""), UriKind.Relative)))).Response;
                if ((int)reply.StatusCode >= 500) breaches.Add($"{method} /{way.Pattern} answers {(int)reply.StatusCode} ({target.Cause})");
                else if (reply.StatusCode == HttpStatusCode.MethodNotAllowed && reply.Content.Headers.Allow.Count == 0) breaches.Add($"{method} /{way.Pattern} does not say what it takes");
                else if (reply.IsSuccessStatusCode && method is not ("HEAD" or "get") && !(method == "POST" && takesForms)) breaches.Add($"{method} /{way.Pattern} answers {(int)reply.StatusCode}");
            }
        }
        Verdict.None(breaches);
    }

    /// <summary>One part of the site must not check what another part does not read.</summary>
    [Theory, EachEngineAlone]
    public async Task What_is_said_twice_and_differently_is_refused(Engine engine)
    {
        var target = await targets.On(engine);
        var line = target.Ways.Single(way => way.ToString() == "POST /console/ledger/{id:guid}?handler=Remind");
        var rules = target.Ways.Single(way => way.ToString() == "POST /console/sign-in-rules");
        var ticks = target.HarmlessFields(rules).Where(field => field.Name != "ForbidsUserName").Append(("ForbidsUserName", "true")).Append(("ForbidsUserName", "false")).ToList();

        var beside = await target.Post(line, target.AddressOf(line), [("reason", "x"), ("Id", "00000000-0000-0000-0000-000000000001")]);
        var twice = await target.Post(line, target.AddressOf(line), [("reason", "x"), ("reason", "y")]);
        var same = await target.Post(line, target.AddressOf(line), [("reason", "x"), ("reason", "x")]);
        var tick = await target.Post(rules, target.AddressOf(rules), ticks.Select(field => (field.Item1, Uri.EscapeDataString(field.Item2))));

        Assert.Equal(HttpStatusCode.BadRequest, beside.Status);
        Assert.Equal(HttpStatusCode.BadRequest, twice.Status);
        Assert.NotEqual(HttpStatusCode.BadRequest, same.Status);
        Assert.NotEqual(HttpStatusCode.BadRequest, tick.Status);
    }

    /// <summary>The planted breaches: what echoes, fails, leads away, tells of its database or splits its head is found.</summary>
    [Fact]
    public async Task Each_planted_hole_is_found()
    {
        await using var target = await Target.Make(new Site(Engine.Sqlite).WithHoles());

        var found = await Queries(target, [.. target.Ways.Where(way => way.Pattern.StartsWith("planted/", StringComparison.Ordinal))]);

        foreach (var breach in new[]
        {
            $"{PlantedHoles.Echo} runs <zzx>", $"{PlantedHoles.Throw} answers 500", $"{PlantedHoles.Throw} shows its inside: Exception",
            $"{PlantedHoles.Redirect} leads to //evil.example", $"{PlantedHoles.Sql} shows its inside: SQLite Error", $"{PlantedHoles.Head} splits its head at X-Echo",
        })
            Assert.Contains(found, line => line.Contains(breach, StringComparison.Ordinal));
    }

    private static async Task<List<string>> Places(Target target, IReadOnlyList<Way> ways)
    {
        var breaches = new List<string>();
        foreach (var way in ways.Where(way => !way.IsForm))
            foreach (var place in way.Places)
                foreach (var attack in Hostile.Texts.Concat(Hostile.Ends).Where(attack => attack.Encoded.Length is > 0 and < 9_000 && !attack.Text.Contains('\0', StringComparison.Ordinal)))
                    await Judge(breaches, target, way, $"{place}={attack}", attack.Text, target.Get(way, target.AddressOf(way, place, attack.Encoded)));
        return breaches;
    }

    private static async Task<List<string>> Queries(Target target, IReadOnlyList<Way> ways)
    {
        var breaches = new List<string>();
        foreach (var way in ways.Where(way => !way.IsForm))
        {
            var address = target.AddressOf(way);
            foreach (var attack in Hostile.Texts.Where(attack => attack.Encoded.Length < 9_000))
                await Judge(breaches, target, way, $"texts={attack}", attack.Text, target.Get(way, $"{address}?{string.Join('&', way.Reads.Where(opening => opening.IsText).Select(opening => opening.Name).Append("handler").Select(name => $"{name}={attack.Encoded}"))}"));
            foreach (var opening in way.Reads.Where(opening => opening is { IsText: false, IsFile: false }))
                foreach (var attack in Hostile.For(opening))
                    await Judge(breaches, target, way, $"{opening.Name}={attack}", attack.Text, target.Get(way, $"{address}?{opening.Name}={attack.Encoded}"));
            if (way.Reads.Any(opening => !opening.IsText))
                foreach (var attack in Hostile.Unreadable)
                    await Judge(breaches, target, way, $"values={attack}", attack.Text, target.Get(way, $"{address}?{string.Join('&', way.Reads.Where(opening => !opening.IsText).Select(opening => $"{opening.Name}={attack.Encoded}"))}"));
            if (way.Reads.Count > 0) await Judge(breaches, target, way, "everything twice", "", target.Get(way, $"{address}?{string.Join('&', way.Reads.Select(opening => $"{opening.Name}={Uri.EscapeDataString(opening.Harmless)}&{opening.Name}=2"))}"));
        }
        return breaches;
    }

    private static async Task<List<string>> Heads(Target target)
    {
        var breaches = new List<string>();
        foreach (var way in target.Ways.Where(way => !way.IsForm))
            foreach (var value in Hostile.Heads)
                await Judge(breaches, target, way, $"head of {value[..4]}…", value, target.Send(way, () =>
                {
                    var request = new HttpRequestMessage(HttpMethod.Get, new Uri(target.AddressOf(way), UriKind.Relative));
                    foreach (var line in Hostile.HeadLines) request.Headers.TryAddWithoutValidation(line, line == "Cookie" ? $"gongkai.display={value}; .AspNetCore.Culture={value}; .AspNetCore.Mvc.CookieTempDataProvider={value}" : value);
                    return request;
                }));
        return breaches;
    }

    private static async Task<List<string>> Forms(Target target)
    {
        var breaches = new List<string>();
        var tried = new HashSet<string>();
        foreach (var way in target.Ways.Where(way => way.IsForm))
        {
            var (address, harmless, form) = (target.AddressOf(way), target.HarmlessFields(way), target.FormOf(way));
            foreach (var opening in way.Reads.Where(opening => !opening.IsFile && IsTried(opening)))
                foreach (var attack in Hostile.For(opening))
                    await Judge(breaches, target, way, $"{opening.Name}={attack}", attack.Text, target.Post(way, address, With(harmless, opening.Name, attack)));
            if (way.Reads.Any(opening => opening.IsText))
                foreach (var attack in Hostile.Texts)
                    await Judge(breaches, target, way, $"texts={attack}", attack.Text, target.Post(way, address, harmless.Select(field => (field.Name, way.Reads.Any(opening => opening.IsText && opening.Name.Equals(field.Name, StringComparison.OrdinalIgnoreCase)) ? attack.Encoded : Uri.EscapeDataString(field.Value)))));
            foreach (var attack in Hostile.Unreadable)
                await Judge(breaches, target, way, $"values={attack}", attack.Text, target.Post(way, address, harmless.Where(field => !IsValue(way, field.Name)).Select(field => (field.Name, Uri.EscapeDataString(field.Value))).Concat(way.Reads.Where(opening => IsValue(way, opening.Name)).Select(opening => (opening.Name, attack.Encoded)))));
            await Judge(breaches, target, way, "nothing at all", "", target.Post(way, address, []));
            await Judge(breaches, target, way, "everything twice", "", target.Post(way, address, harmless.Concat(harmless.Select(field => (field.Name, Value: field.Value + "2"))).Select(field => (field.Name, Uri.EscapeDataString(field.Value)))));
            foreach (var place in way.Places)
                foreach (var attack in Hostile.Unreadable)
                    await Judge(breaches, target, way, $"{place}={attack} beside the address", attack.Text, target.Post(way, address, With(harmless, place, attack)));
            if (way.TakesFiles) await Judge(breaches, target, way, "a file", Paper.Name, target.Post(way, address, harmless.Select(field => (field.Name, Uri.EscapeDataString(field.Value))), [.. way.Reads.Where(opening => opening.IsFile).Select(opening => (opening.Name, Paper))]));

            // What every handler of a page reads is tried where its form sends it, and once beside.
            bool IsTried(Opening opening) => tried.Add($"{way.Pattern} {opening.Name}") || !opening.IsShared || form?.Fields.Any(field => field.Name.Equals(opening.Name, StringComparison.OrdinalIgnoreCase)) == true;
        }
        return breaches;
    }

    private static bool IsValue(Way way, string name) => way.Reads.Any(opening => opening is { IsText: false, IsFile: false } && opening.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<(string, string)> With(IEnumerable<(string Name, string Value)> harmless, string name, Attack attack) =>
        harmless.Where(field => !field.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(field => (field.Name, Uri.EscapeDataString(field.Value))).Append((name, attack.Encoded));

    private static async Task Judge(List<string> breaches, Target target, Way way, string what, string sent, Task<Reply> asked)
    {
        var reply = await asked;
        using (reply.Response) breaches.AddRange(Verdict.On(reply.Response, reply.Body, sent).Select(breach => $"{way} {breach} for {what}{(reply.Status < HttpStatusCode.InternalServerError ? "" : $" ({target.Cause})")}"));
    }
}
