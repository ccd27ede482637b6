using System.Net;
using Gongkai.Organs;
using Gongkai.Platform.Data;
using Gongkai.Testing;
using Xunit;

namespace Gongkai.Slices.Organs;

public sealed class OrganScreenTests
{
    [Theory, EachEngine]
    public async Task Lists_organs_by_kind_groups_with_members_and_what_has_ended(Site site)
    {
        await site.WithCounty();
        var visitor = await site.SignedIn(Permissions.View);
        var list = await visitor.Get("/console/organs");
        Assert.Equal(HttpStatusCode.OK, list.Status);
        Assert.Equal(["本级政府", "政府办公室", "工作部门", "党委部门", "镇、乡", "街道", "名称组", "已撤销"], list.Page.QuerySelectorAll("h2").Select(heading => heading.TextContent));
        Assert.Equal("县教体局", list.Page.QuerySelector("a[href='/console/organs/education']")!.Closest("tr")!.QuerySelectorAll("td")[1].TextContent.Trim());
        Assert.Contains("3 个机构", list.Page.QuerySelector("#groups")!.Closest("section")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("县市场监督管理局", list.Page.QuerySelector("#ended")!.Closest("section")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_an_organ_without_forms_to_who_may_only_look()
    {
        await using var site = new Site(Engine.Sqlite);
        await site.WithCounty();
        var page = await (await site.SignedIn(Permissions.View)).Get("/console/organs/health");
        Assert.Equal("县卫生健康局", page.Page.QuerySelector("h1")!.TextContent);
        Assert.Contains("县卫生局", page.Page.QuerySelector("#names")!.Closest("section")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.Page.QuerySelector("main form"));
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignedIn(Permissions.View)).Get("/console/organs/nobody")).Status);
    }

    [Fact]
    public async Task Is_closed_to_who_may_not_look()
    {
        await using var site = new Site(Engine.Sqlite);
        await site.WithCounty();
        Assert.StartsWith("/sign-in", (await (await site.Visitor()).Get("/console/organs")).Address, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, (await (await site.SignedIn("other.permission")).Get("/console/organs")).Status);
    }

    [Fact]
    public async Task Learns_and_forgets_a_spelling()
    {
        await using var site = new Site(Engine.Sqlite);
        await site.WithCounty();
        var visitor = await site.SignedIn(Permissions.View, Permissions.LearnName);
        var page = await visitor.Get("/console/organs/health");
        var learnt = await visitor.Submit(page, "form[action*='handler=Alias']", ("Alias.Text", "县卫健委"));
        Assert.Contains("已记住“县卫健委”", learnt.Text, StringComparison.Ordinal);
        Assert.Contains("新增别名", learnt.Page.QuerySelector("#past")!.Closest("section")!.TextContent, StringComparison.Ordinal);

        var taken = await visitor.Submit(learnt, "form[action*='handler=Alias']", ("Alias.Text", "县教体局"));
        Assert.Contains("“县教体局”已经指“县教体局”", taken.Page.QuerySelector(".refusals")!.TextContent, StringComparison.Ordinal);

        var forgotten = await visitor.Submit(learnt, "form[action*='handler=Drop']", ("reason", "认错了"));
        Assert.Contains("撤销别名：县卫健委：认错了", forgotten.Page.QuerySelector("#past")!.Closest("section")!.TextContent, StringComparison.Ordinal);
        Assert.Null(forgotten.Page.QuerySelector("form[action*='handler=Drop']"));
    }

    [Fact]
    public async Task Renames_and_keeps_what_was_typed_when_it_may_not()
    {
        await using var site = new Site(Engine.Sqlite);
        await site.WithCounty();
        var visitor = await site.SignedIn(Permissions.View, Permissions.Manage);
        var page = await visitor.Get("/console/organs/health");
        var refused = await visitor.Submit(page, "form[action*='handler=Rename']", ("NewName.Name", "县新卫生局"), ("NewName.From", "2019-03-01"), ("NewName.Reason", "甲号文件"));
        Assert.Contains("新名称的启用日期须晚于以往各名称", refused.Page.QuerySelector(".refusals")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("县新卫生局", refused.Page.QuerySelector("#NewName_Name")!.GetAttribute("value"));

        var empty = await visitor.Submit(page, "form[action*='handler=Rename']", ("NewName.Name", ""), ("NewName.From", ""));
        Assert.Equal(2, empty.Page.QuerySelectorAll(".field-bad").Length);

        var renamed = await visitor.Submit(page, "form[action*='handler=Rename']", ("NewName.Name", "县新卫生局"), ("NewName.From", "2026-03-01"), ("NewName.Reason", "甲号文件"));
        Assert.Equal("县新卫生局", renamed.Page.QuerySelector("h1")!.TextContent);
        Assert.Contains("更名：县新卫生局：甲号文件", renamed.Page.QuerySelector("#past")!.Closest("section")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Takes_an_organ_into_a_group_and_out_of_it(Site site)
    {
        await site.WithCounty();
        var visitor = await site.SignedIn(Permissions.View, Permissions.Manage);
        var list = await visitor.Get("/console/organs");
        var page = await visitor.Get(list.Page.QuerySelectorAll("a[href^='/console/organs/groups/']").Single(link => link.TextContent == "县直有关部门").GetAttribute("href")!);
        var office = page.Page.QuerySelectorAll("#Joining_Organ option").First(option => option.TextContent == "县政府办公室").GetAttribute("value");

        var empty = await visitor.Submit(page, "form[action*='handler=Join']", ("Joining.Organ", office), ("Joining.From", ""), ("Joining.Reason", "甲号文件"));
        Assert.Single(empty.Page.QuerySelectorAll(".field-bad"));
        Assert.Equal("甲号文件", empty.Page.QuerySelector("#Joining_Reason")!.GetAttribute("value"));

        var joined = await visitor.Submit(page, "form[action*='handler=Join']", ("Joining.Organ", office), ("Joining.From", "2026-03-01"), ("Joining.Reason", "甲号文件"));
        Assert.Contains("县政府办公室", joined.Page.QuerySelector("#members")!.Closest("section")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("调整成员：县政府办公室自2026-03-01加入；甲号文件", joined.Page.QuerySelector("#past")!.Closest("section")!.TextContent, StringComparison.Ordinal);

        var early = await visitor.Submit(joined, "form[action*='handler=Leave']", ("Leaving.Organ", office), ("Leaving.LastDay", "2026-02-01"), ("Leaving.Reason", "乙号文件"));
        Assert.Contains("该机构在那一天不是成员", early.Page.QuerySelector(".refusals")!.TextContent, StringComparison.Ordinal);
        var left = await visitor.Submit(joined, "form[action*='handler=Leave']", ("Leaving.Organ", office), ("Leaving.LastDay", "2026-03-01"), ("Leaving.Reason", "乙号文件"));
        Assert.DoesNotContain(left.Page.QuerySelectorAll("#Leaving_Organ option"), option => option.GetAttribute("value") == office);
        site.Clock.SetDay("2026-03-03");
        var later = await (await site.SignedIn(Permissions.View)).Get(page.Address);
        Assert.Contains("县政府办公室", later.Page.QuerySelector("#former")!.Closest("section")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_a_group_without_forms_to_who_may_only_look()
    {
        await using var site = new Site(Engine.Sqlite);
        await site.WithCounty();
        var visitor = await site.SignedIn(Permissions.View);
        var list = await visitor.Get("/console/organs");
        var page = await visitor.Get(list.Page.QuerySelector("a[href^='/console/organs/groups/']")!.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Null(page.Page.QuerySelector("main form"));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get("/console/organs/groups/nobody")).Status);
    }
}
