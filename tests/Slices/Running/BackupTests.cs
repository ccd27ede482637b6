using System.Collections.Concurrent;
using System.Formats.Tar;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using Gongkai.Organs.Contracts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Backups;
using Gongkai.Platform.Data;
using Gongkai.Platform.Files;
using Gongkai.Slices.Organs;
using Gongkai.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gongkai.Slices.Running;

/// <summary>The real program takes a backup of a site that people work on, and restores it elsewhere.</summary>
[SupportedOSPlatform("linux")]
public class BackupTests
{
    private readonly string _folder = TestFolder.Make();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Archive => Path.Combine(_folder, "site.tar");

    [Theory, EachEngine]
    public async Task Holds_everything_acknowledged_before_it_began(Site site)
    {
        await site.WithCounty();
        var acknowledged = new ConcurrentQueue<string>();
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var reached = new TaskCompletionSource();
        var working = Task.Run(
            async () =>
            {
                for (var number = 0; !enough.IsCancellationRequested; number++)
                {
                    await Act(site, number, acknowledged);
                    if (number == 10) reached.SetResult();
                }
            },
            Stop);
        await reached.Task;
        var before = acknowledged.ToList();

        var backup = await Backup(site);
        await enough.CancelAsync();
        await working;

        Assert.Equal((0, ""), (backup.ExitCode, backup.Error));
        Assert.True(acknowledged.Count > before.Count, "Work went on meanwhile");
        await using var second = await Restored(site.Engine);
        Assert.Contains("已恢复并核验", second.Finished.Out, StringComparison.Ordinal);
        await using var restored = second.Open();
        var files = await restored.AsSystem().Run((Db db) => db.Set<StoredFile>().Select(file => file.Hash).ToListAsync(Stop));
        Assert.Empty(before.Except(files));
        foreach (var hash in files)
            await using (var content = await restored.AsSystem().Run((FileStore store) => store.Open(new(hash), Stop)))
                Assert.Equal(hash, Convert.ToHexStringLower(await SHA256.HashDataAsync(content, Stop)));
        Assert.Equal(files.Count, await restored.AsSystem().Run((Db db) => db.Set<AuditEntry>().CountAsync(entry => entry.Act == "organs.CreateAccount", Stop)));
        await Act(restored, 5000, acknowledged); // numbers that the database gives go on where they were
    }

    [Theory, EachEngine]
    public async Task Refuses_a_place_that_is_not_empty(Site site)
    {
        await site.WithCounty();
        await Backup(site);

        var refused = await GongkaiProcess.Run(_folder, "restore", Archive, "--database", await site.DatabaseSetting(), "--files", "elsewhere");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("只能恢复到空的地方", refused.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder, "elsewhere")));
    }

    [Theory]
    [InlineData("-wal")]
    [InlineData("-shm")]
    [InlineData("-journal")]
    public async Task Refuses_a_place_where_an_earlier_database_left_its_journal(string end)
    {
        await using var site = new Site(Engine.Sqlite);
        await site.WithCounty();
        await Backup(site);
        var journal = Path.Combine(_folder, "second", "gongkai.db" + end);
        Directory.CreateDirectory(Path.GetDirectoryName(journal)!);
        await File.WriteAllBytesAsync(journal, await StaleJournal(end), Stop);

        var refused = await GongkaiProcess.Run(_folder, "restore", Archive, "--data", "second");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains($"{journal} 是以前的数据库留下的日志", refused.Error, StringComparison.Ordinal);
        Assert.Equal([journal], Directory.GetFileSystemEntries(Path.Combine(_folder, "second")));
        File.Delete(journal);
        Assert.Equal(0, (await GongkaiProcess.Run(_folder, "restore", Archive, "--data", "second")).ExitCode);
    }

    [Theory, EachEngine]
    public async Task Refuses_what_was_cut_short_or_altered_and_leaves_nothing(Site site)
    {
        await site.WithCounty();
        await Act(site, 1, []);
        await Backup(site);
        var whole = await File.ReadAllBytesAsync(Archive, Stop);
        var entries = await Ends(Archive);
        List<(long End, long Length)> ends = [.. entries.Where((_, place) => place % 9 == 0), .. entries.TakeLast(3)]; // some tables; the last file, the manifest and its digest

        foreach (var (end, length) in ends.Where(entry => entry.Length > 0))
        {
            var altered = whole.ToArray();
            altered[end - 1 - (length / 2)] ^= 0x20;
            await RefusesAsDamaged(site.Engine, altered);
        }
        foreach (var (end, _) in ends) await RefusesAsDamaged(site.Engine, whole[..(int)(end - 1)]);
    }

    [Theory]
    [InlineData("../escaped")]
    [InlineData("/tmp/gongkai-escaped")]
    [InlineData("files/../../escaped")]
    [InlineData("files/aa/../../../escaped")]
    [InlineData("tables/../escaped")]
    [InlineData("tables/..")]
    public async Task Refuses_names_that_lead_elsewhere(string name)
    {
        await using (var tar = new TarWriter(File.Create(Archive)))
            await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream([1, 2, 3]) }, Stop);

        var refused = await GongkaiProcess.Run(_folder, "restore", Archive, "--data", "inner/place");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("不该有的内容", refused.Error, StringComparison.Ordinal);
        Assert.Equal([Archive], Directory.GetFiles(_folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Refuses_links()
    {
        await using (var tar = new TarWriter(File.Create(Archive)))
            await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.SymbolicLink, "database.db") { LinkName = "/etc/passwd" }, Stop);

        Assert.Contains("不该有的内容", (await GongkaiProcess.Run(_folder, "restore", Archive)).Error, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Says_which_files_were_lost_before(Site site)
    {
        await site.WithCounty();
        var kept = new ConcurrentQueue<string>();
        await Act(site, 1, kept);
        await Act(site, 2, kept);
        var lost = kept.First();
        File.Delete(Path.Combine(site.Folder, "files", lost[..2], lost));

        var backup = await Backup(site);
        await using var restored = await Restored(site.Engine);

        Assert.Equal(1, backup.ExitCode);
        Assert.Contains(lost, backup.Error, StringComparison.Ordinal);
        Assert.Equal(0, restored.Finished.ExitCode);
        Assert.Contains(lost, restored.Finished.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaves_the_master_key_out_unless_it_is_asked_for()
    {
        await GongkaiProcess.Run(_folder, "migrate");
        var key = Path.Combine(_folder, "data", "master.key");
        await File.WriteAllTextAsync(key, Convert.ToBase64String(new byte[32]), Stop);
        File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        var without = await GongkaiProcess.Run(_folder, "backup", "without.tar");
        var with = await GongkaiProcess.Run(_folder, "backup", "with.tar", "--with-master-key");
        var restored = await GongkaiProcess.Run(_folder, "restore", "with.tar", "--data", "second");

        Assert.Contains("主密钥不在备份里", without.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("master.key", await Names(Path.Combine(_folder, "without.tar")));
        Assert.Contains("master.key", await Names(Path.Combine(_folder, "with.tar")));
        Assert.Equal((0, 0), (with.ExitCode, restored.ExitCode));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_folder, "second", "master.key")));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_folder, "with.tar")));
    }

    /// <summary>One act with a file, as somebody at work does it; its digest is acknowledged when it is stored.</summary>
    private static async Task Act(Site site, int number, ConcurrentQueue<string> acknowledged)
    {
        var hash = await site.AsSystem().Run(async (IServiceProvider services) =>
        {
            var hash = await services.GetRequiredService<FileStore>().Keep(new MemoryStream(BitConverter.GetBytes(number)), Stop);
            var made = await services.GetRequiredService<IStaffing>().CreateAccount($"clerk-{number}", "测试员", Site.Password, Stop);
            Assert.Empty(made.Refusals);
            await services.GetRequiredService<Db>().SaveChangesAsync(Stop);
            return hash.Hex;
        });
        acknowledged.Enqueue(hash);
    }

    private async Task<Finished> Backup(Site site) =>
        await GongkaiProcess.Run(_folder, "backup", Archive, "--database", await site.DatabaseSetting(), "--files", Path.Combine(site.Folder, "files"));

    private async Task RefusesAsDamaged(Engine engine, byte[] archive)
    {
        var path = Path.Combine(_folder, "altered.tar");
        await File.WriteAllBytesAsync(path, archive, Stop);
        await using var place = await EmptyPlace.Make(engine, TestFolder.Make());
        var problem = await Assert.ThrowsAsync<BackupException>(() => place.Restore(path, Stop));

        Assert.True(problem.Fault is BackupFault.Damaged or BackupFault.ForeignEntry, problem.Message);
        Assert.Empty(await place.Holds(Stop));
    }

    private async Task<EmptyPlace> Restored(Engine engine)
    {
        var place = await EmptyPlace.Make(engine, TestFolder.Make());
        place.Finished = await GongkaiProcess.Run(_folder, "restore", Archive, "--database", place.Setting, "--files", Path.Combine(place.Folder, "files"));
        Assert.Equal((0, ""), (place.Finished.ExitCode, place.Finished.Error));
        return place;
    }

    /// <summary>What lies beside a database that somebody has just written into and whose program then dies.</summary>
    private static async Task<byte[]> StaleJournal(string end)
    {
        var file = Path.Combine(TestFolder.Make(), "other.db");
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=false");
        await connection.OpenAsync(Stop);
        await using var write = new SqliteCommand(end == "-journal" ? "create table a (b text); begin; insert into a values ('c')" : "pragma journal_mode = wal; create table a (b text); insert into a values ('c')", connection);
        await write.ExecuteNonQueryAsync(Stop);
        await using var journal = new FileStream(file + end, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var content = new byte[journal.Length];
        await journal.ReadExactlyAsync(content, Stop);
        Assert.NotEmpty(content);
        return content;
    }

    /// <summary>Where the content of each entry ends in the archive, and how long it is.</summary>
    private static async Task<List<(long End, long Length)>> Ends(string archive)
    {
        var ends = new List<(long, long)>();
        await using var file = File.OpenRead(archive);
        await using var tar = new TarReader(file);
        while (await tar.GetNextEntryAsync(copyData: false, Stop) is { } entry)
            ends.Add((entry.DataOffset + entry.Length, entry.Length));
        return ends;
    }

    private static async Task<List<string>> Names(string archive)
    {
        var names = new List<string>();
        await using var tar = new TarReader(File.OpenRead(archive));
        while (await tar.GetNextEntryAsync(copyData: false, Stop) is { } entry) names.Add(entry.Name);
        return names;
    }
}
