using System.Diagnostics;
using System.Security.Cryptography;
using Gongkai.Testing;
using Xunit;

namespace Gongkai.Slices.Scans;

/// <summary>ClamAV's own daemon, of this machine, with a single signature: that of the harmless file by which scanners are tried.</summary>
internal sealed class RealDaemon : IAsyncDisposable
{
    private const string Program = "/usr/sbin/clamd";

    private readonly string _folder = TestFolder.Make();
    private readonly Process _process;

    private RealDaemon()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "signatures"));
        File.WriteAllText(Path.Combine(_folder, "signatures", "eicar.hsb"), $"{Convert.ToHexStringLower(SHA256.HashData(ScanDaemon.Eicar))}:{ScanDaemon.Eicar.Length}:Eicar-Test-Signature\n");
        File.WriteAllText(Path.Combine(_folder, "clamd.conf"), $"LocalSocket {Socket}\nDatabaseDirectory {_folder}/signatures\nTemporaryDirectory {_folder}\nForeground yes\nStreamMaxLength 25M\n");
        _process = Process.Start(new ProcessStartInfo(Program, ["-c", Path.Combine(_folder, "clamd.conf")]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
    }

    /// <summary>Path of its socket.</summary>
    public string Socket => Path.Combine(_folder, "clamd.ctl");

    /// <summary>Why tests with it are skipped; null where they run.</summary>
    public static string? WhyNot => File.Exists(Program) ? null : "clamd: not installed here (apt-get install clamav-daemon)";

    /// <summary>Starts it and waits until it says that it watches, which is after it listens.</summary>
    public static async Task<RealDaemon> Start(CancellationToken stop)
    {
        var daemon = new RealDaemon();
        while (await daemon._process.StandardOutput.ReadLineAsync(stop) is { } line)
        {
            if (line.Contains("Self checking", StringComparison.Ordinal)) return daemon;
        }
        var problem = await daemon._process.StandardError.ReadToEndAsync(stop);
        await daemon.DisposeAsync();
        throw new InvalidOperationException($"clamd ended: {problem}");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        _process.Dispose();
        TestFolder.Remove(_folder);
    }
}
