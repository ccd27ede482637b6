using System.Net;
using Gongkai.Platform.Data;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Gongkai.Slices.Proofs;

/// <summary>What a browser without scripts does instead of work: it waits.</summary>
public sealed class TicketTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EachEngine]
    public async Task Says_how_long_to_wait_and_lets_in_after_the_rest_of_it(Site site)
    {
        await site.Asking().AddAccount("li.qiang");
        var visitor = await site.Visitor(follow: false);
        var door = await visitor.Get("/sign-in");
        Assert.Contains("请在 20 秒后提交。", door.Page.QuerySelector("#proof .hint")!.TextContent, StringComparison.Ordinal);

        site.Clock.Pass(TimeSpan.FromSeconds(12.5));
        var early = await visitor.Send(door);
        site.Clock.Pass(TimeSpan.FromSeconds(7.5));
        var inside = await visitor.Send(early);

        Assert.Contains("请再等 8 秒提交，填写的内容已经保留。", early.Against(), StringComparison.Ordinal);
        Assert.Equal("li.qiang", early.Page.QuerySelector("#UserName")!.GetAttribute("value"));
        Assert.Equal(door.Ticket(), early.Ticket());
        Assert.Equal(HttpStatusCode.Found, inside.Status);
    }

    [Theory, EachEngine]
    public async Task Is_good_once_and_the_next_page_brings_another(Site site)
    {
        await site.Asking().AddAccount("li.qiang");
        var visitor = await site.Visitor(follow: false);
        var door = await visitor.Get("/sign-in");
        site.Clock.Pass(TimeSpan.FromSeconds(20));

        var wrong = await visitor.Send(door, null, "Wrong-Horse-2");
        var again = await visitor.Send(door);
        site.Clock.Pass(TimeSpan.FromSeconds(20));
        var inside = await visitor.Send(again);

        Assert.NotEqual(door.Ticket(), wrong.Ticket());
        Assert.Contains("这份表单已经提交过一次", again.Against(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, inside.Status);
    }

    [Theory, EachEngine]
    public async Task Is_not_used_up_by_a_form_that_lacks_something(Site site)
    {
        await site.Asking().AddAccount("li.qiang");
        var visitor = await site.Visitor(follow: false);
        var door = await visitor.Get("/sign-in");
        var solution = await visitor.Solved();
        site.Clock.Pass(TimeSpan.FromSeconds(20));

        var lacking = await visitor.Submit(door, AtTheForm.Form, ("UserName", "li.qiang"), ("proof", solution));
        var inside = await visitor.Submit(lacking, AtTheForm.Form, ("Password", Site.Password));

        Assert.Contains("请填写密码。", lacking.Page.QuerySelector("#Password-error")!.TextContent, StringComparison.Ordinal);
        Assert.Null(lacking.Page.QuerySelector("#proof-error"));
        Assert.Equal(door.Ticket(), lacking.Ticket());
        Assert.Equal(solution, lacking.Page.QuerySelector("input[name=proof]")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.Found, inside.Status);
    }

    [Theory]
    [EachEngine("old", "页面打开得太久了")]
    [EachEngine("of another form", "没有通过自动检查")]
    [EachEngine("given an earlier hour", "没有通过自动检查")]
    [EachEngine("missing", "没有通过自动检查")]
    public async Task Is_refused_when_it_is(Site site, string what, string said)
    {
        await site.Asking().AddAccount("li.qiang");
        var visitor = await site.Visitor(follow: false);
        var door = await visitor.Get("/sign-in");
        var parts = door.Ticket().Split('.');
        var ticket = what switch
        {
            "old" => door.Ticket(),
            "of another form" => (await visitor.Get("/components")).Ticket(),
            "given an earlier hour" => $"{parts[0]}.{long.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) - 30_000}.{parts[2]}.{parts[3]}",
            _ => null,
        };
        site.Clock.Pass(what == "old" ? TimeSpan.FromHours(2) : TimeSpan.FromSeconds(20));

        var again = await visitor.Submit(door, AtTheForm.Form, ("UserName", "li.qiang"), ("Password", Site.Password), ("proof-ticket", ticket));

        Assert.Contains(said, again.Against(), StringComparison.Ordinal);
        Assert.NotEqual(door.Ticket(), again.Ticket());
    }

    [Theory, EachEngine]
    public async Task Goes_from_the_table_once_it_would_be_good_no_more(Site site)
    {
        await site.Asking().AddAccount("li.qiang");
        var visitor = await site.Visitor(follow: false);
        await visitor.Send(await visitor.Get("/sign-in"), await visitor.Solved(), "Wrong-Horse-2");
        await visitor.Send(await visitor.Get("/sign-in"), await visitor.Solved(), "Wrong-Horse-2");
        Assert.Equal(2, await Rows());

        site.Clock.Pass(TimeSpan.FromHours(3) + TimeSpan.FromSeconds(1));
        await visitor.Send(await visitor.Get("/sign-in"), await visitor.Solved(), "Wrong-Horse-2");

        Assert.Equal(1, await Rows());

        Task<int> Rows() => site.AsSystem().Run((Db db) => db.Database.SqlQuery<int>($"select cast(count(*) as integer) as \"Value\" from platform_used_proofs").SingleAsync(Stop));
    }
}
