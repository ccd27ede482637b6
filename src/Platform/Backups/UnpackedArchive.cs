using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text;

namespace Gongkai.Platform.Backups;

/// <summary>An archive unpacked into a folder of its own, every digest verified.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Manifest">What the archive says of itself.</param>
/// <param name="Files">Digests of the uploaded files in it.</param>
internal sealed record UnpackedArchive(string Folder, BackupManifest Manifest, IReadOnlySet<string> Files)
{
    private const long LargestManifest = 64 << 20;

    /// <summary>Path of an entry.</summary>
    public string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>Unpacks an archive; a name that is not on the list never becomes a path.</summary>
    /// <exception cref="BackupException">The archive was cut short or altered, or holds what no archive of this program holds.</exception>
    public static async Task<UnpackedArchive> Unpack(string archive, string folder, CancellationToken stop)
    {
        var unpacking = new Unpacking(folder);
        try
        {
            await using var file = File.OpenRead(archive);
            await using var tar = new TarReader(file);
            while (await tar.GetNextEntryAsync(copyData: false, stop) is { } entry) await unpacking.Take(entry, stop);
        }
        catch (Exception problem) when (problem is InvalidDataException or EndOfStreamException or FormatException or ArgumentException or OverflowException or NotSupportedException)
        {
            throw new BackupException(BackupFault.Damaged, problem.Message);
        }
        return unpacking.Verify();
    }

    private sealed class Unpacking(string folder)
    {
        private readonly Dictionary<string, (long Size, string Digest)> _taken = [];
        private readonly HashSet<string> _files = [];
        private long _fileBytes;
        private byte[] _manifest = [];
        private string _manifestDigest = "";

        public async Task Take(TarEntry entry, CancellationToken stop)
        {
            if (entry.EntryType != TarEntryType.RegularFile) throw new BackupException(BackupFault.ForeignEntry, entry.Name);
            var content = entry.DataStream ?? Stream.Null;
            if (entry.Name == BackupNames.Manifest) _manifest = await Read(content, stop);
            else if (entry.Name == BackupNames.ManifestDigest) _manifestDigest = Encoding.ASCII.GetString(await Read(content, stop));
            else if (BackupNames.File(entry.Name) is { } hash) await TakeFile(entry.Name, hash, content, stop);
            else if (entry.Name is BackupNames.Sqlite or BackupNames.MasterKey || BackupNames.Table(entry.Name) is not null) _taken.Add(entry.Name, await Copy(entry.Name, content, stop));
            else throw new BackupException(BackupFault.ForeignEntry, entry.Name);
        }

        public UnpackedArchive Verify()
        {
            if (_manifest.Length == 0 || Convert.ToHexStringLower(SHA256.HashData(_manifest)) != _manifestDigest || BackupManifest.Read(_manifest) is not { } manifest)
                throw new BackupException(BackupFault.Damaged, BackupNames.Manifest);
            foreach (var part in manifest.Parts)
                if (!_taken.Remove(part.Name, out var taken) || taken != (part.Size, part.Digest)) throw new BackupException(BackupFault.Damaged, part.Name);
            if (manifest.MasterKeyDigest is { } key && (!_taken.Remove(BackupNames.MasterKey, out var taken2) || taken2.Digest != key)) throw new BackupException(BackupFault.Damaged, BackupNames.MasterKey);
            if (_taken.Keys.FirstOrDefault() is { } unlisted) throw new BackupException(BackupFault.Damaged, unlisted);
            if ((_files.Count, _fileBytes) != (manifest.Files, manifest.FileBytes)) throw new BackupException(BackupFault.Damaged, $"files: {_files.Count}/{manifest.Files}");
            return new(folder, manifest, _files);
        }

        private async Task TakeFile(string name, string hash, Stream content, CancellationToken stop)
        {
            var (size, digest) = await Copy(name, content, stop);
            if (digest != hash) throw new BackupException(BackupFault.Damaged, name);
            _files.Add(hash);
            _fileBytes += size;
        }

        private async Task<(long Size, string Digest)> Copy(string name, Stream content, CancellationToken stop)
        {
            var path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var buffer = new byte[81920];
            for (int read; (read = await content.ReadAsync(buffer, stop)) > 0;)
            {
                digest.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), stop);
            }
            file.Flush(flushToDisk: true);
            return (file.Length, Convert.ToHexStringLower(digest.GetHashAndReset()));
        }

        private static async Task<byte[]> Read(Stream content, CancellationToken stop)
        {
            if (content.Length > LargestManifest) throw new InvalidDataException(BackupNames.Manifest);
            using var all = new MemoryStream();
            await content.CopyToAsync(all, stop);
            return all.ToArray();
        }
    }
}
