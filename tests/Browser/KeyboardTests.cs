using Microsoft.Playwright;
using Xunit;

namespace Gongkai.Browser;

/// <summary>Everything can be done without a mouse.</summary>
public sealed class KeyboardTests(DemoSite site)
{
    private const int Patience = 120;

    [Theory]
    [InlineData("/", false)]
    [InlineData("/plan/2026/organs", false)]
    [InlineData("/components?frame=plain", false)]
    [InlineData("/console", true)]
    [InlineData("/console/plans", true)]
    public async Task The_tab_key_visits_every_control_in_the_order_of_the_page(string address, bool staff)
    {
        var page = staff ? await site.SignedIn(DemoSite.Officer) : await site.Visitor();
        await page.GotoAsync(address);
        await page.EvaluateAsync("""
            () => {
              window.visited = [];
              document.addEventListener("focusin", (event) => visited.push(event.target));
            }
            """);
        for (var press = 0; press < Patience; press++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (press > 0 && await page.EvaluateAsync<bool>("document.activeElement === document.body")) break;
        }

        // A group of radios is one stop, and what lies behind the last stop was out of the patience of this test.
        var missed = await page.EvaluateAsync<string[]>("""
            () => {
              const controls = [...document.querySelectorAll("a[href], button, input:not([type=hidden], [type=radio]), select, textarea, summary, [tabindex='0']")]
                .filter((control) => !control.disabled && control.checkVisibility({ visibilityProperty: true }));
              const last = Math.max(...visited.map((control) => controls.indexOf(control)));
              return controls.slice(0, last + 1).filter((control) => !visited.includes(control)).map((control) => control.outerHTML.slice(0, 120));
            }
            """);
        Assert.Empty(missed);
        Assert.True(await page.EvaluateAsync<int>("visited.length") >= 5);
        Assert.True(await page.EvaluateAsync<bool>("""
            visited.every((control, at) => at === 0 || control === visited[at - 1] || Boolean(visited[at - 1].compareDocumentPosition(control) & Node.DOCUMENT_POSITION_FOLLOWING) || at === visited.length - 1)
            """), "the keyboard jumps to and fro");
    }

    [Fact]
    public async Task A_dialog_keeps_the_keyboard_and_gives_it_back()
    {
        var page = await site.Visitor();
        await page.GotoAsync("/components");
        var opener = page.Locator("#set-aside > summary");
        await opener.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("dialog[open]")).ToBeVisibleAsync();

        for (var press = 0; press < 12; press++)
        {
            Assert.True(await page.EvaluateAsync<bool>("Boolean(document.activeElement.closest('dialog[open]')) || document.activeElement === document.body"), "the keyboard left the dialog");
            await page.Keyboard.PressAsync(press < 8 ? "Tab" : "Shift+Tab");
        }
        await page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(page.Locator("dialog[open]")).ToHaveCountAsync(0);
        await Assertions.Expect(opener).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_button_that_calls_a_dialog_off_gives_the_keyboard_back_too()
    {
        var page = await site.Visitor();
        await page.GotoAsync("/components");
        await page.Locator("#set-aside > summary").ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "不办了" }).PressAsync("Enter");

        await Assertions.Expect(page.Locator("#set-aside > summary")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_menu_of_the_console_opens_and_closes_by_keyboard_on_a_narrow_screen()
    {
        var page = await site.SignedIn(DemoSite.Officer, PageRules.Narrow);
        var opener = page.GetByRole(AriaRole.Button, new() { Name = "菜单" });
        await Assertions.Expect(page.Locator("#console-menu")).ToBeHiddenAsync();
        await opener.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#console-menu")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.EvaluateAsync<bool>("Boolean(document.activeElement.closest('#console-menu'))"), "the next stop is not in the menu");
        await page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(page.Locator("#console-menu")).ToBeHiddenAsync();
        await Assertions.Expect(opener).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Text_size_and_contrast_are_chosen_by_keyboard()
    {
        var page = await site.Visitor(PageRules.Narrow);
        await page.GotoAsync("/");
        await page.Locator(".display-bar > summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = "高对比度" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-contrast", "high");
    }
}
