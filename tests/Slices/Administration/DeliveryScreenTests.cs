using Gongkai.Platform;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Data;
using Gongkai.Slices.Platform.Planted;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gongkai.Slices.Administration;

public sealed class DeliveryScreenTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EachEngine]
    public async Task Leaves_out_the_one_event_that_stands_in_the_way(Site site)
    {
        var visitor = await Grumbling(site);
        var page = await visitor.Get("/console/deliveries");
        Assert.Contains("今天不行", page.Text, StringComparison.Ordinal);

        Assert.Contains("请写明原因", (await visitor.Submit(page, "form[action*='handler=Skip']", ("reason", ""))).Text, StringComparison.Ordinal);
        await visitor.Submit(page, "form[action*='handler=Skip']", ("reason", "内容已经另行处理"));
        var again = await visitor.Submit(page, "form[action*='handler=Skip']", ("reason", "点了两次"));
        Assert.Contains("另一位同事", again.Page.QuerySelector(".refusals")!.TextContent, StringComparison.Ordinal);

        (await site.Services()).GetRequiredService<Trouble>().Thrown = null;
        await site.Deliver();
        Assert.Equal(["二"], await site.AsSystem().Run((Db db) => db.Set<Heard>().Select(heard => heard.Text).ToListAsync(Stop)));
        Assert.EndsWith("内容已经另行处理", (await site.AsSystem().Run((Db db) => db.Set<AuditEntry>().SingleAsync(entry => entry.Act == "administration.SkipEvent", Stop))).Note, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Tries_at_once_when_asked(Site site)
    {
        var visitor = await Grumbling(site);
        (await site.Services()).GetRequiredService<Trouble>().Thrown = null;
        Assert.Equal(0, await site.Deliver());

        await visitor.Submit(await visitor.Get("/console/deliveries"), "form[action*='handler=Try']");

        Assert.Equal(2, await site.Deliver());
        Assert.Contains("没有积压", (await visitor.Get("/console/deliveries")).Text, StringComparison.Ordinal);
    }

    private static async Task<Visitor> Grumbling(Site site)
    {
        site.Planted().With(services => services.AddHandler<NoteWritten, Grumbler>());
        (await site.Services()).GetRequiredService<Trouble>().Thrown = new InvalidOperationException("今天不行");
        foreach (var text in (string[])["一", "二"]) await site.As(Clerk.Holding("planted.write")).Run((WriteNote act) => act.Run(text, null, Stop));
        await site.Deliver();
        return await site.SignedIn("administration.deliveries");
    }
}
