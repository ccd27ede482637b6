using Gongkai.Platform.Data;
using Gongkai.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Scans;

/// <summary>Tells pages how the files stand that they list.</summary>
public sealed class FileScans(Db db)
{
    /// <summary>How each file stands; a digest that no row names is left out.</summary>
    public async Task<IReadOnlyDictionary<string, ScanState>> Of(IReadOnlyCollection<string> hashes, CancellationToken stop) => hashes.Count == 0
        ? new Dictionary<string, ScanState>()
        : await db.Set<StoredFile>().AsNoTracking().Where(file => hashes.Contains(file.Hash)).ToDictionaryAsync(file => file.Hash, file => file.Scan, stop);
}
