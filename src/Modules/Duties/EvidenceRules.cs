namespace Gongkai.Duties;

/// <summary>What evidence must hold before anybody has to look at it.</summary>
internal static class EvidenceRules
{
    private const int LongestTitle = 200;

    /// <summary>Most pieces that one evidence may show.</summary>
    public const int MostPieces = 1000;

    /// <summary>Every reason against this evidence for this occurrence.</summary>
    /// <param name="content">What was handed in.</param>
    /// <param name="occurrence">What it is for; null where the line has no such occurrence.</param>
    public static IEnumerable<Refusal> Against(EvidenceContent content, Occurrence? occurrence)
    {
        if (occurrence is null) yield return new("duties.occurrence-missing");
        if (string.IsNullOrWhiteSpace(content.Title)) yield return new("duties.title-missing");
        if (content.Title.Length > LongestTitle) yield return new("duties.title-too-long") { Values = [LongestTitle] };
        if (content is { Url: null, FileHash: null } && string.IsNullOrWhiteSpace(content.Note)) yield return new("duties.evidence-empty");
        if (content.Pieces is < 1 or > MostPieces) yield return new("duties.count-unusable");
        if (content.Url is { } url && !IsWebAddress(url)) yield return new("duties.address-unusable");
    }

    private static bool IsWebAddress(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https");
}
