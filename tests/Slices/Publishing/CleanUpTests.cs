using System.Net;
using Gongkai.Platform.Data;
using Gongkai.Publishing;
using Gongkai.Publishing.Acts;
using Gongkai.Publishing.CleanUps;
using Gongkai.Publishing.Contracts;
using Gongkai.Publishing.Documents;
using Gongkai.Publishing.Library;
using Gongkai.Publishing.Queries;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Gongkai.Slices.Publishing.DocumentScene;

namespace Gongkai.Slices.Publishing;

/// <summary>A round of cleaning up (清理) looks at every document that holds, and its result acts on them only when it is published.</summary>
public sealed class CleanUpTests
{
    private const string Name = "和源县教育局关于2026年规范性文件清理结果的公告";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EachEngine]
    public async Task A_round_lists_what_holds_and_its_result_repeals_on_the_day_it_is_published(Site site)
    {
        var scene = await Make(site);
        foreach (var serial in (int[])[1, 2, 3, 4]) await Normative(scene, serial);
        await Normative(scene, 5, expires: new(2026, 4, 1));
        await Normative(scene, 6, effects: [new(EffectKind.Repeals, Number(4))]);
        site.Clock.Pass(TimeSpan.FromDays(60));

        var round = await Begun(site, scene);
        Assert.Equal([Number(1), Number(2), Number(3), Number(6)], (await Lines(site, round)).Select(line => line.Number));
        Assert.Equal(["publishing.clean-up-undecided"], Codes(Outcome.Refused((await Close(site, scene, round)).Refusals)));
        Done(await Say(site, scene, round, (1, CleanUpFinding.Keep, null), (2, CleanUpFinding.Repeal, "已有新规定"), (3, CleanUpFinding.DeclareVoid, "任务已经完成"), (6, CleanUpFinding.Amend, "机构改革")));
        var result = await Close(site, scene, round);
        Assert.Empty(result.Refusals);

        var (document, draft) = await scene.Of(result.Made);
        Assert.Equal(CleanUpResult.Type, document.Type);
        Assert.Equal([$"废止 {Number(2)}", $"宣布失效 {Number(3)}"], draft!.Head.Effects.Select(effect => effect.ToString()));
        Assert.Equal(Validity.InForce, await Standing(site, 2)); // a draft repeals nothing
        await scene.Sign(result.Made, CleanUpResult.Type);
        Done(await scene.Publish(result.Made));
        Assert.Equal([Validity.InForce, Validity.Repealed, Validity.DeclaredVoid, Validity.InForce], [await Standing(site, 1), await Standing(site, 2), await Standing(site, 3), await Standing(site, 6)]);
        var text = (await scene.Public("education-2026-7"))!.Html;
        Assert.Contains("一、继续有效的文件（1件）", text, StringComparison.Ordinal);
        Assert.Contains("四、宣布失效的文件（1件）", text, StringComparison.Ordinal);
        Assert.Equal([Number(1), Number(6)], (await site.AsSystem().Run((PolicyLibrary library) => library.Holding(scene.Education, 10, Stop))).Select(one => one.Number));
    }

    [Theory, EachEngine]
    public async Task An_organ_has_one_round_at_a_time_and_a_closed_one_stays_as_it_is(Site site)
    {
        var scene = await Make(site);
        Assert.Equal(["publishing.clean-up-nothing"], (await Begin(site, scene)).Refusals.Select(reason => reason.Code));
        await Normative(scene, 1);
        Assert.Equal(["publishing.clean-up-title-missing"], (await site.As(scene.Author).Run((BeginCleanUp act) => act.Run(scene.Education, " ", Stop))).Refusals.Select(reason => reason.Code));
        var begun = await Task.WhenAll(Begin(site, scene), Begin(site, scene), Begin(site, scene));
        var round = Assert.Single(begun, one => one.IsDone).Made;
        Assert.All(begun.Where(one => !one.IsDone), one => Assert.Contains(one.Refusals, reason => reason.Code is "publishing.clean-up-open" or "platform.changed-meanwhile"));

        Done(await Say(site, scene, round, (1, CleanUpFinding.Keep, null)));
        var ended = await Task.WhenAll(Close(site, scene, round), Close(site, scene, round));
        Assert.Single(ended, one => one.IsDone);
        Assert.Equal(1, await site.AsSystem().Run((Db db) => db.Set<Document>().CountAsync(document => document.Type == CleanUpResult.Type, Stop)));
        Assert.Equal(["publishing.clean-up-closed"], Codes(await Say(site, scene, round, (1, CleanUpFinding.Repeal, "又想废止"))));
        Assert.True((await Begin(site, scene)).IsDone);
    }

    [Theory, EachEngine]
    public async Task What_does_not_stay_needs_a_reason_and_what_another_said_in_between_is_not_overwritten(Site site)
    {
        var scene = await Make(site);
        await Normative(scene, 1);
        await Normative(scene, 2);
        var round = await Begun(site, scene);
        var seen = await Lines(site, round);

        Assert.Equal(["publishing.clean-up-note-missing"], Codes(await Say(site, scene, round, (1, CleanUpFinding.Repeal, " "), (2, CleanUpFinding.Keep, null))));
        Assert.All(await Lines(site, round), line => Assert.Equal(CleanUpFinding.Open, line.Finding)); // all or nothing
        Done(await Say(site, scene, round, (1, CleanUpFinding.Amend, "名称变了")));
        var late = await site.As(scene.Author).Run((SayInCleanUp act) => act.Run(round, [new(seen[0].Id, CleanUpFinding.Keep, null, seen[0].Version)], Stop));
        Assert.Equal(["publishing.clean-up-said-meanwhile"], Codes(late));
        var other = await site.As(scene.Author).Run((SayInCleanUp act) => act.Run(round, [new(seen[0].Id, CleanUpFinding.Amend, "名称变了", seen[0].Version), new(seen[1].Id, CleanUpFinding.Keep, null, seen[1].Version)], Stop));
        Done(other); // what stands already is no contradiction
    }

    [Theory, EachEngine]
    public async Task What_is_said_while_somebody_ends_the_round_stands_in_the_result_or_not_at_all(Site site)
    {
        var scene = await Make(site);
        await Normative(scene, 1);
        var round = await Begun(site, scene);
        Done(await Say(site, scene, round, (1, CleanUpFinding.Keep, null)));
        var line = (await Lines(site, round))[0];

        var closing = Close(site, scene, round);
        var saying = site.As(scene.Author).Run((SayInCleanUp act) => act.Run(round, [new(line.Id, CleanUpFinding.Repeal, "已有新规定", line.Version)], Stop));
        await Task.WhenAll(closing, saying);

        if (!(await closing).IsDone) return; // told to look again
        var (_, draft) = await scene.Of((await closing).Made);
        Assert.Equal((await Lines(site, round))[0].Finding == CleanUpFinding.Repeal, draft!.Head.Effects.Count == 1);
    }

    [Theory, EachEngine]
    public async Task An_order_is_repealed_by_its_number_and_what_has_none_cannot_be(Site site)
    {
        var scene = await Make(site);
        var said = Said("管理办法");
        await scene.Published("rule", said with { Head = said.Head with { Number = "和源县人民政府令第12号", EffectiveOn = new(2026, 1, 1), WrittenOn = new(2026, 1, 1) } }, promise: new(2026, 3, 3));
        await scene.Published("rule", said with { Head = said.Head with { Title = "没有号的办法", Number = "办法之一", EffectiveOn = new(2026, 1, 1), WrittenOn = new(2026, 1, 1) } }, promise: new(2026, 3, 3));
        var round = await Begun(site, scene);
        var lines = (await Lines(site, round)).ToDictionary(line => line.Title);

        var refused = await site.As(scene.Author).Run((SayInCleanUp act) => act.Run(round, [new(lines["没有号的办法"].Id, CleanUpFinding.Repeal, "不再执行", 0)], Stop));
        Assert.Equal(["publishing.clean-up-no-number"], Codes(refused));
        Done(await site.As(scene.Author).Run((SayInCleanUp act) => act.Run(round, [new(lines["没有号的办法"].Id, CleanUpFinding.Keep, null, 0), new(lines["管理办法"].Id, CleanUpFinding.Repeal, "不再执行", 0)], Stop)));
        var result = (await Close(site, scene, round)).Made;

        var clerk = await Person(site, "clerk", PublishingPermissions.Draft);
        var saved = await clerk.Submit(await clerk.Get($"/console/documents/{result}/edit"), "main form", ("Draft.Number", "和教告〔2026〕1号"));
        Assert.Contains("已保存。", saved.Text, StringComparison.Ordinal);
        Assert.Equal("废止 和源县人民政府令第12号", saved.Page.QuerySelector("#Draft_Effects")!.TextContent.Trim());
    }

    [Theory, EachEngine]
    public async Task The_round_is_worked_through_on_its_page_and_shown_on_the_documents(Site site)
    {
        var scene = await Make(site);
        var id = await Normative(scene, 1);
        await Normative(scene, 2);
        var clerk = await Person(site, "clerk", PublishingPermissions.Draft);

        var page = await clerk.Submit(await clerk.Get("/console/clean-ups"), "main form", ("Organ", "education"), ("Title", Name));
        Assert.Equal(2, page.Page.QuerySelectorAll("select[name$='.Finding']").Length);
        var refused = await clerk.Submit(page, "main form", ("said[0].Finding", "Repeal"), ("said[1].Finding", "Keep"));
        Assert.Contains("没有写原因", refused.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Repeal", refused.Page.QuerySelector("select[name='said[0].Finding'] option[selected]")!.GetAttribute("value"));
        var saved = await clerk.Submit(refused, "main form", ("said[0].Note", "已有新规定"));
        Assert.Contains("已保存。", saved.Text, StringComparison.Ordinal);
        var draft = await clerk.Submit(saved, "form[action*='Close']");
        Assert.Contains("清理结果已成为草稿", draft.Text, StringComparison.Ordinal);
        Assert.Equal(2, draft.Page.QuerySelectorAll("article table").Length);

        var document = await clerk.Get($"/console/documents/{id}");
        Assert.Contains("已有新规定", document.Page.QuerySelector("section[aria-labelledby='clean-ups']")!.TextContent, StringComparison.Ordinal);
        var stranger = await site.SignedIn(PublishingPermissions.View);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.Get(page.Address)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.Get("/console/clean-ups")).Status);
    }

    private static string Number(int serial) => $"和教规〔2026〕{serial}号";

    private static async Task<DocumentId> Normative(DocumentScene scene, int serial, DateOnly? expires = null, IReadOnlyList<EffectLine>? effects = null)
    {
        var said = Said($"第{serial}号办法");
        return await scene.Published("normative", said with { Head = said.Head with { Number = Number(serial), EffectiveOn = new(2026, 1, 1), WrittenOn = new(2026, 1, 1), ExpiresOn = expires, Effects = effects ?? [] } }, promise: new(2026, 3, 3));
    }

    private static Task<Outcome<Guid>> Begin(Site site, DocumentScene scene) => site.As(scene.Author).Run((BeginCleanUp act) => act.Run(scene.Education, Name, Stop));

    private static async Task<Guid> Begun(Site site, DocumentScene scene)
    {
        var begun = await Begin(site, scene);
        Assert.Empty(begun.Refusals);
        return begun.Made;
    }

    private static Task<List<CleanUpLine>> Lines(Site site, Guid round) => site.AsSystem().Run((Db db) => db.Set<CleanUpLine>().AsNoTracking().Where(line => line.CleanUpId == round).OrderBy(line => line.Number).ToListAsync(Stop));

    private static async Task<Outcome> Say(Site site, DocumentScene scene, Guid round, params IEnumerable<(int Serial, CleanUpFinding Finding, string? Note)> said)
    {
        var lines = (await Lines(site, round)).ToDictionary(line => line.Number);
        return await site.As(scene.Author).Run((SayInCleanUp act) => act.Run(round, [.. said.Select(one => new CleanUpSaid(lines[Number(one.Serial)].Id, one.Finding, one.Note, lines[Number(one.Serial)].Version))], Stop));
    }

    private static Task<Outcome<DocumentId>> Close(Site site, DocumentScene scene, Guid round) => site.As(scene.Author).Run((CloseCleanUp act) => act.Run(round, Stop));

    private static async Task<Validity> Standing(Site site, int serial)
    {
        var lines = await site.AsSystem().Run((PolicyLibrary library) => library.List(new(DateOnly.FromDateTime(site.Clock.GetLocalNow().DateTime)), null, Stop));
        return lines.Single(line => line.Line.Number == Number(serial)).Validity;
    }
}
