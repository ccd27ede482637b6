using Gongkai.Platform.Data;
using Gongkai.Testing;
using Gongkai.Web.Doctor;
using Gongkai.Web.Host;
using Xunit;

namespace Gongkai.Slices.Scans;

/// <summary>What <c>gongkai doctor</c> says of the scanner.</summary>
public sealed class ScanDoctorTests : IAsyncDisposable
{
    private readonly Site _site = new(Engine.Sqlite);
    private readonly ScanDaemon _daemon = ScanDaemon.OnSocket();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Names_the_release_of_one_that_answers()
    {
        var finding = await Look(_site.Scanning(_daemon));

        Assert.Equal((Level.Good, "ClamAV 1.4.3/27700/Sun Mar  1 08:24:01 2026"), (finding.Level, finding.Found));
    }

    [Fact]
    public async Task Minds_signatures_that_nobody_renews()
    {
        _site.Clock.SetDay("2026-03-10");

        var finding = await Look(_site.Scanning(_daemon));

        Assert.Equal(Level.Mind, finding.Level);
        Assert.Contains("病毒库是 2026-03-01 的", finding.Found, StringComparison.Ordinal);
        Assert.Contains("clamav-freshclam", finding.Advice!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "Mind", "新文件暂时标为未扫描")]
    [InlineData(true, "Bad", "现在收不了也下载不了文件")]
    public async Task Says_what_follows_where_it_is_away(bool required, string level, string found)
    {
        await _daemon.GoAway();

        var finding = await Look(_site.Scanning(_daemon, required));

        Assert.Equal(level, finding.Level.ToString());
        Assert.Contains(found, finding.Found, StringComparison.Ordinal);
        Assert.Contains("clamav-daemon", finding.Advice!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_how_to_get_one() => Assert.Contains("没有配置", (await Look(_site)).Found, StringComparison.Ordinal);

    [Theory]
    [InlineData("Scan:Socket", "clamd")]
    [InlineData("Scan:Required", "true")]
    [InlineData("Scan:RescanDays", "0")]
    [InlineData("Scan:TimeoutSeconds", "long")]
    public async Task A_setting_that_cannot_be_used_stops_the_start(string key, string value)
    {
        var problem = await Assert.ThrowsAsync<StartProblem>(_site.Setting(key, value).Services);

        Assert.Contains("（Scan）不能用", problem.Message, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _daemon.DisposeAsync();
    }

    private static async Task<Finding> Look(Site site) => await ScannerCheck.Run(await site.Services(), Stop);
}
