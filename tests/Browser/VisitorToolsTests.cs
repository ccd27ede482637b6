using Microsoft.Playwright;
using Xunit;

namespace Gongkai.Browser;

/// <summary>What helps to read does what it says: reading aloud, printing, copying, and a version for the elderly in which nothing floats.</summary>
public sealed class VisitorToolsTests(DemoSite site)
{
    [Fact]
    public async Task Reads_the_page_aloud_in_its_language_and_stops_when_asked()
    {
        var page = await site.Visitor();
        await page.AddInitScriptAsync("""
            window.said = [];
            const voice = { speaking: false, speak(words) { said.push(words); this.speaking = true; }, cancel() { this.speaking = false; } };
            Object.defineProperty(window, "speechSynthesis", { value: voice });
            """);
        await page.GotoAsync("/plan/2026");
        var read = page.Locator("[data-tool=read]");
        await read.ClickAsync();

        await Assertions.Expect(read).ToHaveTextAsync("停止朗读");
        Assert.Equal("zh-Hans", await page.EvaluateAsync<string>("said[0].lang"));
        Assert.Contains(await page.Locator("h1").InnerTextAsync(), await page.EvaluateAsync<string>("said[0].text"), StringComparison.Ordinal);
        await read.ClickAsync();
        await Assertions.Expect(read).ToHaveTextAsync("朗读");
        Assert.False(await page.EvaluateAsync<bool>("speechSynthesis.speaking"));
    }

    [Fact]
    public async Task Copies_the_address_and_says_so()
    {
        var page = await site.Visitor();
        await page.AddInitScriptAsync("Object.defineProperty(navigator, 'clipboard', { value: { writeText(text) { window.copied = text; return Promise.resolve(); } } })");
        await page.GotoAsync("/plan/2026");
        await page.Locator("[data-tool=copy]").ClickAsync();

        await Assertions.Expect(page.Locator(".page-tools [role=status]")).ToHaveTextAsync("已复制");
        Assert.Equal(page.Url, await page.EvaluateAsync<string>("copied"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/plan/2026")]
    [InlineData("/components")]
    public async Task Nothing_floats_in_the_version_for_the_elderly(string address)
    {
        var page = await site.Visitor(PageRules.Narrow);
        await page.GotoAsync($"/display?size=elder&back={address}");
        await page.Locator(".display-bar > summary").ClickAsync();

        Assert.Empty(await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll("body *")]
              .filter((element) => element.checkVisibility() && ["fixed", "sticky"].includes(getComputedStyle(element).position) && !element.matches(".skip")
                || element.matches(".display-panel") && getComputedStyle(element).position !== "static" || element.matches("dialog"))
              .map((element) => element.className || element.tagName)
            """));
        Assert.True(await page.EvaluateAsync<double>("parseFloat(getComputedStyle(document.documentElement).fontSize)") >= 20);
        Assert.Empty(await PageRules.OfWidth(page));
    }

    [Fact]
    public async Task On_paper_stands_the_content_alone()
    {
        var page = await site.Visitor();
        await page.GotoAsync("/plan/2026");
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        foreach (var left in new[] { ".thin", ".main-nav", ".crumbs", ".filters", ".page-tools", ".site-foot" })
            await Assertions.Expect(page.Locator(left).First).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("h1")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("tr[data-task]").First).ToBeVisibleAsync();
    }
}
