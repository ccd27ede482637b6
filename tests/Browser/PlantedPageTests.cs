using Microsoft.Playwright;
using Xunit;

namespace Gongkai.Browser;

/// <summary>The rules bite: a page that breaks one of them, served by the test and not by the product, is found out.</summary>
public sealed class PlantedPageTests(DemoSite site)
{
    private const string Head = "<meta charset=utf-8><meta name=viewport content='width=device-width, initial-scale=1'><title>示例 - 云泽市政务公开</title>";
    private const string Body = "<a class=skip href=#main>跳到正文</a><main id=main tabindex=-1><h1>示例</h1><p><a href=/plan>要点</a></p></main>";

    [Fact]
    public async Task A_page_that_keeps_to_the_rules_passes()
    {
        var page = await Planted($"<!doctype html><html lang=zh-Hans dir=ltr><head>{Head}</head><body>{Body}</body></html>");

        Assert.Empty(await All(page));
        Assert.Empty(await PageRules.OfKeyboard(page));
    }

    [Theory]
    [InlineData(Body, "lang=zh-Hans", "", "no lang")]
    [InlineData(Body, "dir=ltr", "", "no dir")]
    [InlineData(Body, "示例 - ", "", "is no title of its own")]
    [InlineData(Body, "<meta name=viewport content='width=device-width, initial-scale=1'>", "", "no meta viewport")]
    [InlineData(Body, "initial-scale=1", "maximum-scale=1", "forbids to enlarge")]
    [InlineData(Body, "<h1>示例</h1>", "<h1>示例</h1><h3>任务</h3>", "jumps from level 1")]
    [InlineData(Body, "<h1>示例</h1>", "<h2>示例</h2>", "0 h1")]
    [InlineData(Body, "<main id=main tabindex=-1>", "<div id=main tabindex=-1>", "0 main landmarks")]
    [InlineData(Body, "href=#main", "href=#top", "no skip link")]
    [InlineData(Body, "</main>", "<p id=a></p><p id=a></p></main>", "the id a stands twice")]
    [InlineData(Body, "</main>", "<input name=word></main>", "axe label")]
    [InlineData(Body, "</main>", "<p><span role=button>通过</span></main>", "takes no focus")]
    [InlineData(Body, "</main>", "<a href=/ tabindex=3>首页</a></main>", "jumps the queue")]
    [InlineData(Body, "</main>", "<img src=data:image/gif;base64,R0lGODlhAQABAAAAACw= width=2000 height=1></main>", "wide in a window of")]
    [InlineData(Body, "<a href=/plan>要点</a>", "<a href=/plan></a>", "says nothing")]
    [InlineData(Body, "</main>", "<style>a { outline: none !important }</style></main>", "does not show the focus")]
    public async Task A_page_that_breaks_one_is_found_out(string body, string right, string wrong, string breach)
    {
        var whole = $"<!doctype html><html lang=zh-Hans dir=ltr><head>{Head}</head><body>{body}</body></html>";
        Assert.Contains(right, whole, StringComparison.Ordinal);
        var page = await Planted(whole.Replace(right, wrong, StringComparison.Ordinal));

        var breaches = (await All(page)).ToList();
        if (breaches.Count == 0) breaches.AddRange(await PageRules.OfKeyboard(page));
        Assert.Contains(breaches, found => found.Contains(breach, StringComparison.Ordinal));
    }

    private static async Task<IEnumerable<string>> All(IPage page) =>
        [.. await PageRules.OfStructure(page, DemoSite.Name), .. await PageRules.OfWidth(page), .. await PageRules.OfAxe(page)];

    private async Task<IPage> Planted(string html)
    {
        var page = await site.Visitor(PageRules.Narrow);
        await page.RouteAsync("**/planted", route => route.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = html }));
        await page.GotoAsync("/planted");
        return page;
    }
}
