using Gongkai.Checks;
using Gongkai.Platform.Files;
using Microsoft.Extensions.Caching.Memory;

namespace Gongkai.Publishing.Release;

/// <summary>
/// What checks find in stored files. A file is known by its digest, so what was found in it holds until the lists change: it is looked into once and not
/// on every page that shows it. What is kept is masked.
/// </summary>
internal sealed class FileReports(IMemoryCache cache, FileStore files)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(6);

    /// <summary>The report on a file.</summary>
    /// <param name="name">Its name, which is looked at too.</param>
    /// <param name="hash">Its digest.</param>
    /// <param name="lists">The lists that are looked for.</param>
    /// <param name="stop">Stops before the file is opened.</param>
    public async Task<FileReport> Of(string name, string hash, CheckLists lists, CancellationToken stop)
    {
        var key = (typeof(FileReports), name, hash, lists.Version);
        if (cache.TryGetValue(key, out FileReport? known) && known is not null) return known;
        await using var content = await files.Open(new(hash), stop);
        return cache.Set(key, FileChecks.Find(name, content, lists), new MemoryCacheEntryOptions { SlidingExpiration = Kept });
    }
}
