using System.Reflection;
using Gongkai.Duties;
using Gongkai.Duties.Acts;
using Gongkai.Duties.Queries;
using Gongkai.Plans;
using Gongkai.Platform.Data;
using Gongkai.Testing;
using Xunit;
using static Gongkai.Slices.Duties.LedgerScene;

namespace Gongkai.Slices.Duties;

/// <summary>A clerk of one organ who holds every permission of the module there: nothing of another organ's line obeys.</summary>
public sealed class ForeignClerkTests
{
    private static readonly string[] Every = [.. typeof(DutyPermissions).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!)];

    [Theory, EachEngine]
    public async Task Changes_nothing_of_another_organ(Site site)
    {
        var scene = await Make(site);
        var evidence = await scene.HandIn(1, "education", "2026-03-05");
        var (line, after) = (await scene.Line(1, "education"), await scene.Line(4, "approval"));
        var limit = (await scene.Duty(4)).Limits[0].Id;
        var own = await scene.Organ("market");
        Done(await site.As(Officer).Run((RemindOrgan act) => act.Run(line.Id, "请尽快报送", Stop)));
        await site.Deliver();
        var notice = await scene.Query(db => Task.FromResult(db.Set<Notice>().Where(n => n.OrganId == line.OrganId).Select(n => n.Id).First()));
        var foreign = site.As(Clerk.Within(own.Value, Every));

        await Forbidden(() => foreign.Run((RecordEvidence act) => act.Run(line.Id, line.Occurrences[0].Id, new("材料") { Note = "说明" }, Stop)));
        await Forbidden(() => foreign.Run((ConfirmEvidence act) => act.Run(evidence, Stop)));
        await Forbidden(() => foreign.Run((ReturnEvidence act) => act.Run(evidence, "不让你们通过", Stop)));
        await Forbidden(() => foreign.Run((RecordEvent act) => act.Run(after.Id, limit, site.Clock.GetUtcNow(), "许可决定", Stop)));
        await Forbidden(() => foreign.Run((WaiveLine act) => act.Run(line.Id, "别的单位的事", line.Version, Stop)));
        await Forbidden(() => foreign.Run((RemindOrgan act) => act.Run(line.Id, "请尽快报送", Stop)));
        await Forbidden(() => foreign.Run((SeeNotice act) => act.Run(notice, Stop)));
        await Forbidden(() => foreign.Run((HandOverLine act) => act.Run(after.Id, own, "拿到自己手里", after.Version, Stop)));
        await Forbidden(() => foreign.Run((LinePage page) => page.Of(line.Id, Stop)));
        Assert.Equal(line.Version, (await scene.Line(1, "education")).Version);

        await scene.Confirm(evidence);
        await Forbidden(() => foreign.Run((ConfirmEvidence act) => act.Run(evidence, Stop))); // not even told that it was judged
        await Forbidden(() => foreign.Run((RemindOrgan act) => act.Run(line.Id, "", Stop)));
    }

    [Theory, EachEngine]
    public async Task Sees_no_line_of_another_organ(Site site)
    {
        var scene = await Make(site);
        var own = await scene.Organ("market");

        var page = await site.As(Clerk.Within(own.Value, Every)).Run((Ledger ledger) => ledger.Page(new() { Plan = scene.Plan }, 0, 100, Stop));

        Assert.Equal(own, Assert.Single(page.Lines).OrganId);
    }

    [Theory, EachEngine]
    public async Task Looks_back_on_the_items_of_the_own_organ_alone(Site site)
    {
        var scene = await Make(site);
        var own = await scene.Organ("market");

        var items = await site.As(Clerk.Within(own.Value, Every)).Run((LookBackList list) => list.Of(scene.Plan, Stop));

        Assert.Equal(2, Assert.Single(items).Number);
        Assert.Equal(8, (await site.As(Officer).Run((LookBackList list) => list.Of(scene.Plan, Stop))).Count);
    }

    [Fact]
    public async Task Has_no_file_read_or_kept_that_the_officer_alone_may_bring()
    {
        await using var site = new Site(Engine.Sqlite);
        await WithOrgans(site);
        var visitor = await site.SignedIn(DutyPermissions.View);
        var token = (await visitor.Get("/console/plans")).Page.QuerySelector("input[name='form-token']")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent { { new StringContent(token), "form-token" }, { new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(Text)), "paper", "要点.txt" } };

        using var answer = await visitor.Http.PostAsync(new Uri("/console/plans", UriKind.Relative), form, Stop);

        Assert.Equal(System.Net.HttpStatusCode.Forbidden, answer.StatusCode);
        var store = Path.Combine(site.Folder, "files");
        Assert.Empty(Directory.Exists(store) ? Directory.EnumerateFiles(store, "*", SearchOption.AllDirectories) : []);
    }

    /// <summary>What touches every organ of a duty, or the plan itself, is not a matter of one organ.</summary>
    [Theory, EachEngine]
    public async Task Changes_nothing_that_touches_every_organ(Site site)
    {
        var scene = await Make(site);
        var duty = await scene.Duty(3);
        var draft = await scene.Read(Text);
        var version = (await scene.Draft(draft)).Version;
        var foreign = site.As(Clerk.Within((await scene.Organ("market")).Value, Every));

        await Forbidden(() => foreign.Run((ChangeLimit act) => act.Run(duty.Id, new(LimitKind.Date, "") { Date = new(2026, 8, 31) }, "给大家都延后", duty.Version, Stop)));
        await Forbidden(() => foreign.Run((DiscardDraft act) => act.Run(draft, "撤下这份要点", Stop)));
        await Forbidden(() => foreign.Run((SettleDoubt act) => act.Run(draft, 1, waved: true, "按原文通过", version, Stop)));
        await Forbidden(() => foreign.Run((ReadPlan act) => act.Run("a.txt", new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Text)), 2026, null, Stop)));
    }

    [Theory, EachEngine]
    public async Task Without_any_permission_may_do_nothing(Site site)
    {
        var scene = await Make(site);
        var line = await scene.Line(1, "education");
        var nobody = site.As(Clerk.Within(line.OrganId.Value));

        await Forbidden(() => nobody.Run((RecordEvidence act) => act.Run(line.Id, line.Occurrences[0].Id, new("材料") { Note = "说明" }, Stop)));
        await Forbidden(() => nobody.Run((WaiveLine act) => act.Run(line.Id, "自己的事自己免", line.Version, Stop)));
    }

    private static Task<ForbiddenException> Forbidden(Func<Task> act) => Assert.ThrowsAsync<ForbiddenException>(act);
}
