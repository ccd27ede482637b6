using System.Data;
using Gongkai.Platform.Data;
using Gongkai.Platform.Files;
using Microsoft.Data.Sqlite;

namespace Gongkai.Platform.Backups;

/// <summary>What a restore proved.</summary>
/// <param name="Manifest">What the archive said.</param>
/// <param name="Pending">Steps of the schema that this program still has to run: the archive is of an earlier release.</param>
/// <param name="MasterKey">True when the master key was restored too.</param>
public sealed record Restored(BackupManifest Manifest, IReadOnlyList<string> Pending, bool MasterKey);

/// <summary>
/// Brings an archive into an empty place. Everything is unpacked and verified aside, loaded, and compared with the manifest before the
/// first thing stands in its place; whatever goes wrong before leaves the place as empty as it was.
/// </summary>
public sealed class Restore(DatabaseChoice database, FilePlace place, IEnumerable<SchemaSource> sources)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>What SQLite lays beside a database and takes for its own when it opens one.</summary>
    private static readonly string[] Journals = ["-wal", "-shm", "-journal"];

    private string SqliteFile => Path.GetFullPath(new SqliteConnectionStringBuilder(database.Connection).DataSource);

    /// <summary>Restores.</summary>
    /// <param name="archive">Path of the archive.</param>
    /// <param name="masterKey">Where the master key belongs, should the archive hold it.</param>
    /// <param name="stop">Gives up; nothing is left.</param>
    /// <exception cref="BackupException">The archive or the place will not do.</exception>
    public async Task<Restored> Run(string archive, string masterKey, CancellationToken stop)
    {
        await RefuseFullPlace(stop);
        var hadPlace = Directory.Exists(place.Path);
        var aside = Path.Combine(place.Path, $".restoring-{Environment.ProcessId}");
        try
        {
            Directory.CreateDirectory(aside);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(aside, OwnerOnly | UnixFileMode.UserExecute);
            var unpacked = await UnpackedArchive.Unpack(archive, aside, stop);
            var pending = Compare(unpacked.Manifest);
            if (unpacked.Manifest.MasterKeyDigest is not null && File.Exists(masterKey)) throw new BackupException(BackupFault.NotEmpty, masterKey);
            await (database.Engine == Engine.Sqlite ? ProveSqlite(unpacked, masterKey, stop) : LoadPostgreSql(unpacked, masterKey, stop));
            return new(unpacked.Manifest, pending, unpacked.Manifest.MasterKeyDigest is not null);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new BackupException(BackupFault.NotWritable, problem.Message);
        }
        finally
        {
            if (Directory.Exists(aside)) Directory.Delete(aside, recursive: true);
            if (!hadPlace && Directory.Exists(place.Path) && !Directory.EnumerateFileSystemEntries(place.Path).Any()) Directory.Delete(place.Path);
        }
    }

    private async Task RefuseFullPlace(CancellationToken stop)
    {
        if (Directory.Exists(place.Path) && Directory.EnumerateFileSystemEntries(place.Path).Any()) throw new BackupException(BackupFault.NotEmpty, place.Path);
        if (database.Engine == Engine.Sqlite)
        {
            if (File.Exists(SqliteFile)) throw new BackupException(BackupFault.NotEmpty, SqliteFile);
            if (Journals.Select(end => SqliteFile + end).FirstOrDefault(File.Exists) is { } leftover) throw new BackupException(BackupFault.Leftover, leftover);
            return;
        }
        await using var held = await HeldPostgreSql.Begin(database, "", IsolationLevel.ReadCommitted, stop);
        if ((await held.Tables(stop)).Count > 0) throw new BackupException(BackupFault.NotEmpty, "PostgreSQL");
    }

    /// <returns>Steps that this program has and the archive has not.</returns>
    private IReadOnlyList<string> Compare(BackupManifest manifest)
    {
        if (manifest.Engine != database.Engine) throw new BackupException(BackupFault.OtherEngine, manifest.Engine.ToString());
        var known = Files().Select(Step).ToList();
        if (manifest.Schema.Except(known).FirstOrDefault() is { } unknown) throw new BackupException(BackupFault.OtherRelease, $"{unknown} ({manifest.Release})");
        return [.. known.Except(manifest.Schema)];
    }

    private async Task ProveSqlite(UnpackedArchive unpacked, string masterKey, CancellationToken stop)
    {
        var file = unpacked.PathOf(BackupNames.Sqlite);
        await using (var loaded = await HeldSqlite.Open(file, stop))
        {
            if (await loaded.Fault(stop) is { } fault) throw new BackupException(BackupFault.NotProved, fault);
            await Prove(loaded, unpacked, stop);
        }
        var beside = SqliteFile + ".restoring";
        Directory.CreateDirectory(Path.GetDirectoryName(beside)!);
        await PutInPlace(unpacked, masterKey, () =>
        {
            PutSqlite(file, beside);
            return Task.CompletedTask;
        });
    }

    private void PutSqlite(string file, string beside)
    {
        File.Copy(file, beside, overwrite: true);
        using (var copied = File.Open(beside, FileMode.Open, FileAccess.ReadWrite)) copied.Flush(flushToDisk: true);
        File.Move(beside, SqliteFile, overwrite: false);
    }

    private async Task LoadPostgreSql(UnpackedArchive unpacked, string masterKey, CancellationToken stop)
    {
        await using var loading = await HeldPostgreSql.Begin(database, unpacked.Folder, IsolationLevel.ReadCommitted, stop);
        var steps = unpacked.Manifest.Schema.ToHashSet();
        var tables = unpacked.Manifest.Parts.Select(part => (Table: BackupNames.Table(part.Name)!, Path: unpacked.PathOf(part.Name))).ToList();
        try
        {
            await loading.Load(Files().Where(file => steps.Contains(Step(file))), tables, stop);
        }
        catch (Npgsql.PostgresException problem)
        {
            throw new BackupException(BackupFault.NotProved, problem.MessageText);
        }
        await Prove(loading, unpacked, stop);
        await PutInPlace(unpacked, masterKey, () => loading.Commit(CancellationToken.None));
    }

    private static async Task Prove(HeldDatabase loaded, UnpackedArchive unpacked, CancellationToken stop)
    {
        var manifest = unpacked.Manifest;
        if (!(await loaded.SchemaSteps(stop)).SequenceEqual(manifest.Schema)) throw new BackupException(BackupFault.NotProved, "platform_schema");
        var rows = await loaded.Rows(stop);
        if (rows.Keys.Union(manifest.Rows.Keys).FirstOrDefault(table => !rows.TryGetValue(table, out var found) || !manifest.Rows.TryGetValue(table, out var said) || found != said) is { } differing)
            throw new BackupException(BackupFault.NotProved, differing);
        var named = await loaded.Files(stop).ToHashSetAsync(cancellationToken: stop);
        if (named.Except(unpacked.Files).Except(manifest.LostFiles).FirstOrDefault() is { } missing) throw new BackupException(BackupFault.NotProved, missing);
        if (unpacked.Files.Except(named).FirstOrDefault() is { } unnamed) throw new BackupException(BackupFault.NotProved, unnamed);
    }

    /// <summary>Files first, the database last: from then on the site is there. Takes everything back when that fails.</summary>
    private async Task PutInPlace(UnpackedArchive unpacked, string masterKey, Func<Task> putDatabase)
    {
        var put = new List<string>();
        var hasKey = unpacked.Manifest.MasterKeyDigest is not null;
        try
        {
            if (unpacked.Files.Count > 0)
            {
                foreach (var folder in Directory.GetDirectories(unpacked.PathOf("files")))
                {
                    var target = Path.Combine(place.Path, Path.GetFileName(folder));
                    Directory.Move(folder, target);
                    put.Add(target);
                }
            }
            if (hasKey)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(masterKey)!);
                File.Copy(unpacked.PathOf(BackupNames.MasterKey), masterKey, overwrite: false);
                if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(masterKey, OwnerOnly);
            }
            await putDatabase();
        }
        catch
        {
            foreach (var folder in put) Directory.Delete(folder, recursive: true);
            if (hasKey) File.Delete(masterKey);
            throw;
        }
    }

    private IEnumerable<SchemaFile> Files() => sources.SelectMany(source => source.Files(database.Engine == Engine.PostgreSql));

    private static string Step(SchemaFile file) => $"{file.Module}/{file.Name}";
}
