using System.Net;
using System.Text;
using Gongkai.Duties;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Data;
using Gongkai.Platform.Files;
using Gongkai.Platform.Messages;
using Gongkai.Platform.Scans;
using Gongkai.Slices.Duties;
using Gongkai.Slices.Organs;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gongkai.Slices.Scans;

/// <summary>What happens to files afterwards: scanned later, scanned again, shut and opened.</summary>
public sealed class SweepTests : IAsyncDisposable
{
    private static readonly byte[] Letter = Encoding.UTF8.GetBytes("已于三月完成。");

    private readonly ScanDaemon _daemon = ScanDaemon.OnSocket();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EachEngine]
    public async Task Scans_what_came_while_the_scanner_was_away_once_it_is_back(Site site)
    {
        await _daemon.GoAway();
        var taken = await site.Scanning(_daemon).Bring(Letter);
        Assert.Equal(0, await Sweep(site));

        _daemon.Return();

        Assert.Equal(1, await Sweep(site));
        Assert.Equal(ScanState.Clean, (await site.Stored(taken.Made.Hash))!.Scan);
        Assert.Equal(0, await Sweep(site));
    }

    [Theory, EachEngine]
    public async Task One_file_that_the_scanner_will_not_take_holds_up_no_other(Site site)
    {
        await _daemon.GoAway();
        site.Scanning(_daemon);
        var large = await site.Bring(Encoding.UTF8.GetBytes(new string('大', 2000)));
        var small = await site.Bring(Letter);
        _daemon.Return();
        _daemon.Mood = Mood.Small;

        Assert.Equal(1, await Sweep(site));

        Assert.Equal(ScanState.NotScanned, (await site.Stored(large.Made.Hash))!.Scan);
        Assert.Equal(ScanState.Clean, (await site.Stored(small.Made.Hash))!.Scan);
        _daemon.Mood = Mood.Honest;
        Assert.Equal(0, await Sweep(site));
        site.Clock.Pass(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(1));
        Assert.Equal(1, await Sweep(site));
    }

    [Theory, EachEngine]
    public async Task Looks_again_after_a_week_and_shuts_what_turns_out_infected(Site site)
    {
        var taken = await site.Scanning(_daemon).Bring(Letter);
        _daemon.Knows["三月"u8.ToArray().Latin()] = "Doc.Trojan-7";
        site.Clock.Pass(TimeSpan.FromDays(7));
        Assert.Equal(0, await Sweep(site));
        await site.Open(taken.Made.Hash);

        site.Clock.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await Sweep(site));

        var stored = await site.Stored(taken.Made.Hash);
        Assert.Equal((ScanState.Infected, "Doc.Trojan-7"), (stored!.Scan, stored.Signature));
        await Assert.ThrowsAsync<WithheldException>(() => site.Open(taken.Made.Hash));
        var entry = await site.AsSystem().Run((Db db) => db.Set<AuditEntry>().SingleAsync(entry => entry.Act == "platform.Quarantine", Stop));
        Assert.Contains("Doc.Trojan-7", entry.Note!, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Opens_again_what_was_shut_by_mistake(Site site)
    {
        var taken = await site.Scanning(_daemon).Bring(Letter);
        await Infect(site, Letter, "三月");
        _daemon.Knows.Clear();
        site.Clock.Pass(TimeSpan.FromDays(8));

        Assert.Equal(1, await Sweep(site));

        await site.Open(taken.Made.Hash);
        Assert.Equal(2, await site.AsSystem().Run((Db db) => db.Set<AuditEntry>().CountAsync(entry => entry.Act == "platform.Quarantine", Stop)));
    }

    [Theory, EachEngine]
    public async Task Two_nodes_that_sweep_at_once_shut_a_file_once(Site site)
    {
        await site.Scanning(_daemon).Bring(Letter);
        _daemon.Knows["三月"u8.ToArray().Latin()] = "Doc.Trojan-7";
        site.Clock.Pass(TimeSpan.FromDays(8));
        var services = await site.Services();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => ActivatorUtilities.CreateInstance<FileSweep>(services).Run(Stop))));

        Assert.Equal(1, await site.AsSystem().Run((Db db) => db.Set<AuditEntry>().CountAsync(entry => entry.Act == "platform.Quarantine", Stop)));
    }

    [Theory, EachEngine]
    public async Task Nothing_that_was_not_found_clean_is_handed_out_where_that_is_required(Site site)
    {
        var scene = await PortalScene.Make(site.Scanning(_daemon, required: true));
        var (visitor, address) = (await site.Visitor(), $"/evidence/{scene.Evidence["便民服务点一览表"]}/file");

        var locked = await visitor.Get(address);
        await Sweep(site);
        var open = await visitor.Get(address);

        Assert.Equal(HttpStatusCode.Locked, locked.Status);
        Assert.Equal("这个文件还没有查毒", locked.Page.QuerySelector("h1")!.TextContent);
        Assert.Equal((HttpStatusCode.OK, "便民服务点一览"), (open.Status, open.Text));
    }

    [Theory, EachEngine]
    public async Task A_virus_found_later_stops_the_download_and_everybody_concerned_is_told(Site site)
    {
        var scene = await PortalScene.Make(site.Scanning(_daemon));
        var clerk = await site.Appointed("zhou.min", "liushu", "clerk");
        var line = await scene.Line(3, "liushu");
        var (visitor, staff) = (await site.Visitor(), await site.SignedIn(DutyPermissions.View));
        Assert.Contains("未扫描", (await visitor.Get("/plan/2026/3")).Page.QuerySelector("#evidence-list")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("未扫描", (await staff.Get($"/console/ledger/{line.Id}")).Text, StringComparison.Ordinal);
        await Sweep(site);
        Assert.Contains("已扫描", (await visitor.Get("/plan/2026/3")).Page.QuerySelector("#evidence-list")!.TextContent, StringComparison.Ordinal);

        await Infect(site, "便民服务点一览"u8.ToArray(), "便民");
        await site.Deliver();
        await site.AsSystem().Run((Db db) => db.Set<Gongkai.Platform.Events.Delivery>().ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.Position, 0), Stop));
        await site.Deliver();

        staff = await site.SignedIn(DutyPermissions.View); // the session of last week is over
        var list = (await visitor.Get("/plan/2026/3")).Page.QuerySelector("#evidence-list")!;
        Assert.Contains("发现病毒，已停止下载", list.TextContent, StringComparison.Ordinal);
        Assert.Null(list.QuerySelector("a[href$='/file']"));
        var console = await staff.Get($"/console/ledger/{line.Id}");
        Assert.Contains("发现病毒，已停止下载", console.Text, StringComparison.Ordinal);
        Assert.Null(console.Page.QuerySelector("a[href$='/file']"));
        foreach (var (who, address) in new[] { (visitor, $"/evidence/{scene.Evidence["便民服务点一览表"]}/file"), (staff, $"/console/evidence/{scene.Evidence["便民服务点一览表"]}/file") })
        {
            var gone = await who.Get(address);
            Assert.Equal(HttpStatusCode.Gone, gone.Status);
            Assert.Equal("发现病毒，已停止下载", gone.Page.QuerySelector("h1")!.TextContent);
        }
        var told = await site.AsSystem().Run((Db db) => db.Set<Message>().Where(message => message.AccountId == clerk.Id && message.Kind == "duties.infected").ToListAsync(Stop));
        var message = Assert.Single(told);
        Assert.Equal($"/console/ledger/{line.Id}", message.Address);
        Assert.Contains("Doc.Trojan-7", message.Words, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _daemon.DisposeAsync();

    private static async Task<int> Sweep(Site site) => await (await site.Services()).GetRequiredService<FileSweep>().Run(Stop);

    /// <summary>The scanner learns a new signature, and a week goes by.</summary>
    private async Task Infect(Site site, byte[] content, string word)
    {
        Assert.Contains(word, Encoding.UTF8.GetString(content), StringComparison.Ordinal);
        _daemon.Knows[Encoding.UTF8.GetBytes(word).Latin()] = "Doc.Trojan-7";
        site.Clock.Pass(TimeSpan.FromDays(7) + TimeSpan.FromSeconds(1));
        await Sweep(site);
    }
}

/// <summary>Bytes as the daemon of the tests looks at them: one letter each.</summary>
internal static class LatinText
{
    public static string Latin(this byte[] bytes) => Encoding.Latin1.GetString(bytes);
}
