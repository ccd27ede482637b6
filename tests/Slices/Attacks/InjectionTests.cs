using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Gongkai.Duties;
using Gongkai.Platform.Data;
using Gongkai.Slices.Attacks.Kit;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Gongkai.Slices.Attacks;

/// <summary>What is typed stays text: in the form that shows it again, in every page and every file that it comes out of, and in the database.</summary>
public sealed class InjectionTests(Targets targets) : IClassFixture<Targets>
{
    /// <summary>
    /// How much of the list each form takes. What becomes of text between the form and the page is the same on both engines, so one of them takes
    /// all; on the other each form takes every eighth, each another part, so that together they take all of it many times.
    /// </summary>
    private static int Share(Engine engine) => engine == Engine.Sqlite ? 1 : 8;

    private static readonly HtmlParser Parser = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EachEngineAlone]
    public async Task Text_goes_through_every_form_and_comes_out_everywhere_as_text(Engine engine)
    {
        var target = await targets.On(engine);
        Assert.True(target.Ways.Count(way => IsTyped(target, way)) > 15, "forms with text");
        Assert.True(Injections.All.Count >= 100, $"{Injections.All.Count} strings");

        Verdict.None(await Breaches(target, Share(engine), way => true));
    }

    /// <summary>The planted breaches: a form that takes text for markup and forgets what was typed, and a table with a formula in it.</summary>
    [Fact]
    public async Task A_planted_form_and_a_planted_table_are_found()
    {
        await using var target = await Target.Make(new Site(Engine.Sqlite).WithHoles());

        var found = await Breaches(target, 1, way => way.Pattern is PlantedHoles.Form or PlantedHoles.Sheet);

        Assert.Contains(found, line => line.StartsWith($"POST /{PlantedHoles.Form} runs <zzx>", StringComparison.Ordinal));
        Assert.Contains(found, line => line.StartsWith($"POST /{PlantedHoles.Form} loses what was typed into text", StringComparison.Ordinal));
        Assert.Contains(found, line => line.StartsWith($"GET /{PlantedHoles.Sheet} has a cell that runs: =1+1", StringComparison.Ordinal));
    }

    /// <summary>Every string of the list, kept by a real act and read again: in the database and on the page letter by letter what was typed.</summary>
    [Theory, EachEngine]
    public async Task Text_comes_back_as_it_was_typed(Site site)
    {
        await using var target = await Target.Make(site);
        var way = target.Ways.Single(way => way.ToString() == "POST /console/ledger/{id:guid}?handler=Evidence");
        var address = target.AddressOf(way);
        var harmless = target.FormOf(way)!.Fields.Where(field => field.Value.Length > 0 && field.Name is not ("Evidence.Title" or "Evidence.Note" or "Evidence.Url")).ToList();
        var texts = Injections.All.Where(text => text.Trim().Length > 0).ToList();
        foreach (var text in texts)
        {
            var reply = await target.Post(way, address, harmless.Append(("Evidence.Title", "材料")).Append(("Evidence.Note", text)).Select(field => (field.Item1, Uri.EscapeDataString(field.Item2))));
            using var response = reply.Response;
            Assert.True(reply.Status == HttpStatusCode.Found, text);
        }

        var kept = await target.Site.AsSystem().Run((Db db) => db.Set<Evidence>().Where(evidence => evidence.Title == "材料").Select(evidence => evidence.Note!).ToListAsync(Stop));
        var shown = (await target.Person.Get(address)).Page.Body!.TextContent;

        Assert.Equal(texts.Select(text => text.Trim()).Order(StringComparer.Ordinal), kept.Order(StringComparer.Ordinal));
        Assert.All(texts.Where(text => !text.Contains('\n', StringComparison.Ordinal)), text => Assert.Contains(text.Trim(), shown, StringComparison.Ordinal));
    }

    private static bool IsTyped(Target target, Way way) => way.IsForm && target.FormOf(way) is { Texts.Count: > 0 };

    private static async Task<List<string>> Breaches(Target target, int share, Func<Way, bool> wanted)
    {
        var breaches = new List<string>();
        foreach (var (way, at) in target.Ways.Where(way => IsTyped(target, way)).Where(wanted).Select((way, at) => (way, at)))
            foreach (var text in Injections.All.Where((_, number) => number % share == at % share))
                breaches.AddRange(await Type(target, way, target.FormOf(way)!, text));
        foreach (var way in target.Ways.Where(way => !way.IsForm).Where(wanted))
        {
            var reply = await target.Get(way, target.AddressOf(way));
            using (reply.Response) breaches.AddRange(Verdict.On(reply.Response, reply.Body).Concat(Running(reply)).Select(breach => $"{way} {breach} ({target.Cause})"));
        }
        return breaches;
    }

    private static async Task<IEnumerable<string>> Type(Target target, Way way, Form form, string text)
    {
        var fields = target.HarmlessFields(way).Where(field => !form.Texts.Contains(field.Name)).Concat(form.Texts.Select(name => (name, text)));
        var reply = await target.Post(way, target.AddressOf(way), fields.Select(field => (field.Item1, Uri.EscapeDataString(field.Item2))));
        using var response = reply.Response;
        var found = Verdict.On(response, reply.Body).ToList();
        if (response.StatusCode == HttpStatusCode.OK && response.Content.Headers.ContentType?.MediaType == "text/html") found.AddRange(Lost(way, form, reply.Body, text));
        return found.Select(breach => $"{way} {breach} for {new Attack(text, "")}{(reply.Status < HttpStatusCode.InternalServerError ? "" : $" ({target.Cause})")}");
    }

    /// <summary>A form that is shown again holds what was typed, so that nobody has to type it again; only secrets are not sent back.</summary>
    private static IEnumerable<string> Lost(Way way, Form form, string html, string text)
    {
        var page = Parser.ParseDocument(html);
        if (page.QuerySelector("[role=alert], .error, .field-bad") is null) yield break; // done, not refused
        foreach (var name in form.Texts.Where(name => !name.Contains('[', StringComparison.Ordinal))) // rows of a table are read again from where they are kept
            if (page.All.Where(element => element is IHtmlInputElement or IHtmlTextAreaElement && element.GetAttribute("name") == name && IsSentThere(element)).ToList() is [var field] && // of several like it one was sent
                field is not IHtmlInputElement { Type: "password" } && Of(field) != Plain(text))
                yield return $"loses what was typed into {name}, and shows {new Attack(Of(field), "")}";

        // The form with the same handler about the same thing; a page may have many.
        bool IsSentThere(IElement field) => field.Closest("form") is { } shown && (shown.GetAttribute("action") ?? "") is var action
            && (way.Handler is null ? !action.Contains("handler=", StringComparison.OrdinalIgnoreCase) : action.EndsWith($"handler={way.Handler}", StringComparison.OrdinalIgnoreCase))
            && shown.QuerySelectorAll("input[type=hidden]").All(hidden => form.Fields.All(sent => sent.Name != hidden.GetAttribute("name") || sent.Name == "seen" || sent.Value == hidden.GetAttribute("value")));
    }

    private static string Of(IElement field) => Plain(field is IHtmlTextAreaElement area ? area.TextContent : field.GetAttribute("value") ?? "");

    /// <summary>A browser writes line ends its own way, and the site trims.</summary>
    private static string Plain(string text) => text.ReplaceLineEndings("\n").Trim();

    /// <summary>Cells of a table of values that a spreadsheet would take for a formula.</summary>
    private static IEnumerable<string> Running(Reply reply) => reply.Response.Content.Headers.ContentType?.MediaType != "text/csv" ? []
        : Cells(reply.Body).Select(cell => cell.Trim('\ufeff', ' ', '\t', '\r')).Where(cell => cell.Length > 1 && cell[0] is '=' or '+' or '@').Select(cell => $"has a cell that runs: {cell}");

    private static IEnumerable<string> Cells(string table)
    {
        var (cell, isQuoted) = (new StringBuilder(), false);
        for (var at = 0; at < table.Length; at++)
            if (table[at] == '"' && isQuoted && at + 1 < table.Length && table[at + 1] == '"') cell.Append(table[at++]); // doubled: one that is meant
            else if (table[at] == '"') isQuoted = !isQuoted;
            else if (isQuoted || table[at] is not (',' or '\n')) cell.Append(table[at]);
            else
            {
                yield return cell.ToString();
                cell.Clear();
            }
        yield return cell.ToString();
    }
}
