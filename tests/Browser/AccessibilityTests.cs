using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Gongkai.Browser;

/// <summary>Every page is usable by everybody: axe finds nothing, nothing runs over the edge, nothing is broken.</summary>
public sealed class AccessibilityTests(DemoSite site)
{
    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task Pages_of_the_portal_have_no_violation(int width)
    {
        var page = await site.Visitor(width);
        var kinds = await Check(page, "/");
        Assert.True(kinds.Count >= 5, string.Join(' ', kinds));
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task Pages_of_the_console_have_no_violation(int width)
    {
        var page = await site.SignedIn(DemoSite.Officer, width);
        var kinds = await Check(page, "/console");
        Assert.True(kinds.Count >= 12, string.Join(' ', kinds));
    }

    [Theory]
    [InlineData("", 1440)]
    [InlineData("", 390)]
    [InlineData("?frame=console", 1440)]
    [InlineData("?frame=console", 390)]
    [InlineData("?frame=plain", 390)]
    public async Task The_components_have_no_violation(string frame, int width)
    {
        var page = await site.Visitor(width);
        await page.GotoAsync("/components" + frame);
        await Check(page);
    }

    [Fact]
    public async Task The_sign_in_page_has_no_violation()
    {
        var page = await site.Visitor(390);
        await page.GotoAsync("/sign-in");
        await Check(page);
    }

    private static async Task<IReadOnlyCollection<string>> Check(IPage page, string start)
    {
        var problems = new List<string>();
        page.Console += (_, message) => { if (message.Type == "error") problems.Add($"{page.Url}: {message.Text}"); };
        var kinds = await Crawl.Walk(page, start, async address =>
        {
            try { await Check(page); }
            catch (Xunit.Sdk.XunitException problem) { problems.Add($"{address}: {problem.Message}"); }
        });
        Assert.True(problems.Count == 0, string.Join('\n', problems));
        return kinds;
    }

    private static async Task Check(IPage page)
    {
        var found = await page.RunAxe();
        Assert.True(found.Violations.Length == 0, string.Join("; ", found.Violations.Select(v => $"{v.Id}: {v.Help} at {string.Join(", ", v.Nodes.Take(3).Select(n => n.Target))}")));
        var (content, window) = (await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), await page.EvaluateAsync<int>("window.innerWidth"));
        Assert.True(content <= window, $"the page is {content} wide in a window of {window}");
    }
}
