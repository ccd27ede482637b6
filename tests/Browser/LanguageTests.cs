using Microsoft.Playwright;
using Xunit;

namespace Gongkai.Browser;

/// <summary>The site in the visitor's language: English throughout the portal, Uyghur around it; what is official stays Chinese and is marked so.</summary>
public sealed class LanguageTests(DemoSite site)
{
    private static readonly string Foreign = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "foreign-text.js"));

    [Fact]
    public async Task The_portal_speaks_english_and_marks_what_stays_chinese()
    {
        var page = await In("en");
        var breaches = new List<string>();
        var (pages, dead) = await Crawl.Walk(page, "/", 2, 0, route => !route.IsOfConsole, async stop =>
        {
            breaches.AddRange((await Breaches(page, "en", "ltr", "body")).Select(breach => $"{stop.Address}: {breach}"));
            if (stop.IsFirst) breaches.AddRange((await PageRules.OfAxe(page)).Select(breach => $"{stop.Address}: {breach}"));
        });

        Assert.True(breaches.Count + dead.Count == 0, string.Join('\n', breaches.Concat(dead)));
        Assert.True(pages.Count >= 5, string.Join(' ', pages));
    }

    [Theory]
    [InlineData("en", "ltr", "Sign in")]
    [InlineData("ug", "rtl", "كىرىش")]
    public async Task The_door_and_the_pages_of_failure_speak_the_language_of_the_visitor(string language, string direction, string signIn)
    {
        var page = await In(language, PageRules.Narrow);
        await page.GotoAsync("/sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = signIn }).ClickAsync();
        await Assertions.Expect(page.Locator(".field-bad")).ToHaveCountAsync(2);
        Assert.Empty(await Breaches(page, language, direction, "body"));
        Assert.Empty(await PageRules.OfAxe(page));

        await page.GotoAsync("/no-such-page");
        Assert.Empty(await Breaches(page, language, direction, "body"));
    }

    [Theory]
    [InlineData(PageRules.Wide)]
    [InlineData(PageRules.Narrow)]
    public async Task The_frame_speaks_uyghur_from_right_to_left_around_chinese_pages(int width)
    {
        var page = await In("ug", width);
        foreach (var address in new[] { "/", "/plan/2026", "/plan/2026/organs" })
        {
            await page.GotoAsync(address);
            await page.Locator(".display-bar > summary").ClickAsync();
            Assert.Empty(await Breaches(page, "ug", "rtl", "header, footer"));
            Assert.Equal("zh-Hans ltr", await page.EvaluateAsync<string>("`${document.querySelector('#main').lang} ${document.querySelector('#main').dir}`"));
            Assert.Empty(await PageRules.OfAxe(page));
        }
    }

    [Fact]
    public async Task Days_are_written_as_readers_of_the_page_are_used_to_and_machines_read_one_form()
    {
        var page = await In("en");
        await page.GotoAsync("/plan/2026");
        var day = page.Locator(".page-head time").First;

        Assert.Matches("^[0-9]{1,2} [A-Z][a-z]{2} 2026$", await day.InnerTextAsync());
        Assert.Matches("^2026-[0-9]{2}-[0-9]{2}$", (await day.GetAttributeAsync("datetime"))!);
    }

    [Fact]
    public async Task Pages_of_staff_speak_chinese_whatever_was_chosen_outside()
    {
        var page = await site.SignedIn(DemoSite.Officer);
        await page.GotoAsync("/display?lang=ug&back=/console");

        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "zh-Hans");
        await Assertions.Expect(page.Locator(".desk-bar [lang]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_word_that_was_forgotten_is_found_out()
    {
        var page = await site.Visitor();
        await page.SetContentAsync("<html lang=en><body><p>Plan</p><p lang=zh-Hans>要点</p><p>任务</p><input aria-label=状态></body></html>");

        Assert.Equal(["p: 任务", "input aria-label: 状态"], await page.EvaluateAsync<string[]>(Foreign, "body"));
    }

    private static async Task<IEnumerable<string>> Breaches(IPage page, string language, string direction, string within)
    {
        var (lang, dir) = (await page.Locator("html").GetAttributeAsync("lang"), await page.Locator("html").GetAttributeAsync("dir"));
        IEnumerable<string> breaches = [.. await page.EvaluateAsync<string[]>(Foreign, within), .. await PageRules.OfStructure(page, DemoSite.Name), .. await PageRules.OfWidth(page)];
        return lang == language && dir == direction ? breaches : breaches.Append($"the page says it is {lang} {dir}");
    }

    private async Task<IPage> In(string language, int width = PageRules.Wide)
    {
        var page = await site.Visitor(width);
        await page.GotoAsync($"/display?lang={language}&back=/");
        return page;
    }
}
