using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Gongkai.Browser;

/// <summary>What every page of the site keeps to. Each rule lists its breaches in words; an empty list is a page that may stand.</summary>
internal static class PageRules
{
    public const int Wide = 1440;
    public const int Narrow = 390;

    private static readonly string Structure = Script("page-rules.js");
    private static readonly string Focus = Script("focus-rules.js");
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>Language, title, headings, landmarks, links.</summary>
    /// <param name="page">The page.</param>
    /// <param name="siteName">What its title must end in.</param>
    public static async Task<IEnumerable<string>> OfStructure(IPage page, string siteName)
    {
        var title = await page.TitleAsync();
        IEnumerable<string> breaches = await page.EvaluateAsync<string[]>(Structure);
        var first = new Uri(page.Url).AbsolutePath == "/";
        return first ? title == siteName ? breaches : breaches.Append($"the first page is called “{title}”")
            : title.EndsWith($" - {siteName}", StringComparison.Ordinal) && title.Length > siteName.Length + 3 ? breaches
            : breaches.Append($"“{title}” is no title of its own that ends in the site's name");
    }

    /// <summary>
    /// Nothing axe objects to. Run in the page itself: the way around through a fresh window, which the library takes for the sake of
    /// frames from elsewhere, costs two seconds a page, and no page of this site has a frame.
    /// </summary>
    public static async Task<IEnumerable<string>> OfAxe(IPage page)
    {
        if (page.Frames.Count > 1) return ["a frame, which axe would not look into"];
        if (!await page.EvaluateAsync<bool>("'axe' in window")) await page.EvaluateAsync(Axe);
        return await page.EvaluateAsync<string[]>("""
            async () => (await axe.run(document, { resultTypes: ["violations"] })).violations.map(rule =>
                `axe ${rule.id}: ${rule.help} at ${rule.nodes.slice(0, 3).map(node => `${node.target} ${node.html.slice(0, 120)}`).join(", ")}`)
            """);
    }

    /// <summary>The page is as wide as the window, so that nobody has to push it to and fro.</summary>
    public static async Task<IEnumerable<string>> OfWidth(IPage page)
    {
        var (content, window) = (await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), await page.EvaluateAsync<int>("window.innerWidth"));
        return content <= window ? [] : [$"the page is {content} wide in a window of {window}"];
    }

    /// <summary>The first stop of the keyboard leads past the head, and every control takes and shows the focus.</summary>
    public static async Task<IEnumerable<string>> OfKeyboard(IPage page)
    {
        await page.Keyboard.PressAsync("Tab");
        if (!await page.EvaluateAsync<bool>("document.activeElement.matches('.skip') && document.activeElement.getBoundingClientRect().top >= 0"))
            return [$"the first stop of the keyboard is no visible skip link but {await page.EvaluateAsync<string>("document.activeElement.outerHTML.slice(0, 120)")}"];
        await page.Keyboard.PressAsync("Enter");
        if (!await page.EvaluateAsync<bool>("document.activeElement === document.querySelector('#main')")) return ["the skip link does not lead into main"];
        await page.Keyboard.PressAsync("Tab");
        return await page.EvaluateAsync<string[]>(Focus);
    }

    /// <summary>Makes the window this wide and waits until the page has drawn itself anew.</summary>
    public static async Task Widen(IPage page, int width)
    {
        await page.SetViewportSizeAsync(width, 1000);
        await page.EvaluateAsync("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
    }

    /// <summary>Shows the page as a visitor sees it who chose this, without asking the server again: the choice is two marks on the page.</summary>
    public static async Task Show(IPage page, string contrast, string size) =>
        await page.EvaluateAsync("([contrast, size]) => { document.documentElement.dataset.contrast = contrast; document.documentElement.dataset.size = size; }", new[] { contrast, size });

    private static string Script(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, name));
}
