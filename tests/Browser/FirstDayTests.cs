using Gongkai.Platform.Accounts;
using Gongkai.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Gongkai.Browser;

/// <summary>
/// The first day of a new site, in the order in which it happens: the program prints a link, three administrators are named, each chooses a password, one signs in,
/// switches the second factor on, comes back through it, and links the account with an identity provider. No link leads to these pages, so each is held to the rules here.
/// </summary>
public sealed class FirstDayTests(DemoSite browser) : IAsyncDisposable
{
    private const string Name = "政务公开";
    private const string Password = "Correct-Horse-1";

    private static readonly Dictionary<string, string> Named = new()
    {
        ["Government"] = "和源县人民政府",
        ["Office"] = "和源县人民政府办公室",
        ["SystemName"] = "甲一",
        ["SystemLogin"] = "jia.yi",
        ["SecurityName"] = "乙二",
        ["SecurityLogin"] = "yi.er",
        ["AuditName"] = "丙三",
        ["AuditLogin"] = "bing.san",
    };

    private readonly string _folder = TestFolder.Make();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Leads_from_the_printed_link_to_a_sign_in_with_two_factors_and_by_a_provider()
    {
        var page = await browser.Visitor();
        Assert.Equal(0, (await GongkaiProcess.Run(_folder, "migrate", "--data", _folder)).ExitCode);
        await using var provider = await TestProvider.Start();
        await using var program = GongkaiProcess.Start(null, _folder, ["serve", "--data", _folder, "--urls", "http://127.0.0.1:0"], new Dictionary<string, string>
        {
            ["GONGKAI_SIGNIN__OPENID__AUTHORITY"] = provider.Address,
            ["GONGKAI_SIGNIN__OPENID__CLIENTID"] = TestProvider.Client,
            ["GONGKAI_SIGNIN__OPENID__CLIENTSECRET"] = TestProvider.Secret,
        });
        var setUp = (await program.LineWith("初次设置 ")).Split(' ')[1];
        var door = $"{await program.Address()}/sign-in";

        await OpensByTheRules(page, setUp);
        await Press(page, "完成设置");
        await KeepsToTheRules(page); // with every field in error
        foreach (var (field, typed) in Named) await page.Locator($"#{field}").FillAsync(typed);
        await Press(page, "完成设置");
        await KeepsToTheRules(page);
        var links = await page.Locator("code").AllTextContentsAsync();
        Assert.Equal(3, links.Count);

        await OpensByTheRules(page, links[0]);
        foreach (var field in await page.Locator("main input[type=password]").AllAsync()) await field.FillAsync(Password);
        await Press(page, "设置密码");
        await OpensByTheRules(page, links[0]); // used up
        await OpensByTheRules(page, setUp); // used up

        await SignIn(page, door);
        var (secret, spare) = await SwitchFactorOn(page, door);
        await Press(page, "退出");
        await SignIn(page, door);
        Assert.EndsWith("/sign-in/code", new Uri(page.Url).AbsolutePath, StringComparison.Ordinal);
        await OpensByTheRules(page, page.Url);
        await page.Locator("#Code").FillAsync(NextCode(secret));
        await Press(page, "登录");
        await page.WaitForURLAsync("**/console**");

        await OpensByTheRules(page, new Uri(new Uri(door), "/console/account/provider").ToString()); // nothing was confirmed
        await OpensByTheRules(page, new Uri(new Uri(door), "/sign-in/provider/link").ToString()); // comes back from the provider
        Assert.EndsWith("/console/account/provider", new Uri(page.Url).AbsolutePath, StringComparison.Ordinal);
        await Press(page, "关联");
        await KeepsToTheRules(page); // without the password
        await page.Locator("#Password").FillAsync(Password);
        await Press(page, "关联");
        await Assertions.Expect(page.GetByText("已关联。")).ToBeVisibleAsync();
        await Press(page, "退出");
        await page.GotoAsync(door);
        await page.GetByRole(AriaRole.Link, new() { Name = "统一身份认证" }).ClickAsync();
        await page.Locator("#Code").FillAsync(spare); // the provider stands for the password alone
        await Press(page, "登录");
        await page.WaitForURLAsync("**/console**");
        await Press(page, "退出");
        await page.WaitForURLAsync("**/sign-out/provider**");
        await OpensByTheRules(page, page.Url);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        TestFolder.Remove(_folder);
        return ValueTask.CompletedTask;
    }

    private static async Task KeepsToTheRules(IPage page)
    {
        Assert.Empty(await PageRules.OfStructure(page, Name));
        foreach (var width in new[] { PageRules.Wide, PageRules.Narrow })
        {
            await PageRules.Widen(page, width);
            Assert.Empty(await PageRules.OfWidth(page));
            Assert.Empty(await PageRules.OfAxe(page));
        }
    }

    /// <summary>A page that was just opened, where the keyboard begins at the beginning.</summary>
    private static async Task OpensByTheRules(IPage page, string address)
    {
        await page.GotoAsync(address);
        Assert.Empty(await PageRules.OfKeyboard(page));
        await KeepsToTheRules(page);
    }

    private static async Task SignIn(IPage page, string door)
    {
        await page.GotoAsync(door);
        await page.GetByLabel("用户名").FillAsync("jia.yi");
        await page.GetByLabel("密码").FillAsync(Password);
        await Press(page, "登录");
    }

    /// <returns>The secret that an app would keep, and a code for when the app is lost.</returns>
    private static async Task<(byte[] Secret, string Spare)> SwitchFactorOn(IPage page, string door)
    {
        await page.GotoAsync(new Uri(new Uri(door), "/console/account/factor").ToString());
        var secret = FromBase32((await page.Locator("code.secret").TextContentAsync())!);
        await page.Locator("#Password").FillAsync(Password);
        await page.Locator("#Code").FillAsync(Totp.Code(secret, Totp.StepAt(TimeProvider.System.GetUtcNow())));
        await Press(page, "启用");
        await Assertions.Expect(page.Locator("ol.codes li")).ToHaveCountAsync(10);
        await KeepsToTheRules(page);
        return (secret, (await page.Locator("ol.codes li").First.TextContentAsync())!);
    }

    /// <summary>The code after the present one: that was used to switch the factor on, and the door takes the neighbours of the present one too.</summary>
    private static string NextCode(byte[] secret) => Totp.Code(secret, Totp.StepAt(TimeProvider.System.GetUtcNow()) + 1);

    private static Task Press(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    private static byte[] FromBase32(string spelt)
    {
        var (bits, held, bytes) = (0, 0, new List<byte>());
        foreach (var letter in spelt.Where(char.IsAsciiLetterOrDigit))
        {
            (bits, held) = ((bits << 5) | (letter >= 'A' ? letter - 'A' : letter - '2' + 26), held + 5);
            if (held < 8) continue;
            held -= 8;
            bytes.Add((byte)(bits >> held));
            bits &= (1 << held) - 1;
        }
        return [.. bytes];
    }
}
