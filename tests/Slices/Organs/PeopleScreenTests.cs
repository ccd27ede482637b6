using System.Net;
using Gongkai.Organs;
using Gongkai.Organs.Contracts;
using Gongkai.Platform.Data;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Gongkai.Slices.Organs;

/// <summary>The console's pages of people, posts and rights, used as people use them.</summary>
public sealed class PeopleScreenTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EachEngine]
    public async Task Lists_people_and_narrows_them_down_by_words_organ_and_role(Site site)
    {
        await site.WithCounty();
        await site.Appointed("lin.yue", "health", "clerk");
        await site.Appointed("zhao.qi", "office", "openness-officer");
        await site.AddAccount("new.comer");
        var visitor = await site.SignedIn(Permissions.ViewPeople);

        Assert.Contains("未任岗", (await visitor.Get("/console/people?search=new.comer")).Page.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
        foreach (var query in (string[])["search=lin", "organ=health", "role=clerk"])
        {
            var list = await visitor.Get($"/console/people?{query}");
            Assert.Equal(["lin.yue"], list.Page.QuerySelectorAll("main tbody a").Select(link => link.TextContent));
        }
        Assert.Contains("没有符合条件的人员", (await visitor.Get("/console/people?role=leader")).Text, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Appoints_hands_over_and_ends_as_the_security_administrator_does(Site site)
    {
        await site.WithCounty();
        var (before, after) = (await site.AddAccount("lin.yue"), await site.AddAccount("zhou.heng"));
        await site.Appointed("p.security", "office", "security-administrator");
        var health = await site.Organ("health");
        var security = await site.SignIn("p.security");

        var appointed = await security.Submit(await security.Get($"/console/people/{before.Id}"), "form[action*='handler=Appoint']",
            ("New.Organ", health.Value), ("New.Role", "clerk"), ("New.Primary", "true"), ("New.From", "2026-03-01"));
        Assert.Contains("已任岗", appointed.Page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        var form = await security.Get(appointed.Page.QuerySelector("main tbody a.button")!.GetAttribute("href")!);
        var handed = await security.Submit(form, "form[action*='handler=HandOver']",
            ("HandingOver.Successor", after.Id), ("HandingOver.From", "2026-03-10"), ("HandingOver.OverlapDays", "5"), ("HandingOver.Reason", "工作调动"));
        Assert.Contains("与接任的zhou.heng同时在岗，至 2026-03-14（含当日）", handed.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var successor = await security.Get($"/console/people/{after.Id}");
        Assert.Contains("尚未到任", successor.Text, StringComparison.Ordinal);
        Assert.Contains("与前任lin.yue同时在岗，至 2026-03-14（含当日）", successor.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var ended = await security.Submit(await security.Get(successor.Page.QuerySelector("main tbody a.button")!.GetAttribute("href")!), "form[action*='handler=End']",
            ("Ending.LastDay", "2026-06-30"), ("Ending.Reason", "岗位撤并"));
        Assert.Contains("已办理离岗", ended.Page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 6, 30), await site.Do<Db, DateOnly?>(db => db.Set<Post>().Where(post => post.AccountId == after.Id).Select(post => post.Until).SingleAsync(Stop)));
    }

    [Fact]
    public async Task Keeps_what_was_typed_and_says_why_it_was_refused()
    {
        await using var site = new Site(Engine.Sqlite);
        await site.WithCounty();
        await site.Appointed("lin.yue", "health", "clerk");
        var person = await site.AddAccount("zhou.heng");
        var security = await site.SignedIn(Permissions.ViewPeople, Permissions.Appoint);
        var form = await security.Get($"/console/people/{person.Id}");
        var health = await site.Organ("health");

        var taken = await security.Submit(form, "form[action*='handler=Appoint']", ("New.Organ", health.Value), ("New.Role", "clerk"), ("New.Primary", "true"), ("New.From", "2026-03-01"));
        var empty = await security.Submit(form, "form[action*='handler=Appoint']", ("New.Role", "clerk"), ("New.From", ""));

        Assert.Contains("这个岗位在这段时间已有 A 岗。", taken.Page.QuerySelector(".refusals")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2026-03-01", taken.Page.QuerySelector("[name='New.From']")!.GetAttribute("value"));
        Assert.Contains("请填写到任日期。", empty.Page.QuerySelector(".refusals")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await site.Do<Db, int>(db => db.Set<Post>().CountAsync(Stop)));
    }

    [Fact]
    public async Task Offers_nobody_a_form_on_his_own_page_or_without_the_right()
    {
        await using var site = new Site(Engine.Sqlite);
        await site.WithCounty();
        var security = await site.Appointed("p.security", "office", "security-administrator");
        await site.Appointed("p.audit", "health", "audit-administrator");

        Assert.Null((await (await site.SignIn("p.security")).Get($"/console/people/{security.Id}")).Page.QuerySelector("main form"));
        var audit = await site.SignIn("p.audit");
        Assert.Null((await audit.Get($"/console/people/{security.Id}")).Page.QuerySelector("main form"));
        Assert.Equal(HttpStatusCode.Forbidden, (await audit.Get($"/console/posts/{Guid.Empty}")).Status);
    }

    [Fact]
    public async Task Shows_each_permission_in_words_and_leads_to_who_holds_a_role()
    {
        await using var site = new Site(Engine.Sqlite);
        await site.WithCounty();
        await site.Appointed("lin.yue", "health", "clerk");
        var visitor = await site.SignedIn(Permissions.ViewPeople);

        var table = await visitor.Get("/console/rights");

        Assert.Contains("任岗、交接、离岗", table.Page.QuerySelectorAll("main tbody th").Select(cell => cell.TextContent));
        Assert.DoesNotContain("may.", table.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var holders = await visitor.Get(table.Page.QuerySelector("main td a[href$='role=clerk']")!.GetAttribute("href")!);
        Assert.Equal(["lin.yue"], holders.Page.QuerySelectorAll("main tbody a").Select(link => link.TextContent));
    }

    [Fact]
    public async Task Establishes_merges_and_groups_organs()
    {
        await using var site = new Site(Engine.Sqlite);
        await site.WithCounty();
        var manager = await site.SignedIn(Permissions.View, Permissions.Manage);
        var list = await manager.Get("/console/organs");
        var (liushu, market) = (await site.Organ("liushu"), await site.Organ("market"));

        var wrong = await manager.Submit(list, "form[action*='handler=Establish']", ("Organ.Name", "柳树镇南村"), ("Organ.Key", "南村"), ("Organ.Kind", "Other"), ("Organ.From", "2026-03-01"));
        Assert.Contains("不能用作地址代号", wrong.Page.QuerySelector(".refusals")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("柳树镇南村", wrong.Page.QuerySelector("[name='Organ.Name']")!.GetAttribute("value"));
        var made = await manager.Submit(wrong, "form[action*='handler=Establish']", ("Organ.Key", "south-village"), ("Organ.Parent", liushu.Value));
        Assert.Contains("已设立“柳树镇南村”。", made.Text, StringComparison.Ordinal);

        var grouped = await manager.Submit(made, "form[action*='handler=Group']", ("Group.Name", "各村"), ("Group.Key", "villages"), ("Group.From", "2026-03-01"), ("Group.Members", (await site.Organ("south-village")).Value));
        Assert.Null(grouped.Page.QuerySelector(".refusals")?.TextContent);
        Assert.Contains("已设立名称组“各村”。", grouped.Text, StringComparison.Ordinal);

        var merged = await manager.Submit(await manager.Get("/console/organs/health"), "form[action*='handler=Merge']", ("Merger.Into", market.Value), ("Merger.LastDay", "2026-03-31"), ("Merger.Reason", "机构改革方案"));
        Assert.Contains("已并入", merged.Text, StringComparison.Ordinal);
        Assert.Equal(market, await site.Do<Db, OrganId?>(db => db.Set<Organ>().Where(organ => organ.Key == "health").Select(organ => organ.MergedInto).SingleAsync(Stop)));
    }
}
