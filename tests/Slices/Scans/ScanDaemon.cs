using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Gongkai.Testing;

namespace Gongkai.Slices.Scans;

/// <summary>How the daemon of a test behaves towards the next who asks.</summary>
internal enum Mood
{
    /// <summary>Finds what it knows, and nothing else.</summary>
    Honest,

    /// <summary>Reads everything and never says a word.</summary>
    Silent,

    /// <summary>Says its answer letter by letter.</summary>
    Slow,

    /// <summary>Hangs up in the middle of the content.</summary>
    CutsOff,

    /// <summary>Hangs up in the middle of its answer.</summary>
    CutsItself,

    /// <summary>Takes no more than a thousand bytes.</summary>
    Small,

    /// <summary>Says that something went wrong.</summary>
    Broken,
}

/// <summary>A daemon that speaks ClamAV's protocol as far as the site uses it, on a socket of its own; it can go away and come back.</summary>
internal sealed class ScanDaemon : IAsyncDisposable
{
    private readonly string? _path;
    private CancellationTokenSource _stop = new();
    private Socket _door;
    private Task _open;
    private EndPoint _at;

    private ScanDaemon(EndPoint at)
    {
        _path = (at as UnixDomainSocketEndPoint)?.ToString();
        _at = at;
        (_door, _open) = (null!, Task.CompletedTask);
        Return();
    }

    /// <summary>The harmless file that every scanner must find; put together here, so that none finds it in our source.</summary>
    public static byte[] Eicar { get; } = Encoding.ASCII.GetBytes("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*");

    public Mood Mood { get; set; }

    /// <summary>Texts that it takes for a virus of this name.</summary>
    public Dictionary<string, string> Knows { get; } = new() { ["ANTIVIRUS-TEST-FILE"] = "Eicar-Test-Signature" };

    /// <summary>Number of files it was sent.</summary>
    public int Asked { get; private set; }

    /// <summary>The value of the setting Scan:Socket.</summary>
    public string Address => _path ?? $"127.0.0.1:{((IPEndPoint)_at).Port}";

    public static ScanDaemon OnSocket() => new(new UnixDomainSocketEndPoint(Path.Combine(TestFolder.Make(), "clamd.ctl")));

    public static ScanDaemon OnPort() => new(new IPEndPoint(IPAddress.Loopback, 0));

    /// <summary>Is there no more: whoever comes is turned away.</summary>
    public async Task GoAway()
    {
        await _stop.CancelAsync();
        _door.Dispose();
        await _open;
        if (_path is not null) File.Delete(_path);
    }

    /// <summary>Is there again, at the same place.</summary>
    public void Return()
    {
        _stop.Dispose();
        _stop = new();
        _door = new(_at.AddressFamily, SocketType.Stream, _path is null ? ProtocolType.Tcp : ProtocolType.Unspecified);
        _door.Bind(_at);
        _door.Listen();
        _at = _path is null ? _door.LocalEndPoint! : _at;
        _open = Open(_door, _stop.Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_stop.IsCancellationRequested) await GoAway();
        _stop.Dispose();
    }

    private async Task Open(Socket door, CancellationToken stop)
    {
        var talks = new List<Task>();
        try
        {
            while (true) talks.Add(Talk(await door.AcceptAsync(stop), stop));
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task Talk(Socket caller, CancellationToken stop)
    {
        await using var line = new NetworkStream(caller, ownsSocket: true);
        try
        {
            switch (await Command(line, stop))
            {
                case "zPING": await Say(line, "PONG", stop); break;
                case "zVERSION": await Say(line, "ClamAV 1.4.3/27700/Sun Mar  1 08:24:01 2026", stop); break;
                case "zINSTREAM": await Scan(line, stop); break;
                default: await Say(line, "UNKNOWN COMMAND", stop); break;
            }
        }
        catch (Exception end) when (end is OperationCanceledException or IOException)
        {
            // The caller went, or the test is over.
        }
    }

    private async Task Scan(NetworkStream line, CancellationToken stop)
    {
        Asked++;
        var content = new MemoryStream();
        var length = new byte[4];
        while (true)
        {
            await line.ReadExactlyAsync(length, stop);
            if (BinaryPrimitives.ReadInt32BigEndian(length) is not (var size and > 0)) break;
            var piece = new byte[size];
            await line.ReadExactlyAsync(piece, stop);
            content.Write(piece);
            if (Mood == Mood.CutsOff) return;
            if (Mood == Mood.Small && content.Length > 1000)
            {
                await Say(line, "INSTREAM size limit exceeded. ERROR", stop);
                return;
            }
        }
        if (Mood == Mood.Silent) await Task.Delay(Timeout.Infinite, stop);
        var text = Encoding.Latin1.GetString(content.ToArray());
        var found = Knows.FirstOrDefault(known => text.Contains(known.Key, StringComparison.Ordinal)).Value;
        await Say(line, Mood == Mood.Broken ? "Can't allocate memory ERROR" : found is null ? "stream: OK" : $"stream: {found} FOUND", stop);
    }

    private static async Task<string> Command(NetworkStream line, CancellationToken stop)
    {
        var command = new List<byte>();
        var letter = new byte[1];
        while (true)
        {
            await line.ReadExactlyAsync(letter, stop);
            if (letter[0] == 0) return Encoding.ASCII.GetString([.. command]);
            command.Add(letter[0]);
        }
    }

    private async Task Say(NetworkStream line, string words, CancellationToken stop)
    {
        var bytes = Encoding.ASCII.GetBytes(words + (Mood == Mood.CutsItself ? "" : "\0"));
        if (Mood != Mood.Slow)
        {
            await line.WriteAsync(bytes, stop);
            return;
        }
        foreach (var letter in bytes)
        {
            await line.WriteAsync(new[] { letter }, stop);
            await line.FlushAsync(stop);
            await Task.Yield();
        }
    }
}
