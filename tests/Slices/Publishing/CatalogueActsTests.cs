using System.Text;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Data;
using Gongkai.Publishing;
using Gongkai.Publishing.Acts;
using Gongkai.Publishing.Catalogue;
using Gongkai.Publishing.Drafts;
using Gongkai.Slices.Organs;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Gongkai.Slices.Publishing.CatalogueScene;

namespace Gongkai.Slices.Publishing;

/// <summary>How items come into a catalogue, change and leave it, and that the catalogue of a past day stays what it was.</summary>
public sealed class CatalogueActsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EachEngine]
    public async Task A_standard_field_is_adopted_whole_and_in_order(Site site)
    {
        var scene = await Make(site);
        var draft = await scene.Begin("义务教育");
        Assert.Empty(await scene.On("2026-03-02"));

        Assert.Empty((await scene.Adopt(draft)).Refusals);

        var view = await scene.View("2026-03-02");
        var field = Assert.Single(view.Shown);
        Assert.Equal(Gongkai.Publishing.Starting.StandardFields.All.Single(one => one.Name == "义务教育").Items.Select(item => item with { Bearer = "县教育体育局" }), field.Lines.Select(line => line.Content));
        Assert.Equal(view.Items, await scene.Rows<CatalogueItem>());
        Assert.Empty(await scene.On("2026-03-01"));
    }

    [Theory, EachEngine]
    public async Task What_an_item_said_on_a_day_stays_what_it_was(Site site)
    {
        var scene = await Make(site);
        var item = await scene.Add(Item("招生范围"), "2026-01-10");

        var changed = await site.As(scene.Keeper).Run((ChangeItem act) => act.Run(item.Id, Item("招生范围和时间", limit: "每年公开一次"), new(2026, 3, 10), "办法已修订", new(2026, 1, 10), Stop));
        Assert.Empty(changed.Refusals);
        Assert.Empty((await site.As(scene.Keeper).Run((EndItem act) => act.Run(item.Id, new(2026, 3, 20), "不再招生", Stop))).Refusals);

        foreach (var (day, said) in new[] { ("2026-01-09", ""), ("2026-03-09", "招生范围"), ("2026-03-10", "招生范围和时间"), ("2026-03-20", "招生范围和时间"), ("2026-03-21", "") })
            Assert.Equal((day, said), (day, string.Join('|', await scene.On(day))));
        Assert.Equal(ScheduleKind.AfterFormation, (await scene.View("2026-03-09")).Shown[0].Lines[0].Schedule.Kind);
        Assert.Equal(ScheduleKind.Periodic, (await scene.View("2026-03-10")).Shown[0].Lines[0].Schedule.Kind);
        Assert.Equal(["publishing.AddItem", "publishing.ChangeItem", "publishing.EndItem"], await site.AsSystem().Run((Db db) => db.Set<AuditEntry>().Where(entry => entry.SubjectId == item.Id.Value).Select(entry => entry.Act).OrderBy(act => act).ToListAsync(Stop)));
    }

    [Theory, EachEngine]
    public async Task A_table_adds_changes_and_where_asked_for_ends(Site site)
    {
        var scene = await Make(site);
        await scene.Add(Item("招生范围"), "2026-01-10");
        await scene.Add(Item("招生咨询"), "2026-01-10");
        await scene.Add(Item("食堂管理") with { Field = "校园安全" }, "2026-01-10");
        var table = """
            <p>义务教育领域</p><table><tr><th>一级事项</th><th>二级事项</th><th>公开内容（要素）</th><th>公开时限</th><th>公开主体</th><th>公开渠道和载体</th></tr>
            <tr><td>招生管理</td><td>录取结果</td><td>录取名单</td><td></td><td>县教育体育局</td><td>政府网站</td></tr>
            <tr><td>招生管理</td><td>招生范围</td><td>学区范围</td><td>自信息形成之日起20个工作日内</td><td>县教育体育局</td><td>政府网站</td></tr></table>
            """;
        var read = await site.As(scene.Keeper).Run((ReadCatalogue act) => act.Run(scene.Education, "目录.html", new MemoryStream(Encoding.UTF8.GetBytes($"<html><body>{table}</body></html>")), null, Stop));
        Assert.Empty(read.Refusals);

        Assert.Empty((await scene.Adopt(read.Made, endMissing: true)).Refusals);

        Assert.Equal(["食堂管理", "录取结果", "招生范围"], await scene.On("2026-03-02"));
        Assert.Equal(["招生咨询", "招生范围", "食堂管理"], (await scene.On("2026-03-01")).Order(StringComparer.Ordinal));
        Assert.Equal("学区范围", (await scene.View("2026-03-02")).Shown[1].Lines[1].Content.Content);
    }

    [Theory, EachEngine]
    public async Task Of_two_who_compared_the_same_catalogue_only_one_adopts(Site site)
    {
        var scene = await Make(site);
        var (one, other) = (await scene.Begin("义务教育"), await scene.Begin("义务教育"));
        var seen = await scene.Changes();

        Assert.Empty((await scene.Adopt(one)).Refusals);
        var late = await site.As(scene.Keeper).Run((AdoptCatalogue act) => act.Run(other, new(2026, 3, 2), false, "按县政府办公室通知公布", seen, Stop));

        Assert.Equal("publishing.catalogue-changed", Assert.Single(late.Refusals).Code);
        Assert.Equal("publishing.nothing-changed", Assert.Single((await scene.Adopt(other)).Refusals).Code);
    }

    [Theory, OnPostgreSql]
    public async Task Of_two_who_adopt_at_the_same_moment_one_is_told(Site site)
    {
        var meeting = Meeting.On(site);
        var scene = await Make(site);
        var drafts = new[] { await scene.Begin("义务教育"), await scene.Begin("义务教育") };
        meeting.Arm();

        var adopted = await Task.WhenAll(drafts.Select(draft => site.As(scene.Keeper).Run((AdoptCatalogue act) => act.Run(draft, new(2026, 3, 2), false, "按县政府办公室通知公布", 0, Stop))));

        Assert.Single(adopted, outcome => outcome.IsDone);
        Assert.Equal("platform.changed-meanwhile", Assert.Single(adopted.Single(outcome => !outcome.IsDone).Refusals).Code);
        Assert.Equal((await scene.View("2026-03-02")).Items, await scene.Rows<CatalogueItem>());
    }

    /// <summary>Both have read the catalogue when the first is stored; the second stands on what is no longer so.</summary>
    [Theory, OnPostgreSql]
    public async Task Of_two_who_add_the_same_item_to_a_catalogue_that_stands_one_is_told(Site site)
    {
        var meeting = Meeting.On(site);
        var scene = await Make(site);
        await scene.Add(Item("招生范围"));
        meeting.Arm();

        var added = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => site.As(scene.Keeper).Run((AddItem act) => act.Run(scene.Education, Item("收费"), new(2026, 3, 2), Stop))));

        Assert.Equal("platform.changed-meanwhile", Assert.Single(added.Single(outcome => !outcome.IsDone).Refusals).Code);
        Assert.Equal(["招生范围", "收费"], (await scene.On("2026-03-02")).Order(StringComparer.Ordinal));
    }

    /// <summary>An item that ends only later, or that comes to be called otherwise only later, is there until then.</summary>
    [Theory, EachEngine]
    public async Task No_item_stands_twice_on_any_day(Site site)
    {
        var scene = await Make(site);
        var (ending, renamed) = (await scene.Add(Item("招生范围"), "2026-01-01"), await scene.Add(Item("收费"), "2026-01-01"));
        Assert.Empty((await site.As(scene.Keeper).Run((EndItem act) => act.Run(ending.Id, new(2026, 12, 31), "明年不再公开", Stop))).Refusals);
        Assert.Empty((await site.As(scene.Keeper).Run((ChangeItem act) => act.Run(renamed.Id, Item("收费标准"), new(2026, 4, 1), "办法已修订", new(2026, 1, 1), Stop))).Refusals);

        foreach (var (name, from, isTaken) in new[] { ("招生范围", "2026-12-31", true), ("收费", "2026-03-31", true), ("收费标准", "2026-03-01", true), ("收费", "2026-04-01", false), ("招生范围", "2027-01-01", false) })
        {
            var added = await site.As(scene.Keeper).Run((AddItem act) => act.Run(scene.Education, Item(name), DateOnly.Parse(from, null), Stop));
            Assert.Equal((name, from, isTaken ? "publishing.item-there" : ""), (name, from, string.Join(' ', added.Refusals.Select(reason => reason.Code))));
        }
    }

    [Theory, EachEngine]
    public async Task A_table_with_hidden_rows_is_refused_whole(Site site)
    {
        var scene = await Make(site);
        Assert.Empty((await scene.Adopt(await scene.Begin("义务教育"))).Refusals);
        var file = await (await site.Visitor()).Http.GetByteArrayAsync(new Uri("/catalogue/education/catalogue.xlsx", UriKind.Relative), Stop);
        using var stream = new MemoryStream();
        stream.Write(file);
        using (var book = DocumentFormat.OpenXml.Packaging.SpreadsheetDocument.Open(stream, isEditable: true))
            book.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Row>().Last().Hidden = true;
        stream.Position = 0;

        var read = await site.As(scene.Keeper).Run((ReadCatalogue act) => act.Run(scene.Education, "目录.xlsx", stream, null, Stop));

        Assert.Equal("publishing.hidden-parts", Assert.Single(read.Refusals).Code);
    }

    [Theory, EachEngine]
    public async Task A_name_too_long_for_a_table_begins_no_catalogue(Site site)
    {
        var scene = await Make(site);

        var begun = await site.As(scene.Keeper).Run((BeginCatalogue act) => act.Run(scene.Education, ["义务教育"], new('长', ItemContent.LongestText + 1), Stop));

        Assert.Equal("publishing.too-long", Assert.Single(begun.Refusals).Code);
        Assert.Equal(0, await scene.Rows<CatalogueDraft>());
    }

    [Theory, EachEngine]
    public async Task A_draft_is_decided_once(Site site)
    {
        var scene = await Make(site);
        var draft = await scene.Begin("义务教育");
        Assert.Empty((await site.As(scene.Keeper).Run((DiscardCatalogue act) => act.Run(draft, "选错了领域", Stop))).Refusals);

        Assert.Equal("publishing.draft-closed", Assert.Single((await scene.Adopt(draft)).Refusals).Code);
        Assert.Equal("publishing.draft-closed", Assert.Single((await site.As(scene.Keeper).Run((DiscardCatalogue act) => act.Run(draft, "选错了领域", Stop))).Refusals).Code);
        Assert.Equal(0, await scene.Rows<CatalogueItem>());
    }

    [Theory, EachEngine]
    public async Task What_would_rewrite_the_past_or_stand_there_twice_is_refused(Site site)
    {
        var scene = await Make(site);
        var item = await scene.Add(Item("招生范围"), "2026-02-01");
        await scene.Add(Item("录取结果"), "2026-02-01");

        Assert.Equal(["publishing.item-there"], await Adding(Item(" 招生 范围 ")));
        Assert.Equal(["publishing.day-beyond-calendar"], await Adding(Item("收费"), "2150-01-01"));
        Assert.Equal(["publishing.content-missing"], await Adding(Item("收费", content: " ")));
        Assert.Equal(["publishing.too-long"], await Adding(Item("收费", content: new('长', ItemContent.LongestText + 1))));
        Assert.Equal(["publishing.wording-too-early"], await Changing(Item("招生范围", "学区"), "2026-02-01"));
        Assert.Equal(["publishing.nothing-changed"], await Changing(Item("招生范围"), "2026-03-01"));
        Assert.Equal(["publishing.item-there"], await Changing(Item("录取结果"), "2026-03-01"));
        Assert.Equal(["publishing.reason-too-short"], await Changing(Item("招生范围", "学区"), "2026-03-01", reason: "改"));
        Assert.Equal(["platform.changed-meanwhile"], await Changing(Item("招生范围", "学区"), "2026-03-01", seen: "2026-01-31"));
        Assert.Equal(["publishing.end-too-early"], (await site.As(scene.Keeper).Run((EndItem act) => act.Run(item.Id, new(2026, 1, 31), "不再公开", Stop))).Refusals.Select(reason => reason.Code));
        Assert.Equal(2, await scene.Rows<ItemWording>());

        async Task<IEnumerable<string>> Adding(ItemContent content, string from = "2026-03-02") =>
            (await site.As(scene.Keeper).Run((AddItem act) => act.Run(scene.Education, content, DateOnly.Parse(from, null), Stop))).Refusals.Select(reason => reason.Code);

        async Task<IEnumerable<string>> Changing(ItemContent content, string from, string reason = "办法已修订", string seen = "2026-02-01") =>
            (await site.As(scene.Keeper).Run((ChangeItem act) => act.Run(item.Id, content, DateOnly.Parse(from, null), reason, DateOnly.Parse(seen, null), Stop))).Refusals.Select(refusal => refusal.Code);
    }

    [Theory, EachEngine]
    public async Task Nobody_changes_the_catalogue_of_another_organ(Site site)
    {
        var scene = await Make(site);
        var (item, draft) = (await scene.Add(Item("招生范围")), await scene.Begin("义务教育"));
        var stranger = site.As(Clerk.Within((await site.Organ("health")).Value, PublishingPermissions.View, PublishingPermissions.KeepCatalogue));

        await Assert.ThrowsAsync<ForbiddenException>(() => stranger.Run((AddItem act) => act.Run(scene.Education, Item("收费"), new(2026, 3, 2), Stop)));
        await Assert.ThrowsAsync<ForbiddenException>(() => stranger.Run((ChangeItem act) => act.Run(item.Id, Item("收费"), new(2026, 4, 2), "办法已修订", new(2026, 3, 2), Stop)));
        await Assert.ThrowsAsync<ForbiddenException>(() => stranger.Run((EndItem act) => act.Run(item.Id, new(2026, 4, 2), "办法已修订", Stop)));
        await Assert.ThrowsAsync<ForbiddenException>(() => stranger.Run((BeginCatalogue act) => act.Run(scene.Education, ["义务教育"], null, Stop)));
        await Assert.ThrowsAsync<ForbiddenException>(() => stranger.Run((ReadCatalogue act) => act.Run(scene.Education, "目录.html", new MemoryStream(), null, Stop)));
        await Assert.ThrowsAsync<ForbiddenException>(() => stranger.Run((AdoptCatalogue act) => act.Run(draft, new(2026, 3, 2), false, "按通知公布", 1, Stop)));
        await Assert.ThrowsAsync<ForbiddenException>(() => stranger.Run((DiscardCatalogue act) => act.Run(draft, "不需要了", Stop)));
        Assert.Equal(1, await scene.Rows<ItemWording>());
        Assert.Null((await site.AsSystem().Run((Db db) => db.Set<CatalogueDraft>().SingleAsync(Stop))).ClosedAt);
    }

    [Theory, EachEngine]
    public async Task A_file_that_cannot_be_read_leaves_nothing(Site site)
    {
        var scene = await Make(site);

        var broken = await site.As(scene.Keeper).Run((ReadCatalogue act) => act.Run(scene.Education, "目录.xlsx", new MemoryStream([0x50, 0x4b, 3, 4, 0, 0]), null, Stop));

        Assert.Equal("publishing.unreadable", Assert.Single(broken.Refusals).Code);
        Assert.Equal(0, await scene.Rows<CatalogueDraft>());
    }
}
