using System.Text;
using Gongkai.Platform.Files;
using Gongkai.Platform.Scans;
using Xunit;

namespace Gongkai.Slices.Scans;

/// <summary>What is said between site and daemon, and what the site makes of it.</summary>
public sealed class ClamdTests
{
    private static readonly byte[] Letter = Encoding.UTF8.GetBytes("已于三月完成。");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Tells_a_clean_file_from_one_with_a_virus(bool onSocket)
    {
        await using var daemon = onSocket ? ScanDaemon.OnSocket() : ScanDaemon.OnPort();

        Assert.Equal(new ScanAnswer(ScanState.Clean), await Ask(daemon, Letter));
        Assert.Equal(new ScanAnswer(ScanState.Infected, "Eicar-Test-Signature"), await Ask(daemon, ScanDaemon.Eicar));
        Assert.Equal(new ScanAnswer(ScanState.Clean), await Ask(daemon, []));
    }

    [Fact]
    public async Task Sends_a_large_file_whole_and_puts_it_back_where_it_stood()
    {
        await using var daemon = ScanDaemon.OnSocket();
        using var content = new MemoryStream([1, 2, .. new byte[300_000], .. ScanDaemon.Eicar]) { Position = 2 };

        var answer = await Of(daemon).Scan(content, Stop);

        Assert.Equal((ScanState.Infected, 2), (answer.State, content.Position));
    }

    [Theory]
    [InlineData(nameof(Mood.Slow), ScanState.Clean, null)]
    [InlineData(nameof(Mood.Silent), ScanState.NotScanned, ScanGap.NoAnswer)]
    [InlineData(nameof(Mood.CutsOff), ScanState.NotScanned, ScanGap.NoAnswer)]
    [InlineData(nameof(Mood.CutsItself), ScanState.NotScanned, ScanGap.NoAnswer)]
    [InlineData(nameof(Mood.Broken), ScanState.NotScanned, ScanGap.Failed)]
    public async Task Takes_nothing_but_a_whole_answer_for_one(string mood, ScanState state, ScanGap? gap)
    {
        await using var daemon = ScanDaemon.OnSocket();
        daemon.Mood = Enum.Parse<Mood>(mood);

        Assert.Equal(new ScanAnswer(state, Gap: gap), await Ask(daemon, Letter));
    }

    [Fact]
    public async Task Knows_that_a_file_was_too_large_for_the_daemon_which_hangs_up_over_it()
    {
        await using var daemon = ScanDaemon.OnSocket();
        daemon.Mood = Mood.Small;

        Assert.Equal(ScanGap.TooLarge, (await Ask(daemon, new byte[5_000_000])).Gap);
    }

    [Fact]
    public async Task Does_not_send_what_is_larger_than_the_setting()
    {
        await using var daemon = ScanDaemon.OnSocket();

        Assert.Equal(ScanGap.TooLarge, (await Ask(daemon, new byte[1024 * 1024 + 1])).Gap);
        Assert.Equal(0, daemon.Asked);
        Assert.Equal(ScanState.Clean, (await Ask(daemon, new byte[1024 * 1024])).State);
    }

    [Fact]
    public async Task Knows_when_nobody_is_there()
    {
        await using var daemon = ScanDaemon.OnPort();
        Assert.True(await Of(daemon).Answers(Stop));
        Assert.StartsWith("ClamAV 1.4.3/27700/", await Of(daemon).Version(Stop), StringComparison.Ordinal);

        await daemon.GoAway();

        Assert.False(await Of(daemon).Answers(Stop));
        Assert.Null(await Of(daemon).Version(Stop));
        Assert.Equal(ScanGap.NoAnswer, (await Ask(daemon, Letter)).Gap);
        Assert.Equal(ScanGap.NoScanner, (await new Clamd(new()).Scan(new MemoryStream(Letter), Stop)).Gap);
    }

    /// <summary>That the daemon of these tests and ClamAV's own say the same.</summary>
    [Fact]
    public async Task Understands_the_real_daemon()
    {
        Assert.SkipWhen(RealDaemon.WhyNot is not null, RealDaemon.WhyNot ?? "");
        await using var daemon = await RealDaemon.Start(Stop);
        var real = new Clamd(new() { Socket = daemon.Socket });
        using MemoryStream letter = new(Letter), eicar = new(ScanDaemon.Eicar), large = new(new byte[30_000_000]);

        Assert.StartsWith("ClamAV ", await real.Version(Stop), StringComparison.Ordinal);
        Assert.Equal(new ScanAnswer(ScanState.Clean), await real.Scan(letter, Stop));
        var found = await real.Scan(eicar, Stop);
        Assert.Equal(ScanState.Infected, found.State);
        Assert.Contains("eicar", found.Signature!, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(ScanGap.TooLarge, (await real.Scan(large, Stop)).Gap);
    }

    [Theory]
    [InlineData(null, false, true)]
    [InlineData("/run/clamav/clamd.ctl", true, true)]
    [InlineData("scanner.internal:3310", false, true)]
    [InlineData("[::1]:3310", false, true)]
    [InlineData("scanner.internal", false, false)]
    [InlineData("scanner.internal:0", false, false)]
    [InlineData(":3310", false, false)]
    [InlineData(null, true, false)]
    public void Is_found_by_a_path_or_by_host_and_port(string? socket, bool required, bool isUsable) => Assert.Equal(isUsable, new ScanSettings { Socket = socket, Required = required }.IsUsable);

    private static async Task<ScanAnswer> Ask(ScanDaemon daemon, byte[] content)
    {
        using var stream = new MemoryStream(content);
        return await Of(daemon).Scan(stream, Stop);
    }

    private static Clamd Of(ScanDaemon daemon) => new(new() { Socket = daemon.Address, TimeoutSeconds = 1, Megabytes = daemon.Mood == Mood.Small ? 10 : 1 });
}
