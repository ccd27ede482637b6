using System.Diagnostics;
using Microsoft.Playwright;
using Xunit;

namespace Gongkai.Browser;

/// <summary>What came of one person's walk.</summary>
/// <param name="Pages">Pages seen.</param>
/// <param name="Breaches">What was wrong, with its address.</param>
internal sealed record Walked(IReadOnlySet<PageRoute> Pages, IReadOnlyList<string> Breaches);

/// <summary>
/// The walks of everybody through the demo, each made once. A page that is seen for the first time by anybody is looked at in every way;
/// another person's view of it, and the same page with other filters, for structure and width alone.
/// </summary>
public sealed class Walks(DemoSite site)
{
    /// <summary>Somebody who is not signed in.</summary>
    public const string Visitor = "visitor";

    /// <summary>The role that sees most of the console, and leaves a plan on the desk.</summary>
    private const string Officer = "openness-officer";

    /// <summary>What is to be found on one document need not be found on the first: so many more are read for links, in a moment each.</summary>
    private const int Further = 200;

    private const string Unfinished = """
        云泽市便民服务专项工作要点
        一、优化服务
        1.市民政局更新办事指南，2027年6月底前完成。（牵头单位：市民政局，责任单位：市直有关部门）
        2.定期公布服务情况。（责任单位：市民政局、市宇航局）
        云泽市人民政府办公室
        2027年1月8日
        """;

    private readonly Dictionary<string, Walked> _walked = [];
    private readonly HashSet<PageRoute> _lookedAt = [];

    /// <summary>Everybody: the visitor, and one person of each role of the demo.</summary>
    public static IReadOnlyList<string> Everybody { get; } = [Visitor, .. DemoPeople.ByRole.Keys];

    internal async Task<Walked> Of(string role)
    {
        if (_walked.TryGetValue(role, out var walked)) return walked;

        var clock = Stopwatch.StartNew();
        var page = role == Visitor ? await site.Visitor() : await site.SignedIn(DemoPeople.ByRole[role]);
        if (role == Officer) await LeaveOnTheDesk(page);
        var breaches = new List<string>();
        var titles = new Dictionary<string, PageRoute>();
        page.Console += (_, message) => { if (message.Type == "error") breaches.Add($"{page.Url}: the console says {message.Text}"); };
        page.PageError += (_, error) => breaches.Add($"{page.Url}: a script ended with {error}");
        var (pages, dead) = await Crawl.Walk(page, role == Visitor ? "/" : "/console", role is Visitor or Officer ? 2 : 1, role is Visitor or Officer ? Further : 0, route => role == Visitor || route.IsOfConsole, async stop =>
        {
            breaches.AddRange((await Look(page, stop)).Select(breach => $"{stop.Address}: {breach}"));
            var title = await page.TitleAsync();
            if (titles.TryGetValue(title, out var other) && other != stop.Route) breaches.Add($"{stop.Address}: {other} is called “{title}” too");
            titles.TryAdd(title, stop.Route);
        });
        await page.Context.CloseAsync();
        TestContext.Current.SendDiagnosticMessage($"{role}: {pages.Count} pages in {clock.Elapsed.TotalSeconds:f0} s");
        return _walked[role] = new(pages, [.. breaches, .. dead]);
    }

    /// <summary>A plan that is read and not adopted, so that there is a desk to walk to.</summary>
    private static async Task LeaveOnTheDesk(IPage page)
    {
        await page.GotoAsync("/console/plans");
        await page.Locator("#paper").SetInputFilesAsync(new FilePayload { Name = "便民服务.txt", MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes(Unfinished) });
        await page.GetByRole(AriaRole.Button, new() { Name = "导入" }).ClickAsync();
        await page.WaitForURLAsync("**/console/plans/desk/*");
    }

    private async Task<IReadOnlyList<string>> Look(IPage page, Stop stop)
    {
        List<string> breaches = [.. await PageRules.OfStructure(page, DemoSite.Name), .. await PageRules.OfWidth(page)];
        if (!_lookedAt.Add(stop.Route)) return breaches;

        breaches.AddRange(await PageRules.OfKeyboard(page));
        breaches.AddRange(await PageRules.OfAxe(page));
        await PageRules.Widen(page, PageRules.Narrow);
        foreach (var (contrast, size) in new[] { ("normal", "normal"), ("normal", "large"), ("high", "elder") })
        {
            await PageRules.Show(page, contrast, size);
            breaches.AddRange((await PageRules.OfWidth(page)).Select(breach => $"at {PageRules.Narrow} px as {contrast} {size} {breach}"));
        }
        breaches.AddRange((await PageRules.OfAxe(page)).Select(breach => $"at {PageRules.Narrow} px as high elder {breach}"));
        await PageRules.Widen(page, PageRules.Wide);
        return breaches;
    }
}
