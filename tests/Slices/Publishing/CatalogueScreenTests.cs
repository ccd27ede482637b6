using System.Net;
using System.Text;
using Gongkai.Publishing;
using Gongkai.Slices.Organs;
using Gongkai.Testing;
using Xunit;
using static Gongkai.Slices.Publishing.CatalogueScene;

namespace Gongkai.Slices.Publishing;

/// <summary>The way of a clerk from a table to a public catalogue, and of a visitor through it.</summary>
public sealed class CatalogueScreenTests
{
    private const string Table = """
        <html><body><p>和源县义务教育领域基层政务公开标准目录</p><table><tr><th>序号</th><th>一级事项</th><th>二级事项</th><th>公开内容（要素）</th><th>公开时限</th></tr>
        <tr><td>1</td><td>招生管理</td><td>招生范围</td><td>学区范围、报名条件</td><td>每年公开一次</td></tr></table></body></html>
        """;

    [Theory, EachEngine]
    public async Task A_table_is_read_compared_and_adopted(Site site)
    {
        await Make(site);
        var clerk = await Clerk(site);

        var draft = await clerk.Submit(await clerk.Get("/console/catalogue/import"), "form[action*='File']", ("field", ""), ("table", new ChosenFile("目录.html", Encoding.UTF8.GetBytes(Table))));
        Assert.Contains("已读入，请核对后启用。", draft.Text, StringComparison.Ordinal);
        Assert.Contains("招生范围", draft.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var refused = await clerk.Submit(draft, "form[action*='Adopt']", ("From", "2026-03-02"), ("Reason", "改"));
        Assert.Contains("至少 4 个字", refused.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        var adopted = await clerk.Submit(refused, "form[action*='Adopt']", ("From", "2026-03-02"), ("Reason", "按县政府办公室通知公布"));

        Assert.Contains("已启用。", adopted.Text, StringComparison.Ordinal);
        var shown = await (await site.Visitor()).Get("/catalogue/education");
        Assert.Contains("学区范围、报名条件", shown.Text, StringComparison.Ordinal);
        Assert.Contains("每年", shown.Text, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task A_table_with_faults_is_told_row_by_row_and_nothing_is_kept(Site site)
    {
        await Make(site);
        var clerk = await Clerk(site);

        var refused = await clerk.Submit(await clerk.Get("/console/catalogue/import"), "form[action*='File']", ("field", "养老"), ("table", new ChosenFile("目录.html", Encoding.UTF8.GetBytes(Table.Replace("学区范围、报名条件", "", StringComparison.Ordinal)))));

        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.Contains("第 2 行（招生范围）没有写公开内容。", refused.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("养老", refused.Page.QuerySelector("#field")!.GetAttribute("value"));
    }

    [Theory, EachEngine]
    public async Task An_item_is_added_changed_and_ended_and_its_page_tells_all_of_it(Site site)
    {
        await Make(site);
        var clerk = await Clerk(site);
        var empty = await clerk.Submit(await clerk.Get("/console/catalogue/new"), "main form", ("Item.Field", "义务教育"), ("Item.Second", "招生范围"), ("Item.Text", "学区"), ("Item.From", "2026-02-01"));
        Assert.Contains("义务教育", empty.Page.QuerySelector("#Item_Field")!.GetAttribute("value"), StringComparison.Ordinal); // First is missing: what was typed stays

        await clerk.Submit(empty, "main form", ("Item.Field", "义务教育"), ("Item.First", "招生管理"), ("Item.Second", "招生范围"), ("Item.Text", "学区"), ("Item.Limit", "每月公开一次"), ("Item.From", "2026-02-01"));
        var list = await clerk.Get("/console/catalogue");
        var item = await clerk.Get(list.Page.QuerySelector("main table a")!.GetAttribute("href")!);
        Assert.Contains("每月", item.Text, StringComparison.Ordinal);
        var changed = await clerk.Submit(item, "form[action*='Change']", ("Item.Text", "学区、材料"), ("Item.From", "2026-03-01"), ("Item.Reason", "办法已修订"));
        Assert.Contains("已修改", changed.Text, StringComparison.Ordinal);
        Assert.Contains("办法已修订", changed.Text, StringComparison.Ordinal);
        var ended = await clerk.Submit(changed, "form[action*='End']", ("Last", "2026-03-05"), ("Reason", "不再招生"));

        Assert.Contains("已终止，最后一日：", ended.Text, StringComparison.Ordinal);
        Assert.Empty(ended.Page.QuerySelectorAll("form[action*='Change'], form[action*='End']"));
        Assert.Contains("学区、材料", (await clerk.Get("/console/catalogue?on=2026-03-05")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("学区、材料", (await clerk.Get("/console/catalogue?on=2026-03-06")).Text, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Standard_fields_are_taken_by_ticking_them(Site site)
    {
        await Make(site);
        var clerk = await Clerk(site);
        var page = await clerk.Get("/console/catalogue/import");

        var nothing = await clerk.Submit(page, "form[action*='Fields']", ("bearer", "县教育体育局"));
        Assert.Contains("没有选择领域", nothing.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("县教育体育局", nothing.Page.QuerySelector("#bearer")!.GetAttribute("value"));
        var draft = await clerk.Submit(page, "form[action*='Fields']", ("chosen", "主动公开（条例第二十条）"), ("bearer", ""));

        Assert.Contains("15 行", draft.Text, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Who_only_looks_is_offered_nothing_to_change_and_a_stranger_gets_nowhere(Site site)
    {
        var scene = await Make(site);
        var item = await scene.Add(Item("招生范围"));
        var draft = await scene.Begin("义务教育");
        var reader = await site.SignedIn(PublishingPermissions.View);
        await site.AddAccountWithin("stranger", (await site.Organ("health")).Value, PublishingPermissions.View, PublishingPermissions.KeepCatalogue);
        var stranger = await site.SignIn("stranger", follow: false);

        Assert.Empty((await reader.Get("/console/catalogue?organ=education")).Page.QuerySelectorAll("main a[href*='import'], main a[href*='/new']"));
        Assert.Empty((await reader.Get($"/console/catalogue/items/{item.Id}")).Page.QuerySelectorAll("main form"));
        Assert.Empty((await stranger.Get($"/console/catalogue/items/{item.Id}")).Page.QuerySelectorAll("main form"));
        foreach (var address in (string[])["/console/catalogue/import?organ=education", "/console/catalogue/new?organ=education", $"/console/catalogue/drafts/{draft}"])
            Assert.Equal((address, HttpStatusCode.Forbidden), (address, (await stranger.Get(address)).Status));
    }

    [Theory, EachEngine]
    public async Task A_visitor_looks_for_a_word_and_at_an_earlier_day(Site site)
    {
        var scene = await Make(site);
        await scene.Add(Item("招生范围"), "2026-02-01");
        await scene.Add(Item("收费标准", "收费项目和标准"), "2026-03-01");
        var visitor = await site.Visitor();

        Assert.Contains("2 项", (await visitor.Get("/catalogue")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("招生范围", (await visitor.Get("/catalogue/education?search=收费")).Page.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("收费标准", (await visitor.Get("/catalogue/education?on=2026-02-28")).Page.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("没有符合条件的事项", (await visitor.Get("/catalogue/education?search=没有这个词")).Text, StringComparison.Ordinal);
        foreach (var nothing in (string[])["/catalogue/health", "/catalogue/nobody", "/catalogue/education?on=2026-02-30"])
            Assert.Equal((nothing, HttpStatusCode.NotFound), (nothing, (await visitor.Get(nothing)).Status));
    }

    /// <summary>A clerk of the education bureau.</summary>
    private static async Task<Visitor> Clerk(Site site)
    {
        await site.AddAccountWithin("clerk", (await site.Organ("education")).Value, PublishingPermissions.View, PublishingPermissions.KeepCatalogue);
        return await site.SignIn("clerk");
    }
}
