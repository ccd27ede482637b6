using Gongkai.Publishing.Documents;

namespace Gongkai.Publishing.Release;

/// <summary>Something that a check found in a draft.</summary>
/// <param name="Code">What it is; its sentence stands in Words.resx.</param>
/// <param name="Mark">Tells this finding from every other of the edition.</param>
/// <param name="Place">Where: a paragraph of the text, a sheet of an attachment; empty for the head.</param>
/// <param name="Shown">What was found, masked where it is personal.</param>
internal sealed record Found(string Code, string Mark, string Place, string Shown)
{
    /// <summary>What it could be replaced by; null where only a person can say.</summary>
    public string? Instead { get; init; }

    /// <summary>Its stretch of the text's plain form; null where it is not in the text.</summary>
    public TextSpan? InText { get; init; }

    /// <summary>True where the draft cannot be handed in as long as it stands.</summary>
    public bool IsBlocking { get; init; }

    /// <summary>Why a person let it stand; null where nobody did.</summary>
    public KeptFinding? Kept { get; init; }

    /// <summary>True where it speaks against publication now.</summary>
    public bool Stops => IsBlocking && Kept is null;
}

/// <summary>All that checks found in a draft.</summary>
/// <param name="Findings">Findings, those that stop it first.</param>
internal sealed record CheckReport(IReadOnlyList<Found> Findings)
{
    /// <summary>Findings that speak against publication now.</summary>
    public IReadOnlyList<Found> Stopping { get; } = [.. Findings.Where(found => found.Stops)];
}
