using System.Net;
using Gongkai.Duties;
using Gongkai.Organs.Contracts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Data;
using Gongkai.Platform.Events;
using Gongkai.Slices.Duties;
using Gongkai.Slices.Organs;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Gongkai.Slices.Running;

/// <summary>Two real programs on one PostgreSQL and one folder of files; one of them is killed in the middle of an act.</summary>
public class TwoNodesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnPostgreSql]
    public async Task Work_as_one_and_lose_nothing_when_one_is_killed(Site site)
    {
        var scene = await LedgerScene.Make(site);
        var officer = await site.AddAccount("zhao.qi");
        var office = await site.Organ("office");
        Assert.Empty((await site.Do<IStaffing, Outcome<Guid>>(staffing => staffing.Appoint(officer.Id, office, "openness-officer", true, County.Today, Stop))).Refusals);
        var line = $"/console/ledger/{(await scene.Line(3, "hekou")).Id}";

        await using var first = await Node.Start(site);
        await using var second = await Node.Start(site);
        using var form = await first.SignInForm("zhao.qi");
        Assert.Equal(HttpStatusCode.Redirect, (await first.Visitor.Http.PostAsync(new Uri(first.Address + "/sign-in"), form, Stop)).StatusCode);
        var elsewhere = first.Visitor.At(second.Address); // the same browser, sent to the other node

        await Reminds(first.Visitor, line, "请在月底前报送一");
        await Reminds(elsewhere, line, "请在月底前报送二");

        Task<Screen> broken;
        await using (var held = await HeldTable.Hold(site, "platform_events"))
        {
            var page = await first.Visitor.Get(line);
            broken = first.Visitor.Submit(page, "form[action*='handler=remind']", ("reason", "请在月底前报送三"));
            await held.IsWaitedFor(broken, Stop);
            await first.Program.Kill();
        }
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => broken);

        await Reminds(elsewhere, line, "请在月底前报送四");
        await Delivered(site, second);

        // What was answered is there once; what was broken off was never answered and is not there.
        string[] acknowledged = ["请在月底前报送一", "请在月底前报送二", "请在月底前报送四"];
        Assert.Equal(acknowledged, await scene.Query(db => db.Set<AuditEntry>().Where(entry => entry.Act == "duties.RemindOrgan").OrderBy(entry => entry.At).Select(entry => entry.Note).ToListAsync(Stop)));
        Assert.Equal(acknowledged, await scene.Query(db => db.Set<Notice>().Where(notice => notice.Kind == NoticeKind.Reminded).OrderBy(notice => notice.At).Select(notice => notice.Words).ToListAsync(Stop)));
        Assert.Equal(1, await scene.Query(db => db.Set<StoredEvent>().CountAsync(stored => stored.Type == "duties.PlanAdopted", Stop)));
        Assert.Equal(await scene.Query(db => db.Set<Notice>().Where(notice => notice.Kind == NoticeKind.Assigned).Select(notice => notice.OrganId).Distinct().CountAsync(Stop)), await scene.Query(db => db.Set<Notice>().CountAsync(notice => notice.Kind == NoticeKind.Assigned, Stop)));
    }

    private static async Task Reminds(Visitor visitor, string line, string words)
    {
        var page = await visitor.Get(line);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.Submit(page, "form[action*='handler=remind']", ("reason", words))).Status);
    }

    /// <summary>Returns when the node has brought every reminder to its handler.</summary>
    private static Task Delivered(Site site, Node node) => Until.Holds("every reminder is delivered", async stop =>
    {
        node.Program.StillRuns();
        return !await site.AsSystem().Run((Db db) => db.Set<StoredEvent>().AnyAsync(stored => stored.Type == "duties.OrganReminded"
            && !db.Set<Delivery>().Any(delivery => delivery.Handler == "duties.NotifyOrgans:OrganReminded" && delivery.Position >= stored.Sequence), stop));
    }, Stop);
}
