using System.Text;
using Gongkai.Duties;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Data;
using Gongkai.Platform.Files;
using Gongkai.Slices.Duties;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Gongkai.Slices.Scans;

/// <summary>What happens to a file at the way in.</summary>
public sealed class UploadScanTests : IAsyncDisposable
{
    private static readonly byte[] Letter = Encoding.UTF8.GetBytes("已于三月完成。");

    private readonly ScanDaemon _daemon = ScanDaemon.OnSocket();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EachEngine]
    public async Task A_clean_file_is_taken_and_known_to_be_clean(Site site)
    {
        var taken = await site.Scanning(_daemon).Bring(Letter);

        var stored = await site.Stored(taken.Made.Hash);
        Assert.Equal((ScanState.Clean, site.Clock.GetUtcNow(), null), (stored!.Scan, stored.ScannedAt, stored.Signature));
    }

    [Theory, EachEngine]
    public async Task A_file_with_a_virus_is_refused_and_the_record_tells_of_it(Site site)
    {
        var refused = await site.Scanning(_daemon).Bring(ScanDaemon.Eicar);

        Assert.Equal("platform.upload-infected", Assert.Single(refused.Refusals).Code);
        Assert.Equal(["情况.txt", "Eicar-Test-Signature"], refused.Refusals[0].Values);
        Assert.Equal(0, await site.AsSystem().Run((Db db) => db.Set<StoredFile>().CountAsync(Stop)));
        Assert.False(Directory.Exists(Path.Combine(site.Folder, "files")));
        var entry = await site.AsSystem().Run((Db db) => db.Set<AuditEntry>().SingleAsync(entry => entry.Act == "platform.RefuseInfected", Stop));
        Assert.Equal((AuditResult.Refused, "Eicar-Test-Signature（.txt）"), (entry.Result, entry.Note));
    }

    [Theory, EachEngine]
    public async Task The_page_says_so_and_keeps_what_was_typed(Site site)
    {
        var scene = await PortalScene.Make(site.Scanning(_daemon));
        var line = await scene.Line(4, "approval");
        var staff = await site.SignedIn(DutyPermissions.View, DutyPermissions.RecordEvidence);
        var page = await staff.Get($"/console/ledger/{line.Id}");

        var again = await staff.Submit(page, "form[enctype='multipart/form-data']", ("Evidence.Title", "办事指南"), ("paper", new ChosenFile("指南.txt", ScanDaemon.Eicar)));

        Assert.Contains("“指南.txt”里发现了病毒（Eicar-Test-Signature），没有收下。", again.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("办事指南", again.Page.QuerySelector("[name='Evidence.Title']")!.GetAttribute("value"));
    }

    [Theory]
    [EachEngine(nameof(Mood.Silent), false)]
    [EachEngine(nameof(Mood.CutsOff), false)]
    [EachEngine(nameof(Mood.Broken), true)]
    public async Task A_file_that_could_not_be_scanned_is_taken_and_said_to_be_unscanned(Site site, string mood, bool isTried)
    {
        _daemon.Mood = Enum.Parse<Mood>(mood);
        var taken = await site.Scanning(_daemon).Setting("Scan:TimeoutSeconds", "1").Bring(Letter);

        var stored = await site.Stored(taken.Made.Hash);
        Assert.Equal((ScanState.NotScanned, isTried), (stored!.Scan, stored.ScannedAt is not null));
    }

    [Theory, EachEngine]
    public async Task Where_scanning_is_required_it_is_not_taken(Site site)
    {
        _daemon.Mood = Mood.CutsOff;

        var refused = await site.Scanning(_daemon, required: true).Bring(Letter);

        Assert.Equal("platform.upload-not-scanned", Assert.Single(refused.Refusals).Code);
        Assert.Equal(0, await site.AsSystem().Run((Db db) => db.Set<StoredFile>().CountAsync(Stop)));
    }

    [Theory, EachEngine]
    public async Task What_was_found_infected_once_is_not_taken_while_the_scanner_is_away(Site site)
    {
        var taken = await site.Scanning(_daemon).Bring(Letter);
        await site.AsSystem().Run((Db db) => db.Set<StoredFile>().ExecuteUpdateAsync(set => set.SetProperty(file => file.Scan, ScanState.Infected).SetProperty(file => file.Signature, "Doc.Trojan-7"), Stop));
        await _daemon.GoAway();

        var refused = await site.Bring(Letter, "别的名字.txt");

        Assert.Equal(["别的名字.txt", "Doc.Trojan-7"], Assert.Single(refused.Refusals).Values);
        Assert.Equal(ScanState.Infected, (await site.Stored(taken.Made.Hash))!.Scan);
    }

    [Theory, EachEngine]
    public async Task Without_a_scanner_everything_is_as_it_was(Site site)
    {
        var taken = await site.Bring(ScanDaemon.Eicar);

        Assert.Equal(ScanState.NotScanned, (await site.Stored(taken.Made.Hash))!.Scan);
        await site.Open(taken.Made.Hash);
    }

    public ValueTask DisposeAsync() => _daemon.DisposeAsync();
}
