using Microsoft.Playwright;
using Xunit;

namespace Gongkai.Browser;

/// <summary>The openness officer drops in a plan document of the office's own and gets a ledger.</summary>
public sealed class OfficerJourneyTests(DemoSite site)
{
    /// <summary>An invented plan with one of everything that asks for an eye: an unknown unit, and 定期 without a rhythm.</summary>
    private const string Plan = """
        云泽市数据开放专项工作要点
        一、夯实基础
        1.市大数据局牵头编制全市公共数据目录，2027年6月底前完成。（牵头单位：市大数据局，责任单位：市直有关部门）
        2.定期公布目录更新情况。（责任单位：市大数据局、市宇航局）
        云泽市数据开放领导小组办公室
        2027年1月8日
        """;

    [Fact]
    public async Task A_plan_becomes_a_ledger_after_every_doubt_is_settled()
    {
        var page = await site.SignedIn(DemoSite.Officer);
        await page.GotoAsync("/console/plans");
        await page.Locator("#paper").SetInputFilesAsync(new FilePayload { Name = "数据开放.txt", MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes(Plan) });
        await page.GetByRole(AriaRole.Button, new() { Name = "导入" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("云泽市数据开放专项工作要点");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "立账" })).ToBeDisabledAsync();

        await page.GotoAsync(page.Url.Split('#', '?')[0] + "?task=2");
        await page.GetByLabel("机构或单位组").Nth(1).FillAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存这项任务" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已保存");
        await SettleAll(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "立账" }).ClickAsync();
        await page.WaitForURLAsync("**/console/ledger*");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已立账");
    }

    [Fact]
    public async Task An_unreadable_file_gets_one_sentence_that_says_what_to_do()
    {
        var page = await site.SignedIn(DemoSite.Officer);
        await page.GotoAsync("/console/plans");
        await page.Locator("#paper").SetInputFilesAsync(new FilePayload { Name = "要点.docx", MimeType = "application/octet-stream", Buffer = [0x50, 0x4b, 3, 4, 0, 0] });
        await page.GetByRole(AriaRole.Button, new() { Name = "导入" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("请");
    }

    [Fact]
    public async Task Every_number_of_the_ledger_opens_the_lines_behind_it()
    {
        var page = await site.SignedIn(DemoSite.Officer);
        await page.GotoAsync("/console/ledger");
        foreach (var address in await page.Locator(".strip a").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))"))
        {
            await page.GotoAsync(address);
            var number = await page.Locator(".strip a[aria-current] b").First.InnerTextAsync();
            await Assertions.Expect(page.Locator(".pager-total")).ToContainTextAsync(int.Parse(number, System.Globalization.CultureInfo.InvariantCulture).ToString("N0", System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private static async Task SettleAll(IPage page)
    {
        for (var left = 0; left < 60; left++)
        {
            var settle = page.GetByRole(AriaRole.Button, new() { Name = "核对无误或已改正" });
            if (await settle.CountAsync() == 0) return;
            await settle.First.ClickAsync();
            await page.WaitForLoadStateAsync();
        }
    }
}
