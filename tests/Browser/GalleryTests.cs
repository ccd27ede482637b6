using Xunit;

namespace Gongkai.Browser;

/// <summary>
/// Every component in every state, photographed as visitors may see it. The pictures lie in <c>artifacts/gallery</c> for people to look at;
/// the test looks for what axe objects to and for what runs over the edge.
/// </summary>
public sealed class GalleryTests(DemoSite site)
{
    [Theory]
    [InlineData(PageRules.Wide, "normal", "ltr", "normal")]
    [InlineData(PageRules.Wide, "normal", "rtl", "normal")]
    [InlineData(PageRules.Wide, "high", "ltr", "normal")]
    [InlineData(PageRules.Wide, "high", "rtl", "normal")]
    [InlineData(PageRules.Wide, "normal", "ltr", "elder")]
    [InlineData(PageRules.Narrow, "normal", "ltr", "normal")]
    [InlineData(PageRules.Narrow, "normal", "rtl", "normal")]
    [InlineData(PageRules.Narrow, "high", "ltr", "normal")]
    [InlineData(PageRules.Narrow, "high", "rtl", "normal")]
    [InlineData(PageRules.Narrow, "normal", "ltr", "elder")]
    public async Task The_components_have_no_violation(int width, string contrast, string direction, string size)
    {
        var page = await site.Visitor(width);
        await page.GotoAsync("/components");
        await page.EvaluateAsync("direction => { document.documentElement.dir = direction; }", direction);
        await PageRules.Show(page, contrast, size);
        await PageRules.Widen(page, width);
        List<string> breaches = [.. await PageRules.OfStructure(page, DemoSite.Name), .. await PageRules.OfWidth(page), .. await PageRules.OfAxe(page)];
        await page.ScreenshotAsync(new() { FullPage = true, Path = Path.Combine(Pictures, $"{width}-{contrast}-{direction}-{size}.png") });

        Assert.Empty(breaches);
    }

    [Theory]
    [InlineData("console")]
    [InlineData("plain")]
    public async Task The_other_frames_keep_to_the_rules(string frame)
    {
        var page = await site.Visitor();
        await page.GotoAsync($"/components?frame={frame}");
        Assert.Empty(await PageRules.OfStructure(page, DemoSite.Name));
        foreach (var width in new[] { PageRules.Wide, PageRules.Narrow })
        {
            await PageRules.Widen(page, width);
            Assert.Empty(await PageRules.OfWidth(page));
            Assert.Empty(await PageRules.OfAxe(page));
            await page.ScreenshotAsync(new() { FullPage = true, Path = Path.Combine(Pictures, $"{width}-{frame}.png") });
        }
    }

    internal static string Pictures { get; } = Path.Combine(Repository() ?? AppContext.BaseDirectory, "artifacts", "gallery");

    private static string? Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Gongkai.slnx"))) folder = folder.Parent;
        return folder?.FullName;
    }
}
