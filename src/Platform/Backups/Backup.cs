using System.Formats.Tar;
using System.Reflection;
using System.Security.Cryptography;
using Gongkai.Platform.Data;
using Gongkai.Platform.Files;

namespace Gongkai.Platform.Backups;

/// <summary>
/// Takes a backup while the site runs: the database as it is at one moment, then the uploaded files that it names. A file is on the disk
/// before any row names it and never changes, so what arrives meanwhile does no harm: it belongs to the next backup.
/// </summary>
public sealed class Backup(DatabaseChoice database, FilePlace place, TimeProvider time)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Release of this program.</summary>
    public static string Release { get; } = typeof(Backup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    /// <summary>Name of an archive begun now, where only a folder was given.</summary>
    public string NewName() => $"gongkai-{time.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}.tar";

    /// <summary>Writes an archive that only its owner may read. Nothing stands under its name until it is whole.</summary>
    /// <param name="archive">Path of the archive; must not exist yet. The same folder must hold the database a second time for a while.</param>
    /// <param name="masterKey">Path of the master key to put into it; null to leave the key out.</param>
    /// <param name="stop">Gives up; nothing is left.</param>
    /// <exception cref="BackupException">It could not be written.</exception>
    public async Task<BackupManifest> Write(string archive, string? masterKey, CancellationToken stop)
    {
        archive = Path.GetFullPath(archive);
        if (File.Exists(archive) || Directory.Exists(archive)) throw new BackupException(BackupFault.TargetExists, archive);
        if (masterKey is not null && !File.Exists(masterKey)) throw new BackupException(BackupFault.NoMasterKey, masterKey);

        var scratch = $"{archive}.{Environment.ProcessId}.part";
        try
        {
            Directory.CreateDirectory(scratch);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(scratch, OwnerOnly | UnixFileMode.UserExecute);
            var draft = Path.Combine(scratch, "archive");
            var manifest = await Write(draft, scratch, masterKey, stop);
            File.Move(draft, archive, overwrite: false);
            return manifest;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new BackupException(BackupFault.NotWritable, $"{archive}: {problem.Message}");
        }
        finally
        {
            if (Directory.Exists(scratch)) Directory.Delete(scratch, recursive: true);
        }
    }

    private async Task<BackupManifest> Write(string draft, string scratch, string? masterKey, CancellationToken stop)
    {
        var begun = time.GetUtcNow();
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        await using var file = new FileStream(draft, options);
        await using (var tar = new TarWriter(file, TarEntryFormat.Pax, leaveOpen: true))
        {
            var (manifest, named) = await WriteDatabase(tar, scratch, begun, stop);
            manifest = await WriteFiles(tar, manifest, named, begun, stop);
            if (masterKey is not null)
            {
                var key = await File.ReadAllBytesAsync(masterKey, stop);
                manifest = manifest with { MasterKeyDigest = Digest(key) };
                await Put(tar, BackupNames.MasterKey, key, begun, stop);
            }
            var json = manifest.Write();
            await Put(tar, BackupNames.Manifest, json, begun, stop);
            await Put(tar, BackupNames.ManifestDigest, System.Text.Encoding.ASCII.GetBytes(Digest(json)), begun, stop);
            await tar.DisposeAsync();
            file.Flush(flushToDisk: true);
            return manifest;
        }
    }

    private async Task<(BackupManifest Manifest, IReadOnlyList<string> Files)> WriteDatabase(TarWriter tar, string scratch, DateTimeOffset begun, CancellationToken stop)
    {
        await using var held = await HeldDatabase.Hold(database, scratch, stop);
        var parts = new List<BackupPart>();
        var manifest = new BackupManifest
        {
            Form = BackupManifest.PresentForm,
            Release = Release,
            Engine = database.Engine,
            BegunAt = begun,
            Schema = await held.SchemaSteps(stop),
            Rows = await held.Rows(stop),
            Parts = parts,
            Files = 0,
            FileBytes = 0,
            LostFiles = [],
            MasterKeyDigest = null,
        };
        var files = await held.Files(stop).ToListAsync(stop);
        await foreach (var (name, path) in held.Parts(stop))
        {
            await using (var content = File.OpenRead(path))
            {
                parts.Add(new(name, content.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(content, stop))));
                content.Position = 0;
                await Put(tar, name, content, begun, stop);
            }
            if (path.EndsWith(BackupNames.Sqlite, StringComparison.Ordinal)) continue; // still open
            File.Delete(path);
        }
        return (manifest, files);
    }

    private async Task<BackupManifest> WriteFiles(TarWriter tar, BackupManifest manifest, IReadOnlyList<string> named, DateTimeOffset begun, CancellationToken stop)
    {
        var (count, bytes, lost) = (0L, 0L, new List<string>());
        foreach (var hash in named)
        {
            var path = Path.Combine(place.Path, hash[..2], hash);
            await using var content = File.Exists(path) ? File.OpenRead(path) : null;
            if (content is null || Convert.ToHexStringLower(await SHA256.HashDataAsync(content, stop)) != hash)
            {
                lost.Add(hash);
                continue;
            }
            content.Position = 0;
            await Put(tar, BackupNames.OfFile(hash), content, begun, stop);
            (count, bytes) = (count + 1, bytes + content.Length);
        }
        return manifest with { Files = count, FileBytes = bytes, LostFiles = lost };
    }

    private static async Task Put(TarWriter tar, string name, byte[] content, DateTimeOffset at, CancellationToken stop)
    {
        using var stream = new MemoryStream(content);
        await Put(tar, name, stream, at, stop);
    }

    private static Task Put(TarWriter tar, string name, Stream content, DateTimeOffset at, CancellationToken stop) =>
        tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = content, ModificationTime = at, Mode = OwnerOnly }, stop);

    private static string Digest(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
