using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Gongkai.Testing;
using Xunit;

namespace Gongkai.Slices.Duties;

public class PortalTests
{
    private static List<int> TasksOn(Screen screen) =>
        [.. screen.Page.QuerySelectorAll("tr[data-task]").Select(row => int.Parse(row.GetAttribute("data-task")!, CultureInfo.InvariantCulture))];

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Cells(IElement row) => string.Join(' ', row.Children.Select(Words).Where(words => words.Length > 0));

    [Theory, EachEngine]
    public async Task Shows_each_task_with_its_real_state_and_what_is_late_as_late(Site site)
    {
        await PortalScene.Make(site);
        var plan = await (await site.Visitor()).Get("/plan/2026");

        Assert.Equal(HttpStatusCode.OK, plan.Status);
        Assert.Equal([1, 2, 3, 4, 5, 6], TasksOn(plan));
        var badges = plan.Page.QuerySelectorAll("tr[data-task] .badge").Select(Words);
        Assert.Equal(["已落实", "已超期", "进行中", "进行中", "进行中", "已免除"], badges);
        var late = Assert.Single(plan.Page.QuerySelectorAll("tr.late"));
        Assert.Contains("应于 02-28 前完成", Words(late), StringComparison.Ordinal);
        Assert.Equal(["一、把该公开的公开好", "二、把政策讲明白"], plan.Page.QuerySelectorAll("table.data > caption").Select(Words));
        Assert.Contains("（一）公开民生信息", plan.Page.QuerySelectorAll("tr.group").Select(Words));
    }

    [Theory, EachEngine]
    public async Task Each_number_opens_the_list_it_counts(Site site)
    {
        await PortalScene.Make(site);
        var visitor = await site.Visitor();
        foreach (var start in new[] { "/plan/2026", "/plan/2026?chapter=" + Uri.EscapeDataString("一、把该公开的公开好"), "/plan/2026/organs/health" })
        {
            var figures = (await visitor.Get(start)).Page.QuerySelectorAll("#figures a");
            Assert.NotEmpty(figures);
            foreach (var figure in figures.Skip(1))
            {
                var list = await visitor.Get(figure.GetAttribute("href")!);
                Assert.Equal(figure.QuerySelector("b")!.TextContent, TasksOn(list).Count.ToString(CultureInfo.InvariantCulture));
            }
        }

        var home = await visitor.Get("/");
        Assert.Equal(["6", "1", "3", "1"], home.Page.QuerySelectorAll(".band .strip b").Select(Words));
        Assert.Equal("20%", Words(home.Page.QuerySelector(".band-share b")!));
        foreach (var figure in home.Page.QuerySelectorAll(".band .strip a"))
            Assert.Equal(figure.QuerySelector("b")!.TextContent, TasksOn(await visitor.Get(figure.GetAttribute("href")!)).Count.ToString(CultureInfo.InvariantCulture));
    }

    [Theory, EachEngine("state=overdue", "2"), EachEngine("state=running", "3 4 5"), EachEngine("state=met", "1"), EachEngine("state=waived", "6"), EachEngine("state=nonsense", "")]
    [EachEngine("organ=health", "2 5"), EachEngine("organ=hekou&state=running", "3"), EachEngine("chapter=none", ""), EachEngine("chapter=&organ=&state=", "1 2 3 4 5 6")]
    public async Task Narrows_the_plan_down_by_what_stands_in_the_address(Site site, string query, string tasks)
    {
        await PortalScene.Make(site);
        Assert.Equal(tasks, string.Join(' ', TasksOn(await (await site.Visitor()).Get("/plan/2026?" + query))));
    }

    [Theory, EachEngine]
    public async Task Shows_a_task_with_its_words_limits_organs_and_evidence(Site site)
    {
        await PortalScene.Make(site);
        var visitor = await site.Visitor();

        var first = await visitor.Get("/plan/2026/1");
        Assert.Contains("<script>alert(1)</script>，3月底前完成", first.Page.QuerySelector(".text")!.TextContent, StringComparison.Ordinal);
        var link = first.Page.QuerySelector("#evidence-list a")!;
        Assert.Equal("https://heyuan.example/zhaosheng", link.GetAttribute("href"));
        Assert.Contains("noopener", link.GetAttribute("rel"), StringComparison.Ordinal);

        var fourth = await visitor.Get("/plan/2026/4");
        var limits = fourth.Page.QuerySelectorAll(".limits li").Select(Words).ToList();
        Assert.Equal(2, limits.Count);
        Assert.StartsWith("5月底前 正文 仅列明", limits[0], StringComparison.Ordinal);
        Assert.StartsWith("7月底前 任务分解表 按此执行", limits[1], StringComparison.Ordinal);

        var waived = await visitor.Get("/plan/2026/6");
        Assert.Contains("理由：机构改革后由他处承担<i>", waived.Page.QuerySelector("table.data tbody")!.TextContent, StringComparison.Ordinal);
        var shared = await visitor.Get("/plan/2026/2");
        Assert.Equal(["县市场监督管理局 牵头单位 2026-02-28 已超期", "县卫生健康局 配合单位 — 随主责"], shared.Page.QuerySelectorAll("table.data tbody tr").Select(Words));
    }

    [Theory, EachEngine]
    public async Task Never_shows_evidence_that_is_private_returned_or_waiting(Site site)
    {
        await PortalScene.Make(site);
        var visitor = await site.Visitor();
        foreach (var address in new[] { "/", "/plan/2026", "/plan/2026/3", "/plan/2026/4", "/plan/2026/5", "/plan/2026/organs/hekou", "/plan/2026.json", "/plan/2026.csv" })
        {
            var seen = await visitor.Get(address);
            Assert.Equal(HttpStatusCode.OK, seen.Status);
            Assert.DoesNotContain(PortalScene.Private, seen.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("内部说明", seen.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(PortalScene.Returned, seen.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(PortalScene.Waiting, seen.Text, StringComparison.Ordinal);
        }

        var third = await visitor.Get("/plan/2026/3");
        Assert.Equal("便民服务点一览表", Words(Assert.Single(third.Page.QuerySelectorAll("#evidence-list li a"))));
    }

    [Theory, EachEngine]
    public async Task Hostile_words_stay_words(Site site)
    {
        await PortalScene.Make(site);
        var visitor = await site.Visitor();
        foreach (var address in new[] { "/", "/plan/2026", "/plan/2026/1", "/plan/2026/6", "/plan/2026/organs/education", "/plan/2026?state=%22%3E%3Cscript%3Ealert(1)%3C/script%3E" })
        {
            var page = (await visitor.Get(address)).Page;
            Assert.Empty(page.QuerySelectorAll("main script, main img, main b > script, [onerror], main i"));
        }

        Assert.Contains((await visitor.Get("/")).Page.QuerySelectorAll(".rows a"), link => link.TextContent.StartsWith(PortalScene.Hostile, StringComparison.Ordinal));
        Assert.StartsWith(PortalScene.Hostile, (await visitor.Get("/plan/2026/1")).Page.QuerySelector("#evidence-list a")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Shows_progress_by_organ_what_is_late_first(Site site)
    {
        await PortalScene.Make(site);
        var visitor = await site.Visitor();
        var organs = await visitor.Get("/plan/2026/organs");

        var rows = organs.Page.QuerySelectorAll(".bars tbody tr").ToList();
        Assert.Equal("县市场监督管理局 0 / 1 超期 1", Cells(rows[0]));
        Assert.Contains("县教育体育局 1 / 1", rows.Select(Cells));
        foreach (var row in rows) Assert.Equal(HttpStatusCode.OK, (await visitor.Get(row.QuerySelector("a")!.GetAttribute("href")!)).Status);

        var health = await visitor.Get("/plan/2026/organs/health");
        Assert.Equal([2, 5], TasksOn(health));
        Assert.Contains("随主责", Words(health.Page.QuerySelector("tr[data-task='2']")!), StringComparison.Ordinal);
    }

    [Theory, EachEngine("/plan/2031"), EachEngine("/plan/2026/99"), EachEngine("/plan/2026/organs/nobody"), EachEngine("/plan/2026/organs/office"), EachEngine("/plan/2026?issuer=none"), EachEngine("/plan/2031.json"), EachEngine("/plan/2031.csv")]
    public async Task Says_in_words_that_there_is_no_such_thing(Site site, string address)
    {
        await PortalScene.Make(site);
        var missing = await (await site.Visitor()).Get(address);
        Assert.Equal(HttpStatusCode.NotFound, missing.Status);
        Assert.Equal("没有找到这个页面", Words(missing.Page.QuerySelector("h1")!));
    }

    [Theory, EachEngine]
    public async Task Says_what_will_be_here_while_nothing_is(Site site)
    {
        var visitor = await site.Visitor();
        foreach (var address in new[] { "/", "/plan" })
        {
            var empty = await visitor.Get(address);
            Assert.Equal(HttpStatusCode.OK, empty.Status);
            Assert.Contains("还没有公布年度要点", Words(empty.Page.QuerySelector(".empty")!), StringComparison.Ordinal);
        }
    }

    [Theory, EachEngine]
    public async Task Leads_to_this_years_plan_and_keeps_the_plans_of_a_year_apart(Site site)
    {
        var scene = await PortalScene.Make(site);
        await scene.Adopt("教育要点.txt", "县教育体育局2026年公开要点\n\n一、公开\n1.公布学区划分，11月底前完成。（责任单位：县教育体育局）\n2.公布收费项目，12月底前完成。（责任单位：县教育体育局）", 2026, "县教育体育局");
        var visitor = await site.Visitor();

        var current = await visitor.Get("/plan");
        Assert.StartsWith("/plan/2026?issuer=", current.Address, StringComparison.Ordinal);
        var own = await visitor.Get("/plan/2026?issuer=" + Uri.EscapeDataString("县教育体育局"));
        Assert.Equal([1, 2], TasksOn(own));
        Assert.Equal(2, own.Page.QuerySelectorAll(".switch a").Length);
        foreach (var link in own.Page.QuerySelectorAll("main a[href^='/plan']"))
            Assert.Contains("issuer=", link.GetAttribute("href"), StringComparison.Ordinal);
        var task = await visitor.Get(own.Page.QuerySelector("tr[data-task='2'] a")!.GetAttribute("href")!);
        Assert.Contains("公布收费项目", task.Page.QuerySelector(".text")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Has_no_dead_link(Site site)
    {
        await PortalScene.Make(site);
        var visitor = await site.Visitor();
        var seen = new HashSet<string>();
        var open = new Queue<string>(["/"]);
        while (open.TryDequeue(out var address) && seen.Count < 200)
        {
            if (!seen.Add(address)) continue;
            var screen = await visitor.Get(address);
            Assert.True(screen.Status == HttpStatusCode.OK, $"{address}: {screen.Status}");
            foreach (var link in screen.Page.QuerySelectorAll("a[href^='/']").Select(link => link.GetAttribute("href")!))
                if (!link.StartsWith("/display", StringComparison.Ordinal)) open.Enqueue(link);
        }
        Assert.True(seen.Count > 15);
    }
}
