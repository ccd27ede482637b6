using Gongkai.Platform.Data;
using Gongkai.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Gongkai.Browser;

/// <summary>What a person meets at the door after failing three times, in a real browser: with scripts it works by itself, without them it waits.</summary>
public sealed class ProofOfWorkTests : IAsyncLifetime
{
    private readonly Site _site = new Site(Engine.Sqlite).OnNetwork().Setting("Proxies", "127.0.0.1").Setting("Site:Name", DemoSite.Name);
    private readonly List<string> _complaints = [];
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (Chromium.WhyNot is not null) return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Program, Args = Chromium.Flags });
        await _site.AddAccount("li.qiang");
    }

    [Fact]
    public async Task The_browser_works_by_itself_and_the_person_is_signed_in()
    {
        var page = await FailedThreeTimes();
        var state = page.Locator("#proof [role=status]");
        await Assertions.Expect(state).ToHaveTextAsync("提交之前由浏览器自动完成，不用做什么。");

        await Fill(page, Site.Password);
        await Assertions.Expect(state).ToHaveTextAsync("检查完成，可以提交。");
        await Photograph(page, "solved");
        await Send(page);

        await page.WaitForURLAsync("**/console**");
        Assert.Empty(_complaints);
    }

    [Fact]
    public async Task A_form_sent_at_once_waits_for_the_work_and_goes_by_itself()
    {
        var page = await FailedThreeTimes();
        await Assertions.Expect(page.Locator("#proof")).ToHaveAttributeAsync("data-state", "ready");
        await page.EvaluateAsync(
            """
            password => {
              document.querySelector("#Password").value = password;
              document.querySelector("#UserName").form.requestSubmit();
            }
            """,
            Site.Password);

        await page.WaitForURLAsync("**/console**");
        Assert.Empty(_complaints);
    }

    [Fact]
    public async Task Work_that_fails_can_be_tried_again_from_the_keyboard()
    {
        var page = await FailedThreeTimes();
        await page.RouteAsync("**/proof?*", route => route.AbortAsync());
        await Fill(page, Site.Password);
        await Assertions.Expect(page.Locator("#proof [role=status]")).ToContainTextAsync("没有检查成功");
        Assert.Empty(await PageRules.OfAxe(page));
        await Photograph(page, "failed");

        await page.UnrouteAsync("**/proof?*");
        await page.GetByLabel("密码").PressAsync("Tab");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "再检查一次" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#proof [role=status]")).ToHaveTextAsync("检查完成，可以提交。");
        await Send(page);

        await page.WaitForURLAsync("**/console**");
    }

    [Fact]
    public async Task Without_scripts_the_page_says_how_long_to_wait_and_then_lets_in()
    {
        var page = await FailedThreeTimes(scripts: false);
        await Assertions.Expect(page.Locator("#proof")).ToContainTextAsync("请在 20 秒后提交。");
        await Fill(page, Site.Password);
        await Send(page);
        await Assertions.Expect(page.Locator("#proof-error")).ToContainTextAsync("请再等 20 秒提交");
        await Assertions.Expect(page.GetByLabel("用户名")).ToHaveValueAsync("li.qiang");

        _site.Clock.Pass(TimeSpan.FromSeconds(20));
        await Fill(page, Site.Password);
        await Send(page);

        await page.WaitForURLAsync("**/console**");
    }

    [Theory]
    [InlineData(PageRules.Wide, "ltr")]
    [InlineData(PageRules.Narrow, "ltr")]
    [InlineData(PageRules.Narrow, "rtl")]
    public async Task The_page_keeps_to_the_rules_in_every_state(int width, string direction)
    {
        var page = await FailedThreeTimes();
        await page.EvaluateAsync("direction => { document.documentElement.dir = direction; }", direction);
        await PageRules.Widen(page, width);
        await Assertions.Expect(page.Locator("#proof")).ToHaveAttributeAsync("data-state", "ready");
        await KeepsToTheRules($"ready-{width}-{direction}");

        await Fill(page, "Wrong-Horse-2");
        await Assertions.Expect(page.Locator("#proof [role=status]")).ToHaveTextAsync("检查完成，可以提交。");
        await KeepsToTheRules($"solved-{width}-{direction}");

        // A proof that is none: the answer says so at its place.
        await page.EvaluateAsync("document.querySelector('[name=proof]').value = 'AAAA'");
        await Send(page);
        await Assertions.Expect(page.Locator("#proof-error")).ToContainTextAsync("没有通过自动检查");
        await page.EvaluateAsync("direction => { document.documentElement.dir = direction; }", direction);
        await KeepsToTheRules($"refused-{width}-{direction}");
        Assert.Empty(_complaints);

        async Task KeepsToTheRules(string state)
        {
            await Photograph(page, state);
            Assert.Empty(await PageRules.OfStructure(page, DemoSite.Name));
            Assert.Empty(await PageRules.OfWidth(page));
            Assert.Empty(await PageRules.OfAxe(page));
        }
    }

    [Fact]
    public async Task Only_pages_with_such_a_form_load_its_script()
    {
        var page = await Window(scripts: true);
        var loaded = new List<string>();
        page.Request += (_, request) => loaded.Add(new Uri(request.Url).AbsolutePath);

        await page.GotoAsync("/sign-in", new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.DoesNotContain(loaded, path => path.Contains("proofs", StringComparison.Ordinal));
        await page.GotoAsync("/components", new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.Contains(loaded, path => path.Contains("/bundle/proofs-", StringComparison.Ordinal));
        Assert.DoesNotContain("/proof", loaded);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        await _site.DisposeAsync();
    }

    private async Task<IPage> FailedThreeTimes(bool scripts = true)
    {
        var page = await Window(scripts);
        await page.GotoAsync("/sign-in");
        for (var at = 0; at < 3; at++)
        {
            await Assertions.Expect(page.Locator("#proof")).ToHaveCountAsync(0);
            await Fill(page, "Wrong-Horse-2");
            await Send(page);
            await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("用户名或密码不对");
        }
        return page;
    }

    private async Task<IPage> Window(bool scripts)
    {
        Assert.SkipWhen(Chromium.WhyNot is not null, Chromium.WhyNot ?? "");
        var context = await _browser!.NewContextAsync(new() { BaseURL = await _site.Address(), JavaScriptEnabled = scripts, Locale = "zh-CN", ReducedMotion = ReducedMotion.Reduce });
        var page = await context.NewPageAsync();
        page.Console += (_, line) =>
        {
            if (line.Type is "error" or "warning") _complaints.Add(line.Text);
        };
        page.PageError += (_, error) => _complaints.Add(error);
        return page;
    }

    private static async Task Fill(IPage page, string password)
    {
        await page.GetByLabel("用户名").FillAsync("li.qiang");
        await page.GetByLabel("密码").FillAsync(password);
    }

    private static Task Send(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();

    private static Task<byte[]> Photograph(IPage page, string state) =>
        page.ScreenshotAsync(new() { FullPage = true, Caret = ScreenshotCaret.Initial, Path = Path.Combine(GalleryTests.Pictures, $"proof-{state}.png") });
}
