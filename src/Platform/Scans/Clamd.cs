using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Gongkai.Platform.Files;

namespace Gongkai.Platform.Scans;

/// <summary>
/// Speaks with ClamAV's daemon over its socket: a command that ends in a zero byte, the content in pieces with their length before them (INSTREAM), an answer that ends in a zero byte.
/// The daemon gets bytes and no path, so it needs no right to our files and may run on another machine.
/// </summary>
public sealed class Clamd(ScanSettings settings)
{
    private const int Piece = 64 * 1024;
    private const int LongestAnswer = 4096;

    /// <summary>True where a scanner is set up.</summary>
    public bool IsSetUp => settings.Address is not null;

    /// <summary>Has content scanned, from its present position to its end; it stands there again afterwards.</summary>
    /// <param name="content">The content; must be able to seek.</param>
    /// <param name="stop">Stops the scan.</param>
    public async Task<ScanAnswer> Scan(Stream content, CancellationToken stop)
    {
        if (!IsSetUp) return ScanAnswer.Without(ScanGap.NoScanner);
        var start = content.Position;
        if (content.Length - start > settings.Bytes) return ScanAnswer.Without(ScanGap.TooLarge);
        var said = await Ask("INSTREAM", (daemon, patience) => Send(content, daemon, patience), stop);
        content.Position = start;
        return Read(said);
    }

    /// <summary>Asks whether it is there.</summary>
    public async Task<bool> Answers(CancellationToken stop) => IsSetUp && await Ask("PING", null, stop) == "PONG";

    /// <summary>Its release and the number and day of its signatures (<c>ClamAV 1.4.2/27700/Mon Nov 23 08:30:00 2026</c>); null where it does not answer.</summary>
    public async Task<string?> Version(CancellationToken stop) => await Answers(stop) ? await Ask("VERSION", null, stop) : null;

    /// <returns>The answer without what ends it; null where there is none in time.</returns>
    private async Task<string?> Ask(string command, Func<NetworkStream, CancellationToken, Task>? more, CancellationToken stop)
    {
        var address = settings.Address!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(TimeSpan.FromSeconds(settings.TimeoutSeconds));
        try
        {
            using var socket = address is UnixDomainSocketEndPoint ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(address, patience.Token);
            await using var daemon = new NetworkStream(socket);
            try
            {
                await daemon.WriteAsync(Encoding.ASCII.GetBytes($"z{command}\0"), patience.Token);
                if (more is not null) await more(daemon, patience.Token);
            }
            catch (IOException)
            {
                // It hung up in the middle: mostly it has said why before.
            }
            return await Answer(daemon, patience.Token);
        }
        catch (Exception problem) when (problem is SocketException or IOException || (problem is OperationCanceledException && !stop.IsCancellationRequested))
        {
            return null;
        }
    }

    private static async Task Send(Stream content, NetworkStream daemon, CancellationToken stop)
    {
        var piece = new byte[sizeof(int) + Piece];
        for (int read; (read = await content.ReadAsync(piece.AsMemory(sizeof(int)), stop)) > 0;)
        {
            BinaryPrimitives.WriteInt32BigEndian(piece, read);
            await daemon.WriteAsync(piece.AsMemory(0, sizeof(int) + read), stop);
        }
        await daemon.WriteAsync(new byte[sizeof(int)], stop);
    }

    private static async Task<string?> Answer(NetworkStream daemon, CancellationToken stop)
    {
        var buffer = new byte[LongestAnswer];
        var filled = 0;
        for (int read; filled < buffer.Length && (read = await daemon.ReadAsync(buffer.AsMemory(filled), stop)) > 0;)
        {
            filled += read;
            if (buffer.AsSpan(0, filled).IndexOf((byte)0) is var end and >= 0) return Encoding.UTF8.GetString(buffer, 0, end);
        }
        return null; // an answer without its end may be half of one
    }

    private static ScanAnswer Read(string? said)
    {
        const string stream = "stream: ", found = " FOUND";
        if (said is null) return ScanAnswer.Without(ScanGap.NoAnswer);
        if (said == stream + "OK") return new(ScanState.Clean);
        if (said.StartsWith(stream, StringComparison.Ordinal) && said.EndsWith(found, StringComparison.Ordinal)) return new(ScanState.Infected, said[stream.Length..^found.Length]);
        return ScanAnswer.Without(said.Contains("size limit exceeded", StringComparison.OrdinalIgnoreCase) ? ScanGap.TooLarge : ScanGap.Failed);
    }
}
