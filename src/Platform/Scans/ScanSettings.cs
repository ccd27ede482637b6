using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Gongkai.Platform.Scans;

/// <summary>Where the virus scanner (ClamAV's clamd) is, and what holds without its word. Set by whoever runs the site; read once, at the start.</summary>
public sealed record ScanSettings
{
    /// <summary>Section of the configuration that fills this record.</summary>
    public const string Section = "Scan";

    /// <summary>Path of its Unix socket, or <c>host:port</c>; null where there is none.</summary>
    public string? Socket { get; init; }

    /// <summary>True takes and hands out nothing that was not found clean.</summary>
    public bool Required { get; init; }

    /// <summary>Longest time for one file, in seconds. 1 to 600.</summary>
    public int TimeoutSeconds { get; init; } = 60;

    /// <summary>Largest file that is sent to be scanned, in MiB; not more than the daemon's own StreamMaxLength. 1 to 4000.</summary>
    public int Megabytes { get; init; } = 100;

    /// <summary>Days after which a file is scanned again, for what was unknown yesterday is known today. 1 to 365.</summary>
    public int RescanDays { get; init; } = 7;

    /// <summary>True where the address can be read, every number lies within its bounds, and nothing is required of a scanner that is not there.</summary>
    public bool IsUsable => (Socket is null || Address is not null) && (Socket is not null || !Required)
        && TimeoutSeconds is >= 1 and <= 600 && Megabytes is >= 1 and <= 4000 && RescanDays is >= 1 and <= 365;

    /// <summary>The address; null where there is none, or none that can be read.</summary>
    internal EndPoint? Address
    {
        get
        {
            if (string.IsNullOrWhiteSpace(Socket)) return null;
            if (Path.IsPathRooted(Socket)) return new UnixDomainSocketEndPoint(Socket);
            var colon = Socket.LastIndexOf(':');
            return colon > 0 && int.TryParse(Socket[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536
                ? new DnsEndPoint(Socket[..colon].Trim('[', ']'), port)
                : null;
        }
    }

    internal long Bytes => Megabytes * 1024L * 1024;
}
