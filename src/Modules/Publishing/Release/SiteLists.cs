using Gongkai.Checks;
using Microsoft.Extensions.Caching.Memory;

namespace Gongkai.Publishing.Release;

/// <summary>The ready-made lists with the words of the office. Making them ready to be looked for takes longer than a page may, so they are kept.</summary>
internal sealed class SiteLists(IMemoryCache cache)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    /// <summary>The lists for these words.</summary>
    public CheckLists With(OwnWords own)
    {
        if (own.IsEmpty) return CheckLists.Ready;
        var key = (typeof(SiteLists), own.Version);
        return cache.TryGetValue(key, out CheckLists? known) && known is not null ? known : cache.Set(key, CheckLists.Ready.With(own), new MemoryCacheEntryOptions { SlidingExpiration = Kept });
    }
}
