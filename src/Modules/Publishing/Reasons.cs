namespace Gongkai.Publishing;

/// <summary>What a reason given for a change must hold.</summary>
internal static class Reasons
{
    private const int Shortest = 4;
    private const int Longest = 500;

    /// <summary>Every reason against a reason: too short to tell anybody anything, or too long to be read.</summary>
    public static IEnumerable<Refusal> Against(string? reason)
    {
        var length = reason?.Trim().Length ?? 0;
        if (length < Shortest) yield return new("publishing.reason-too-short") { Values = [Shortest] };
        if (length > Longest) yield return new("publishing.reason-too-long") { Values = [Longest] };
    }
}
