using Gongkai.Platform.Data;

namespace Gongkai.Duties;

/// <summary>Finds out that somebody else changed a thing while the officer was typing.</summary>
internal static class Stale
{
    /// <summary>The refusal when the thing is no longer the one that was shown.</summary>
    /// <param name="thing">The thing as it is.</param>
    /// <param name="seen">Version that the page showed.</param>
    public static IEnumerable<Refusal> Against(IVersioned thing, int seen)
    {
        if (thing.Version != seen) yield return new("platform.changed-meanwhile");
    }
}
