using System.Net;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Data;
using Gongkai.Platform.Settings;
using Gongkai.Publishing;
using Gongkai.Publishing.Documents;
using Gongkai.Publishing.Release;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Gongkai.Slices.Publishing.DocumentScene;

namespace Gongkai.Slices.Publishing;

/// <summary>What a site decides itself about publication holds from the moment it is saved, for every draft.</summary>
public sealed class PublishingSettingsTests
{
    private const string Address = "/console/publishing-settings";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EachEngine]
    public async Task Words_of_the_office_are_looked_for_and_stop_what_the_office_wants_stopped(Site site)
    {
        var scene = await Make(site);
        var id = await scene.Begin(content: Said(text: "请到和元县政务大厅办理。\n县内传阅件"));
        var officer = await site.SignedIn(PublishingPermissions.Settings);

        var saved = await officer.Submit(await officer.Get(Address), "main form", ("Input.Wrong", "和元县=和源县\n 部门门 ＝ 部门 \n"), ("Input.Marks", "县内传阅件"), ("Input.Blocking", "checks.wrong-word"));

        Assert.Contains("已保存。", saved.Text, StringComparison.Ordinal);
        Assert.Equal("和元县=和源县\n部门门=部门", saved.Page.QuerySelector("#Input_Wrong")!.TextContent.Trim());
        Assert.Equal(["checks.wrong-word"], saved.Page.QuerySelectorAll("input[name='Input.Blocking'][checked]").Select(tick => tick.GetAttribute("value")));
        Assert.Equal(["publishing.findings-open"], Codes(await scene.Submit(id)));
        var report = await scene.Report(id);
        Assert.Equal(("checks.wrong-word", "和源县"), (Assert.Single(report.Stopping).Code, report.Stopping[0].Instead));
        Assert.Contains(report.Findings, found => found is { Code: "checks.secrecy-mark", IsBlocking: false });
        Assert.True(await site.AsSystem().Run((Db db) => db.Set<AuditEntry>().AnyAsync(entry => entry.Act == "publishing.ChangePublishingSettings", Stop)));
    }

    [Theory, EachEngine]
    public async Task A_list_that_was_changed_has_another_mark_and_an_empty_one_asks_for_nothing(Site site)
    {
        var scene = await Make(site);
        var id = await scene.Begin();
        Done(await scene.Submit(id));
        var officer = await site.SignedIn(PublishingPermissions.Settings);
        var before = await Mark(site);

        await officer.Submit(await officer.Get(Address), "main form", ("Input.Negative", "尚未公布的统计数据\n尚未公布的统计数据\n\n正在招标的标底"));
        var reviewer = await Person(site, "secrecy", PublishingPermissions.ReviewSecrecy);
        var page = await reviewer.Get($"/console/documents/{id}");
        Assert.Equal(["尚未公布的统计数据", "正在招标的标底"], page.Page.QuerySelectorAll("input[name=applying]").Select(tick => tick.GetAttribute("value")));
        Assert.NotEqual(before, await Mark(site));
        var refused = await reviewer.Submit(page, "form[action*='Judge']", ("basis", "保密审查办法"), ("conclusion", "可以公开"), ("applying", "正在招标的标底"), ("compared", await Mark(site)), ("passed", "true"));
        Assert.Contains("正在招标的标底", refused.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(refused.Page.QuerySelector("input[name=applying][value='正在招标的标底'][checked]"));

        await officer.Submit(await officer.Get(Address), "main form", ("Input.Negative", ""));
        Done(await scene.Judge(id, ReviewKind.Secrecy, scene.SecrecyReviewer, Passed with { ListSeen = "" }));
    }

    [Theory]
    [EachEngine("Input.Wrong", "和源县", "和源县")]
    [EachEngine("Input.Wrong", "对=对", "对")]
    [EachEngine("Input.Forbidden", "字", "2 到")]
    [EachEngine("Input.Marks", "内部·资料", "标点")]
    [EachEngine("Input.IndexNumber", "{organ}-{number:5}", "索引号")]
    [EachEngine("Input.IndexNumber", "{organ}/{year}/{number}/{who}", "索引号")]
    [EachEngine("Input.InterpretationDays", "31", "30")]
    [EachEngine("Input.AfterReviewHours", "25", "24")]
    [EachEngine("Input.ExpiryNoticeMonths", "-1", "24")]
    public async Task What_cannot_hold_is_refused_and_stays_in_the_form(Site site, string field, string typed, string said)
    {
        await site.Services();
        var officer = await site.SignedIn(PublishingPermissions.Settings);

        var refused = await officer.Submit(await officer.Get(Address), "main form", (field, typed));

        Assert.Contains(said, refused.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        var control = refused.Page.GetElementById(field.Replace('.', '_'))!;
        Assert.Equal(typed, control.GetAttribute("value") ?? control.TextContent.Trim());
        Assert.Equal(new PublishingSettings().IndexNumber, (await site.AsSystem().Run((SettingsStore store) => store.Get<PublishingSettings>(Stop))).IndexNumber);
    }

    [Theory, EachEngine]
    public async Task It_is_closed_to_who_may_not(Site site) =>
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignedIn(PublishingPermissions.ReviewSecrecy)).Get(Address)).Status);

    private static Task<string> Mark(Site site) => site.AsSystem().Run(async (SettingsStore store) => (await store.Get<PublishingSettings>(Stop)).NegativeList.Mark);
}
