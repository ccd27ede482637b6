namespace Gongkai.Plans;

/// <summary>
/// Something a person should look at: guessed, clipped, inconsistent or suspicious. The reader reports and never corrects.
/// </summary>
/// <param name="Code">Stable code such as <c>plans.truncated</c>; its sentence stands in Words.resx.</param>
/// <param name="Span">Where it stands in the source text.</param>
/// <param name="Values">Values for the sentence's placeholders, in order.</param>
public sealed record Doubt(string Code, TextSpan Span, params IReadOnlyList<string> Values)
{
    /// <summary>Running number of the task it belongs to, from 1; null when it belongs to the document.</summary>
    public int? Task { get; init; }

    /// <summary>What the reader would put instead, if it were asked; null when it has no proposal.</summary>
    public string? Suggestion { get; init; }
}
