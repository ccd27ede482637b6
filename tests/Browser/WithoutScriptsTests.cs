using Microsoft.Playwright;
using Xunit;

namespace Gongkai.Browser;

/// <summary>The portal is whole in a browser that runs no scripts: everything can be read, and every form does its work.</summary>
public sealed class WithoutScriptsTests(DemoSite site)
{
    [Fact]
    public async Task Every_page_of_the_portal_can_be_read()
    {
        var page = await site.Visitor(scripts: false);
        var breaches = new List<string>();
        var (pages, dead) = await Crawl.Walk(page, "/", 2, 0, route => !route.IsOfConsole, async stop =>
        {
            breaches.AddRange((await PageRules.OfStructure(page, DemoSite.Name)).Select(breach => $"{stop.Address}: {breach}"));
            if (await page.Locator("[data-tools]:visible, .chart-view:visible").CountAsync() > 0) breaches.Add($"{stop.Address}: shows what only scripts can do");
            if (await page.Locator(".chart details:not([open])").CountAsync() > 0) breaches.Add($"{stop.Address}: hides the numbers of a chart");
        });

        Assert.True(breaches.Count + dead.Count == 0, string.Join('\n', breaches.Concat(dead)));
        Assert.True(pages.Count >= 5, string.Join(' ', pages));
    }

    [Fact]
    public async Task Text_size_contrast_and_the_version_for_the_elderly_are_chosen_and_kept()
    {
        var page = await site.Visitor(PageRules.Narrow, scripts: false);
        await page.GotoAsync("/plan/2026");
        var html = page.Locator("html");

        await Choose("大字");
        await Assertions.Expect(html).ToHaveAttributeAsync("data-size", "large");
        await Choose("高对比度");
        await Assertions.Expect(html).ToHaveAttributeAsync("data-contrast", "high");
        Assert.Equal("/plan/2026", new Uri(page.Url).AbsolutePath);
        await page.GetByRole(AriaRole.Link, new() { Name = "长者版", Exact = true }).Last.ClickAsync();
        await Assertions.Expect(html).ToHaveAttributeAsync("data-size", "elder");
        await page.GotoAsync("/");
        await Assertions.Expect(html).ToHaveAttributeAsync("data-contrast", "high");
        await page.GetByRole(AriaRole.Link, new() { Name = "退出长者版" }).ClickAsync();
        await Assertions.Expect(html).ToHaveAttributeAsync("data-size", "normal");

        async Task Choose(string name)
        {
            await page.Locator(".display-bar > summary").ClickAsync();
            await page.Locator(".display-panel").GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync();
        }
    }

    [Fact]
    public async Task A_list_is_filtered_and_the_filter_taken_away()
    {
        var page = await site.Visitor(scripts: false);
        await page.GotoAsync("/plan/2026");
        var all = await page.Locator("tr[data-task]").CountAsync();
        await page.GetByLabel("状态").SelectOptionAsync("overdue");
        await page.GetByRole(AriaRole.Button, new() { Name = "筛选" }).ClickAsync();

        Assert.Contains("state=overdue", page.Url, StringComparison.OrdinalIgnoreCase);
        var some = await page.Locator("tr[data-task]").CountAsync();
        Assert.InRange(some, 1, all - 1);
        await Assertions.Expect(page.Locator("tr[data-task].late")).ToHaveCountAsync(some);
        await page.GetByRole(AriaRole.Link, new() { Name = "清除筛选" }).ClickAsync();
        await Assertions.Expect(page.Locator("tr[data-task]")).ToHaveCountAsync(all);
    }

    [Fact]
    public async Task Staff_sign_in_and_out()
    {
        var page = await site.Visitor(scripts: false);
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("用户名").FillAsync(DemoSite.Officer);
        await page.GetByLabel("密码").FillAsync("不是这个密码");
        await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("用户名或密码不对");
        await Assertions.Expect(page.GetByLabel("用户名")).ToHaveValueAsync(DemoSite.Officer);

        await site.SignIn(page, DemoSite.Officer);
        await page.GetByRole(AriaRole.Button, new() { Name = "退出" }).ClickAsync();
        Assert.Equal("/", new Uri(page.Url).AbsolutePath);
    }

    [Fact]
    public async Task A_grave_act_is_a_folded_form()
    {
        var page = await site.Visitor(scripts: false);
        await page.GotoAsync("/components");
        await Assertions.Expect(page.Locator("#set-aside-reason")).ToBeHiddenAsync();
        await page.Locator("#set-aside > summary").ClickAsync();

        await page.Locator("#set-aside-reason").FillAsync("工作已经由另一处室承担");
        await page.Locator("#set-aside").GetByRole(AriaRole.Button, new() { Name = "不再要求" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("组件一览");
    }
}
