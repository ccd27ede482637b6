using Gongkai.Testing;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Gongkai.Browser.DemoSite))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Gongkai.Browser;

/// <summary>
/// The command of the README, run as a newcomer runs it: the real program in a process of its own with the invented city in it,
/// and Debian's Chromium in front. One for all tests of this project; tests that change something choose things of their own.
/// </summary>
public sealed class DemoSite : IAsyncLifetime
{
    /// <summary>What the site calls itself.</summary>
    public const string Name = "云泽市政务公开";

    /// <summary>Signs in as the openness officer (主管部门).</summary>
    public const string Officer = "shen.yan";

    private readonly string _folder = TestFolder.Make();
    private GongkaiProcess? _program;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private string _password = "";
    private readonly Dictionary<string, string> _signedIn = [];

    /// <summary>Address of the site, without a slash at its end.</summary>
    public string Address { get; private set; } = "";

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (Chromium.WhyNot is not null) return;
        _program = GongkaiProcess.Start(_folder, "demo", "--data", Path.Combine(_folder, "data"), "--urls", "http://127.0.0.1:0");
        Address = await _program.Address();
        _password = (await _program.LineWith("以下账号的密码都是")).Split(' ')[1];
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Program, Args = Chromium.Flags });
    }

    /// <summary>A window of somebody who is not signed in.</summary>
    /// <param name="width">Width in CSS pixels.</param>
    /// <param name="scripts">False for a browser without scripts.</param>
    public Task<IPage> Visitor(int width = PageRules.Wide, bool scripts = true) => Window(width, scripts, null);

    /// <summary>A window of somebody who has signed in; each person signs in once for all tests.</summary>
    public async Task<IPage> SignedIn(string login, int width = PageRules.Wide, bool scripts = true)
    {
        if (!_signedIn.TryGetValue(login, out var cookies))
        {
            var door = await Visitor();
            await SignIn(door, login);
            _signedIn[login] = cookies = await door.Context.StorageStateAsync();
            await door.Context.CloseAsync();
        }
        var page = await Window(width, scripts, cookies);
        await page.GotoAsync("/console");
        return page;
    }

    /// <summary>Fills in the form at the door and goes through.</summary>
    public async Task SignIn(IPage page, string login)
    {
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("用户名").FillAsync(login);
        await page.GetByLabel("密码").FillAsync(_password);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await page.WaitForURLAsync("**/console**");
    }

    private async Task<IPage> Window(int width, bool scripts, string? cookies)
    {
        Assert.SkipWhen(Chromium.WhyNot is not null, Chromium.WhyNot ?? "");
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = Address,
            ViewportSize = new() { Width = width, Height = 1000 },
            JavaScriptEnabled = scripts,
            StorageState = cookies,
            Locale = "zh-CN",
            ReducedMotion = ReducedMotion.Reduce,
        });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(20_000);
        return page;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_program is not null) await _program.DisposeAsync();
        TestFolder.Remove(_folder);
    }
}
