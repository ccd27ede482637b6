using Gongkai.Platform.Scans;

namespace Gongkai.Platform.Files;

/// <summary>A file known by what it holds: its SHA-256 digest, lower-case hex, 64 characters.</summary>
public readonly record struct FileHash(string Hex)
{
    public override string ToString() => Hex;
}

/// <summary>What is known of a stored file. The same content is stored once, however often it is brought.</summary>
public sealed class StoredFile
{
    private StoredFile() { }

    internal StoredFile(FileHash hash, long size, DateTimeOffset storedAt) => (Hash, Size, StoredAt) = (hash.Hex, size, storedAt);

    /// <summary>Digest of the content.</summary>
    public string Hash { get; private init; } = "";

    /// <summary>Size in bytes.</summary>
    public long Size { get; private init; }

    public DateTimeOffset StoredAt { get; private init; }

    /// <summary>What the scanner said of it.</summary>
    public ScanState Scan { get; private set; }

    /// <summary>When it was offered to the scanner last; null before the first time.</summary>
    public DateTimeOffset? ScannedAt { get; private set; }

    /// <summary>Name of what was found; null where nothing was.</summary>
    public string? Signature { get; private set; }

    /// <summary>Notes what came of offering it; where nothing did, what was known still holds.</summary>
    internal void Judge(ScanAnswer answer, DateTimeOffset now)
    {
        ScannedAt = now;
        if (answer.Gap is null) (Scan, Signature) = (answer.State, answer.Signature);
    }
}
