using Gongkai.Platform.Data;
using Gongkai.Platform.Files;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Gongkai.Slices.Scans;

/// <summary>Steps that several tests take with a site and its scanner.</summary>
internal static class ScanScene
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Sets the scanner up.</summary>
    public static Site Scanning(this Site site, ScanDaemon daemon, bool required = false) =>
        site.Setting("Scan:Socket", daemon.Address).Setting("Scan:TimeoutSeconds", "10").Setting("Scan:Required", required ? "true" : "false");

    /// <summary>Brings a file as a form does, and saves what came of it.</summary>
    public static Task<Outcome<TakenFile>> Bring(this Site site, byte[] content, string name = "情况.txt") => site.AsSystem().Run((Bringing act) => act.Run(name, content));

    public static Task<StoredFile?> Stored(this Site site, FileHash hash) => site.AsSystem().Run((Db db) => db.Set<StoredFile>().AsNoTracking().SingleOrDefaultAsync(file => file.Hash == hash.Hex, Stop));

    public static Task Open(this Site site, FileHash hash) => site.AsSystem().Run(async (FileStore files) =>
    {
        await using var content = await files.Open(hash, Stop);
    });

    private sealed class Bringing(Db db, UploadIntake uploads)
    {
        public async Task<Outcome<TakenFile>> Run(string name, byte[] content)
        {
            using var stream = new MemoryStream(content);
            var taken = await uploads.Take(name, stream, UploadRules.Attachment, Stop);
            await db.SaveChangesAsync(Stop);
            return taken;
        }
    }
}
