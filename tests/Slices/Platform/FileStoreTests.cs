using System.Security.Cryptography;
using System.Text;
using Gongkai.Platform.Data;
using Gongkai.Platform.Files;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Gongkai.Slices.Platform;

public class FileStoreTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EachEngine]
    public async Task Knows_a_file_by_its_content_and_gives_it_back(Site site)
    {
        var content = Encoding.UTF8.GetBytes("云泽市政务公开");

        var hash = await Keep(site, content);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), hash.Hex);
        await using var kept = await site.AsSystem().Run((FileStore files) => files.Open(hash, Stop));
        using var copy = new MemoryStream();
        await kept.CopyToAsync(copy, Stop);
        Assert.Equal(content, copy.ToArray());
    }

    [Theory, EachEngine]
    public async Task Stores_the_same_content_once(Site site)
    {
        var first = await Keep(site, [1, 2, 3]);
        var second = await Keep(site, [1, 2, 3]);

        Assert.Equal(first, second);
        var stored = await site.AsSystem().Run((Db db) => db.Set<StoredFile>().SingleAsync(Stop));
        Assert.Equal((first.Hex, 3L), (stored.Hash, stored.Size));
        Assert.Single(OnDisk(site));
    }

    [Theory, EachEngine]
    public async Task Leaves_nothing_behind_when_the_copy_breaks_off(Site site)
    {
        await Assert.ThrowsAsync<IOException>(() => site.AsSystem().Run((FileStore files) => files.Keep(new BrokenStream(), Stop)));

        Assert.Empty(OnDisk(site));
    }

    [Theory]
    [EachEngine("../../../../etc/passwd")]
    [EachEngine("")]
    [EachEngine("..")]
    [EachEngine("ABCDEF0123456789abcdef0123456789abcdef0123456789abcdef0123456789")]
    [EachEngine("0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task Opens_nothing_but_a_stored_digest(Site site, string hash) =>
        await Assert.ThrowsAsync<MissingException>(() => site.AsSystem().Run((FileStore files) => files.Open(new(hash), Stop)));

    private static Task<FileHash> Keep(Site site, byte[] content) => site.AsSystem().Run(async (FileAct act) => await act.Run(content, Stop));

    private static string[] OnDisk(Site site) => Directory.GetFiles(Path.Combine(site.Folder, "files"), "*", SearchOption.AllDirectories);

    /// <summary>Keeps a file and saves, as an act does.</summary>
    private sealed class FileAct(Db db, FileStore files)
    {
        public async Task<FileHash> Run(byte[] content, CancellationToken stop)
        {
            using var stream = new MemoryStream(content);
            var hash = await files.Keep(stream, stop);
            await db.SaveChangesAsync(stop);
            return hash;
        }
    }

    /// <summary>An upload whose line breaks after the first bytes.</summary>
    private sealed class BrokenStream() : MemoryStream(new byte[100])
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position == 0 ? await base.ReadAsync(buffer[..10], cancellationToken) : throw new IOException("line broken");
    }
}
