using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Gongkai.Duties.Acts;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Settings;
using Gongkai.Slices.Duties;
using Gongkai.Slices.Organs;
using Gongkai.Testing;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gongkai.Slices.Attacks.Kit;

/// <summary>What came back from an attack.</summary>
internal sealed record Reply(HttpResponseMessage Response, string Body)
{
    public HttpStatusCode Status => Response.StatusCode;
}

/// <summary>A form as a page of the site shows it.</summary>
/// <param name="Page">Address of the page.</param>
/// <param name="Action">Where it is sent.</param>
/// <param name="Fields">What it sends untouched, without its token.</param>
/// <param name="Texts">Names of the fields that somebody can type any text into.</param>
internal sealed record Form(string Page, string Action, IReadOnlyList<(string Name, string Value)> Fields, IReadOnlyList<string> Texts);

/// <summary>
/// A site with something behind every address: a county with its plan in work, a draft on the desk, people in posts, messages and a record;
/// and a person who may do everything, whose browser attacks it.
/// </summary>
internal sealed class Target : IAsyncDisposable
{
    /// <summary>Instances of one pattern that are looked at; more of them show nothing new.</summary>
    private const int EnoughAlike = 2;

    private readonly Dictionary<string, List<string>> _known = [];
    private readonly List<Form> _forms = [];
    private readonly List<string> _crawled = [];
    private Visitor _person = null!;
    private string _token = "";
    private int _persons;

    private readonly Failures _failures = new();

    private Target(Site site) => Site = site.With(services => services.AddSingleton<IExceptionHandler>(_failures));

    public Site Site { get; }

    /// <summary>Every way in.</summary>
    public IReadOnlyList<Way> Ways { get; private set; } = [];

    /// <summary>Every form that was found on a page.</summary>
    public IReadOnlyList<Form> Forms => _forms;

    /// <summary>Every address that a link or a form led to.</summary>
    public IReadOnlyList<string> Addresses => _crawled;

    /// <summary>The browser of the person who may do everything.</summary>
    public Visitor Person => _person;

    /// <summary>What failed last inside the site.</summary>
    public string Cause => _failures.Cause();

    /// <summary>Secrets of one-time links that open.</summary>
    public (string Setup, string Password) Secrets { get; private set; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Fills a site and goes through it once.</summary>
    public static async Task<Target> Make(Site site)
    {
        var target = new Target(site);
        await target.Fill();
        target.Ways = await Way.All(await site.Services());
        await target.SignIn();
        await target.Crawl();
        return target;
    }

    /// <summary>An address that the way answers to, with something in each place.</summary>
    /// <param name="way">The way.</param>
    /// <param name="place">Place to put something hostile in; null for none.</param>
    /// <param name="encoded">What goes there, encoded.</param>
    public string AddressOf(Way way, string? place = null, string encoded = "")
    {
        var real = _known.TryGetValue(way.Pattern, out var found) ? found[0].Split('?')[0].Split('/', StringSplitOptions.RemoveEmptyEntries) : null;
        return "/" + string.Join('/', way.Endpoint.RoutePattern.PathSegments.Select((segment, at) => string.Concat(segment.Parts.Select(part => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter when parameter.Name == place => encoded,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter when real is not null && at < real.Length && segment.Parts.Count == 1 => real[at],
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "year" or "month" } parameter => parameter.Name == "year" ? "2026" : "2026-03",
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { ParameterPolicies: [{ Content: "guid" }, ..] } => "00000000-0000-0000-0000-000000000001",
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart => "1",
            _ => "",
        }))));
    }

    /// <summary>The form of a page that is sent this way; null where no page of this site shows one.</summary>
    public Form? FormOf(Way way) => _forms.Find(form => PathOf(form.Action).Equals(PathOf(AddressOf(way)), StringComparison.OrdinalIgnoreCase) && HandlerOf(form.Action) == way.Handler?.ToUpperInvariant());

    /// <summary>What is sent this way when nobody means harm: as on the page where its form stands, the rest harmless.</summary>
    public List<(string Name, string Value)> HarmlessFields(Way way)
    {
        var given = FormOf(way)?.Fields.Where(field => field.Value.Length > 0).ToList() ?? [];
        return [.. way.Reads.Where(opening => !opening.IsFile && !given.Exists(field => field.Name.Equals(opening.Name, StringComparison.OrdinalIgnoreCase))).Select(opening => (opening.Name, opening.Harmless)), .. given];
    }

    /// <summary>Sends a form this way, its fields already encoded.</summary>
    public Task<Reply> Post(Way way, string address, IEnumerable<(string Name, string Encoded)> fields, params (string Name, ChosenFile File)[] files) => Send(way, () =>
    {
        var target = way.Handler is null ? address : $"{address}?handler={way.Handler}";
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(target, UriKind.Relative));
        if (files.Length == 0)
        {
            request.Content = new StringContent(string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Name)}={field.Encoded}")), Encoding.UTF8, "application/x-www-form-urlencoded");
            return request;
        }
        var parts = new MultipartFormDataContent();
        foreach (var (name, encoded) in fields) parts.Add(new StringContent(Uri.UnescapeDataString(encoded)), name);
        foreach (var (name, file) in files) parts.Add(new ByteArrayContent(file.Content), name, file.Name);
        request.Content = parts;
        return request;
    });

    public Task<Reply> Get(Way way, string address) => Send(way, () => new(new HttpMethod(way.Method), new Uri(address, UriKind.Relative)));

    /// <summary>Sends what was built, in the browser of the person who may do everything; who was put out by an attack comes in again, as somebody new.</summary>
    public async Task<Reply> Send(Way way, Func<HttpRequestMessage> build)
    {
        var reply = await Once(build());
        if (reply.Response.Headers.Location?.OriginalString is { } to && !way.Pattern.StartsWith("sign-", StringComparison.Ordinal) && IsPutOut(way, to))
        {
            reply.Response.Dispose();
            await SignIn();
            reply = await Once(build());
        }
        return reply;

        static bool IsPutOut(Way way, string to) => to.Contains("/sign-in", StringComparison.Ordinal) || (new[] { Owed.Factor, Owed.Password }.Any(owed => to.EndsWith(owed, StringComparison.Ordinal)) && !way.Pattern.StartsWith("console/account", StringComparison.Ordinal));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Site.DisposeAsync();

    private async Task<Reply> Once(HttpRequestMessage request)
    {
        if (request.Method == HttpMethod.Post) request.Headers.Add("form-token", _token);
        var response = await _person.Http.SendAsync(request, Stop);
        return new(response, await response.Content.ReadAsStringAsync(Stop));
    }

    private async Task SignIn()
    {
        await Site.AsSystem().Run((Lenient lenient) => lenient.Run(Stop));
        var account = await Site.AddAccount($"everything-{++_persons}", [.. EveryPermission.Names]);
        _person = await Site.SignIn(account.UserName!, follow: false);
        _token = (await _person.Get("/console/account")).Page.QuerySelector("input[name='form-token']")!.GetAttribute("value")!;
    }

    private async Task Fill()
    {
        var scene = await PortalScene.Make(Site);
        await scene.Adopt("往年.txt", LedgerScene.Text.Replace("2026年", "2025年", StringComparison.Ordinal), 2025, "和源县人民政府办公室");
        Assert.Empty((await Site.As(LedgerScene.Officer).Run((ReadPlan act) => act.Run("要点.txt", new MemoryStream(Encoding.UTF8.GetBytes(LedgerScene.Text)), 2026, null, Stop))).Refusals);
        await Site.Appointed("clerk", "education", "clerk");
        Assert.Empty((await Site.Appoint(await Site.AddAccount("officer"), "office", "openness-officer", primary: true)).Refusals);
        Secrets = await Site.AsSystem().Run((MakeLinks links) => links.Run(Stop));
        await Site.Deliver();
    }

    private async Task Crawl()
    {
        var waiting = new Queue<string>(Ways.Where(way => way.Method == "GET" && !way.Places.Any()).Select(way => "/" + way.Pattern));
        waiting.Enqueue($"/link/{Secrets.Password}");
        waiting.Enqueue($"/setup/{Secrets.Setup}");
        while (waiting.TryDequeue(out var address))
        {
            if (WayTo(address) is not { } way || !IsNew(way, address)) continue;
            var screen = await _person.Get(address);
            if (screen.Response.Headers.Location is { IsAbsoluteUri: false } on) waiting.Enqueue(on.OriginalString);
            foreach (var link in screen.Page.QuerySelectorAll("a[href^='/']").Select(link => link.GetAttribute("href")!.Split('#')[0])) waiting.Enqueue(link);
            foreach (var form in screen.Page.Forms.Where(form => form.Method == "post")) Keep(address, form);
        }
    }

    private void Keep(string page, IHtmlFormElement form)
    {
        var action = form.GetAttribute("action") is { Length: > 0 } given ? given : page;
        if (_forms.Exists(known => known.Action == action)) return;
        var named = form.Elements.Where(element => element.GetAttribute("name") is { Length: > 0 } name && name != "form-token").ToList();
        _forms.Add(new(page, action, [.. named.SelectMany(Sent)], [.. named.Where(IsTyped).Select(element => element.GetAttribute("name")!).Distinct()]));
    }

    private static bool IsTyped(IElement element) => element is IHtmlTextAreaElement or IHtmlInputElement { Type: "text" or "search" or "email" or "url" or "tel" or "password" };

    private static IEnumerable<(string, string)> Sent(IElement element)
    {
        var name = element.GetAttribute("name")!;
        return element switch
        {
            IHtmlInputElement { Type: "checkbox" or "radio" } choice => choice.IsChecked ? [(name, choice.Value)] : [],
            IHtmlInputElement { Type: "submit" or "button" or "file" } => [],
            IHtmlInputElement input => [(name, input.Value)],
            IHtmlTextAreaElement area => [(name, area.Value)],
            IHtmlSelectElement select => [(name, select.Options.FirstOrDefault(option => option.IsSelected)?.Value ?? "")],
            _ => [],
        };
    }

    private bool IsNew(Way way, string address)
    {
        if (!_known.TryGetValue(way.Pattern, out var alike)) _known[way.Pattern] = alike = [];
        if (alike.Count >= EnoughAlike || alike.Contains(address)) return false;
        alike.Add(address);
        _crawled.Add(address);
        return true;
    }

    /// <summary>The way that an address leads to: of those that fit, the one with the fewest places.</summary>
    private Way? WayTo(string address) => Ways.Where(way => way.Method == "GET" && Fits(way, PathOf(address).Split('/', StringSplitOptions.RemoveEmptyEntries))).MinBy(way => way.Places.Count());

    private static bool Fits(Way way, string[] parts)
    {
        var segments = way.Endpoint.RoutePattern.PathSegments;
        if (parts.Length > segments.Count || segments.Skip(parts.Length).Any(segment => segment.Parts is not [Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { IsOptional: true }])) return false;
        return parts.Zip(segments).All(pair => string.Concat(pair.Second.Parts.OfType<Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart>().Select(literal => literal.Content)) is var fixedText
            && (pair.Second.Parts.Any(part => part.IsParameter) ? pair.First.EndsWith(fixedText, StringComparison.OrdinalIgnoreCase) : pair.First.Equals(fixedText, StringComparison.OrdinalIgnoreCase)));
    }

    private static string PathOf(string address) => address.Split('?')[0].TrimEnd('/');

    private static string? HandlerOf(string address) => System.Web.HttpUtility.ParseQueryString(address.Contains('?', StringComparison.Ordinal) ? address[(address.IndexOf('?', StringComparison.Ordinal) + 1)..] : "")["handler"]?.ToUpperInvariant();

    /// <summary>Makes a link of each purpose.</summary>
    private sealed class MakeLinks(Db db, OneTimeLinks links)
    {
        public async Task<(string, string)> Run(CancellationToken stop)
        {
            var account = db.Set<Account>().First(account => account.UserName == "clerk").Id;
            var made = (await links.Make(LinkPurpose.Setup, null, stop), await links.Make(LinkPurpose.Password, account, stop));
            await db.SaveChangesAsync(stop);
            return made;
        }
    }

    /// <summary>Takes back what an attack decided about signing in.</summary>
    private sealed class Lenient(Db db, SettingsStore settings)
    {
        public async Task Run(CancellationToken stop)
        {
            await settings.Set(new SignInSettings(), stop);
            await db.SaveChangesAsync(stop);
        }
    }
}
