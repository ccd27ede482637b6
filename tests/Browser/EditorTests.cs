using Microsoft.Playwright;
using Xunit;

namespace Gongkai.Browser;

/// <summary>The editor of the console: what is written in it, or pasted into it, is what the reader sees, and nothing of it is lost on the way.</summary>
public sealed class EditorTests(DemoSite site)
{
    /// <summary>A clerk of the education bureau.</summary>
    private const string Clerk = "xu.lanting";

    private const string FromWord = """
        <html xmlns:o="urn:schemas-microsoft-com:office:office"><body><p class="MsoNormal" style="font-family:黑体;color:red"><b>二、报名材料</b></p>
        <p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·</span>户口簿</p><p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·</span>居住证</p>
        <table border="1"><tr><td colspan="2">名额</td></tr><tr><td>第一小学<br>东校区</td><td>120</td></tr></table></body></html>
        """;

    [Fact]
    public async Task What_is_written_with_its_buttons_is_what_is_saved()
    {
        var page = await Begin("编辑器试写");
        await Sheet(page).ClickAsync();
        await page.GetByLabel("段落样式").SelectOptionAsync("2");
        await page.Keyboard.TypeAsync("一、报名时间");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("报名从");
        await Tool(page, "加粗").ClickAsync();
        await page.Keyboard.TypeAsync("3月20日");
        await Assertions.Expect(Tool(page, "加粗")).ToHaveAttributeAsync("aria-pressed", "true");
        await Tool(page, "加粗").ClickAsync();
        await page.Keyboard.TypeAsync("开始。");
        await page.Keyboard.PressAsync("Enter");
        await Tool(page, "插入表格").ClickAsync();
        await page.Keyboard.TypeAsync("学校");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("名额");
        await Tool(page, "删除列").ClickAsync();
        await Tool(page, "删除行").ClickAsync();
        await page.Keyboard.TypeAsync("第一小学");

        await page.GetByRole(AriaRole.Button, new() { Name = "保存并查看" }).ClickAsync();

        var text = page.Locator("main .text");
        await Assertions.Expect(text.Locator("h2")).ToHaveTextAsync("一、报名时间");
        await Assertions.Expect(text.Locator("p").First).ToHaveTextAsync("报名从3月20日开始。");
        await Assertions.Expect(text.Locator("strong")).ToHaveTextAsync("3月20日");
        await Assertions.Expect(text.Locator("table")).ToContainTextAsync("第一小学");
    }

    [Fact]
    public async Task A_paste_from_Word_comes_in_as_headings_lists_and_merged_tables_and_survives_the_next_change()
    {
        var page = await Begin("编辑器粘贴");
        await Paste(page, FromWord, "二、报名材料");
        await Assertions.Expect(Sheet(page).Locator("h2")).ToHaveTextAsync("二、报名材料");
        await Assertions.Expect(Sheet(page).Locator("li")).ToHaveTextAsync(["户口簿", "居住证"]);
        Assert.Equal(0, await Sheet(page).Locator("[style]:not(img), font, span").CountAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("已保存");
        var stored = await page.Locator("textarea.manuscript").InputValueAsync();
        await page.EvaluateAsync("window.isBefore = true");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await page.WaitForFunctionAsync("!window.isBefore");
        await Assertions.Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("已保存");
        Assert.Equal(stored, await page.Locator("textarea.manuscript").InputValueAsync()); // untouched, it is saved as it was

        await Sheet(page).Locator("li").Last.ClickAsync();
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.TypeAsync("原件");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存并查看" }).ClickAsync();

        var text = page.Locator("main .text");
        await Assertions.Expect(text.Locator("li")).ToHaveTextAsync(["户口簿", "居住证原件"]);
        await Assertions.Expect(text.Locator("table [colspan='2']")).ToHaveTextAsync("名额");
        Assert.Equal("第一小学\n东校区", await text.Locator("tr").Last.Locator("td, th").First.InnerTextAsync());
    }

    [Fact]
    public async Task A_word_that_is_pasted_stays_in_its_sentence_and_goes_along_with_a_save_at_once()
    {
        var page = await Begin("编辑器句中粘贴");
        await Sheet(page).ClickAsync();
        await page.Keyboard.TypeAsync("报名从开始。");
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("ArrowLeft");
        var held = new TaskCompletionSource();
        await page.RouteAsync("**/edit?handler=paste", async route =>
        {
            await held.Task;
            await route.ContinueAsync();
        });
        await Paste(page, "<p class=\"MsoNormal\"><b>3月20日</b></p>", "3月20日", click: false);
        await page.GetByRole(AriaRole.Button, new() { Name = "保存并查看" }).ClickAsync();
        held.SetResult();

        await Assertions.Expect(page.Locator("main .text p")).ToHaveTextAsync(["报名从3月20日开始。"]);
        await Assertions.Expect(page.Locator("main .text strong")).ToHaveTextAsync("3月20日");
    }

    [Fact]
    public async Task A_line_can_be_written_behind_a_table_and_three_lines_become_a_list()
    {
        var page = await Begin("编辑器表格之后");
        await Sheet(page).ClickAsync();
        await Tool(page, "插入表格").ClickAsync();
        await Sheet(page).Locator("> p").Last.ClickAsync();
        await page.Keyboard.TypeAsync("云泽市教育局");
        await Tool(page, "落款靠右").ClickAsync();
        await page.Keyboard.PressAsync("Enter");
        await Tool(page, "落款靠右").ClickAsync();
        foreach (var line in new[] { "户口簿", "居住证", "照片" })
        {
            await page.Keyboard.TypeAsync(line);
            if (line != "照片") await page.Keyboard.PressAsync("Enter");
        }
        for (var up = 0; up < 2; up++) await page.Keyboard.PressAsync("Shift+ArrowUp");
        await Tool(page, "项目列表").ClickAsync();
        await Tool(page, "链接").ClickAsync();
        await page.GetByLabel("网址").FillAsync("www.example.gov.cn");
        await page.GetByRole(AriaRole.Button, new() { Name = "确定" }).ClickAsync();
        await Assertions.Expect(page.Locator("dialog[open] .error")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "取消" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "保存并查看" }).ClickAsync();

        var text = page.Locator("main .text");
        await Assertions.Expect(text.Locator("p.end")).ToHaveTextAsync("云泽市教育局");
        await Assertions.Expect(text.Locator("li")).ToHaveTextAsync(["户口簿", "居住证", "照片"]);
    }

    [Fact]
    public async Task Where_the_server_does_not_answer_the_words_are_pasted_all_the_same()
    {
        var page = await Begin("编辑器断线");
        await page.RouteAsync("**/edit?handler=paste", route => route.AbortAsync());
        await Paste(page, FromWord, "报名材料：户口簿");
        await Assertions.Expect(Sheet(page)).ToContainTextAsync("报名材料：户口簿");
        await Assertions.Expect(page.Locator(".editor [role=status]")).ToContainTextAsync("只粘贴了文字");
    }

    [Fact]
    public async Task An_untouched_text_is_left_at_once_and_a_changed_one_not_without_a_question()
    {
        var page = await Begin("编辑器离开");
        var asked = 0;
        page.Dialog += async (_, dialog) =>
        {
            asked++;
            await dialog.AcceptAsync();
        };
        await page.GotoAsync(page.Url);
        Assert.Equal(0, asked);

        await Sheet(page).ClickAsync();
        await page.Keyboard.TypeAsync("还没有保存的一段");
        await page.GotoAsync("/console/documents");

        Assert.Equal(1, asked);
    }

    private async Task<IPage> Begin(string title)
    {
        var page = await site.SignedIn(Clerk);
        await page.GotoAsync("/console/documents/new");
        await page.GetByLabel("文件类型").SelectOptionAsync(new SelectOptionValue { Label = "其他公文" });
        await page.GetByLabel("标题").FillAsync(title);
        await page.GetByRole(AriaRole.Button, new() { Name = "开始", Exact = true }).ClickAsync();
        await Assertions.Expect(Sheet(page)).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("textarea.manuscript")).ToBeHiddenAsync();
        return page;
    }

    private static ILocator Sheet(IPage page) => page.GetByRole(AriaRole.Textbox, new() { Name = "正文", Exact = true });

    private static ILocator Tool(IPage page, string name) => page.GetByRole(AriaRole.Toolbar).GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>Pastes as a browser does that was given this by another program.</summary>
    private static async Task Paste(IPage page, string html, string plain, bool click = true)
    {
        if (click) await Sheet(page).ClickAsync();
        await Sheet(page).EvaluateAsync("""
            (sheet, [html, plain]) => {
              const clipboardData = new DataTransfer();
              clipboardData.setData("text/html", html);
              clipboardData.setData("text/plain", plain);
              sheet.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
            }
            """, new[] { html, plain });
    }
}
