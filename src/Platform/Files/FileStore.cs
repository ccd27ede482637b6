using System.Security.Cryptography;
using Gongkai.Platform.Data;
using Gongkai.Platform.Scans;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Files;

/// <summary>Where files lie.</summary>
/// <param name="Path">Folder outside the web root.</param>
public sealed record FilePlace(string Path);

/// <summary>
/// Files by content, on the disk outside the web root. A file is on the disk under its digest before any row names it,
/// so a crash in between leaves an unnamed file, never a name without a file.
/// </summary>
public sealed class FileStore(Db db, FilePlace place, ScanSettings scans, TimeProvider time)
{
    /// <summary>Stores a stream. The row is added to the present act and saved with it.</summary>
    /// <param name="content">Content from its present position to its end.</param>
    /// <param name="stop">Stops the copying; nothing is stored then.</param>
    /// <returns>Digest of the content.</returns>
    public async Task<FileHash> Keep(Stream content, CancellationToken stop)
    {
        Directory.CreateDirectory(place.Path);
        var draft = System.IO.Path.Combine(place.Path, $"{NewId.At(time)}.part");
        try
        {
            var (hash, size) = await Copy(content, draft, stop);
            var final = PathOf(hash);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(final)!);
            File.Move(draft, final, overwrite: true);
            if (await db.FindAsync<StoredFile>([hash.Hex], stop) is null) db.Add(new StoredFile(hash, size, time.GetUtcNow()));
            return hash;
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <summary>Opens a stored file for reading. The one way out: what is infected leaves by no other.</summary>
    /// <exception cref="MissingException">No such file is stored.</exception>
    /// <exception cref="WithheldException">Something was found in it, or it was not scanned yet where that is required.</exception>
    public async Task<Stream> Open(FileHash hash, CancellationToken stop)
    {
        var content = OpenUnasked(hash);
        try
        {
            var known = await db.Set<StoredFile>().AsNoTracking().Where(file => file.Hash == hash.Hex).Select(file => (ScanState?)file.Scan).SingleOrDefaultAsync(stop);
            if (known == ScanState.Infected || (scans.Required && known != ScanState.Clean)) throw new WithheldException(known == ScanState.Infected);
            return content;
        }
        catch
        {
            await content.DisposeAsync();
            throw;
        }
    }

    /// <summary>True where the content lies on the disk, as it does for every row unless something went wrong outside the program.</summary>
    public bool Holds(FileHash hash) => IsHash(hash.Hex) && File.Exists(PathOf(hash));

    /// <summary>Opens a file for the scanner, which must see it whatever it is.</summary>
    /// <exception cref="MissingException">No such file is stored.</exception>
    internal Stream OpenUnasked(FileHash hash) =>
        Holds(hash) ? File.OpenRead(PathOf(hash)) : throw new MissingException("file", hash);

    private static async Task<(FileHash, long)> Copy(Stream content, string path, CancellationToken stop)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[81920];
        for (int read; (read = await content.ReadAsync(buffer, stop)) > 0;)
        {
            digest.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), stop);
        }
        file.Flush(flushToDisk: true);
        return (new(Convert.ToHexStringLower(digest.GetHashAndReset())), file.Length);
    }

    private string PathOf(FileHash hash) => System.IO.Path.Combine(place.Path, hash.Hex[..2], hash.Hex);

    /// <summary>Only a digest may become a path.</summary>
    private static bool IsHash(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);
}
