using Gongkai.Platform.Audit;
using Gongkai.Platform.Data;
using Gongkai.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Scans;

/// <summary>Notes what the scanner says of a stored file, and shuts or opens it (隔离).</summary>
internal sealed class Quarantine(Db db, TimeProvider time)
{
    public async Task Judge(string hash, ScanAnswer answer, CancellationToken stop)
    {
        var file = await db.Get<StoredFile>(hash, stop);
        var before = file.Scan;
        file.Judge(answer, time.GetUtcNow());
        if (file.Scan == ScanState.Infected && before != ScanState.Infected)
        {
            db.Record(this, SubjectOf(hash), $"发现病毒（{file.Signature}），停止下载");
            db.Raise(new FileQuarantined(hash, file.Signature!, time.GetUtcNow()));
        }
        else if (file.Scan == ScanState.Clean && before == ScanState.Infected)
        {
            db.Record(this, SubjectOf(hash), "再次查毒没有发现病毒，恢复下载");
        }
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another node was first.
        }
    }

    /// <summary>A file in the record: the first half of its digest.</summary>
    public static Subject SubjectOf(string hash) => new("file", new Guid(Convert.FromHexString(hash).AsSpan(0, 16)));
}
