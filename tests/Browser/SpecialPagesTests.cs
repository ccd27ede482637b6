using Xunit;

namespace Gongkai.Browser;

/// <summary>Pages that no link leads to keep to the rules too: the door, and what stands where something went wrong.</summary>
public sealed class SpecialPagesTests(DemoSite site)
{
    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/no-such-page")]
    [InlineData("/plan/1900")]
    public async Task They_keep_to_the_rules(string address)
    {
        var page = await site.Visitor();
        await page.GotoAsync(address);

        Assert.Empty(await PageRules.OfStructure(page, DemoSite.Name));
        Assert.Empty(await PageRules.OfKeyboard(page));
        foreach (var width in new[] { PageRules.Wide, PageRules.Narrow })
        {
            await PageRules.Widen(page, width);
            Assert.Empty(await PageRules.OfWidth(page));
            Assert.Empty(await PageRules.OfAxe(page));
        }
    }

    [Fact]
    public async Task A_form_with_errors_keeps_to_the_rules()
    {
        var page = await site.Visitor(PageRules.Narrow);
        await page.GotoAsync("/sign-in");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await Microsoft.Playwright.Assertions.Expect(page.Locator(".field-bad")).ToHaveCountAsync(2);

        Assert.Empty(await PageRules.OfStructure(page, DemoSite.Name));
        Assert.Empty(await PageRules.OfAxe(page));
        Assert.Empty(await PageRules.OfWidth(page));
    }
}
