using System.Net;
using Gongkai.Testing;
using Xunit;

namespace Gongkai.Slices.Administration;

/// <summary>Where a person's mail goes decides who is sent a link for a new password: it is changed by who knows the present one.</summary>
public sealed class OwnEmailTests
{
    private const string Page = "/console/account", Form = "form[action*='Email']", Wanted = "li.qiang@example.org";

    [Theory, EachEngine]
    public async Task Is_changed_by_who_knows_the_password(Site site)
    {
        await site.AddAccount("li.qiang");
        var person = await site.SignIn("li.qiang");

        var kept = await person.Submit(await person.Get(Page), Form, ("Email", Wanted), ("Confirmed", Site.Password));

        Assert.Contains("邮箱已保存。", kept.Text, StringComparison.Ordinal);
        Assert.Equal(Wanted, Shown(kept));
        Assert.Null(Shown(await person.Submit(kept, Form, ("Email", " "), ("Confirmed", Site.Password))));
    }

    [Theory]
    [EachEngine("Wrong-Horse-7", Wanted, "现在的密码")]
    [EachEngine("", Wanted, "现在的密码")]
    [EachEngine(Site.Password, "李强 <li.qiang@example.org>", "邮箱")]
    public async Task Stays_as_it_is_otherwise_and_what_was_typed_stays_too(Site site, string password, string typed, string reason)
    {
        await site.AddAccount("li.qiang");
        var person = await site.SignIn("li.qiang");

        var refused = await person.Submit(await person.Get(Page), Form, ("Email", typed), ("Confirmed", password));

        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.Contains(reason, refused.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(typed, Shown(refused));
        Assert.Equal("", refused.Page.QuerySelector("#Confirmed")!.GetAttribute("value") ?? "");
        Assert.Null((await site.Account("li.qiang")).SealedEmail);
    }

    private static string? Shown(Screen screen) => screen.Page.QuerySelector("#Email")!.GetAttribute("value") is { Length: > 0 } value ? value : null;
}
