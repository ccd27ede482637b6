namespace Gongkai.Checks;

/// <summary>Something that a check found, to be looked at by a person.</summary>
/// <param name="Code">What it is, such as <c>checks.id-number</c>. Stable: never changed once released.</param>
/// <param name="Place">Where, in words for the clerk: a sheet, a page, a comment; empty for the text itself.</param>
/// <param name="Span">Its stretch of the text that was looked at.</param>
/// <param name="Shown">What was found, masked where it is personal; at most some thirty characters.</param>
public sealed record Finding(string Code, string Place, TextSpan Span, string Shown)
{
    /// <summary>What it could be replaced by; null where only a person can say.</summary>
    public string? Instead { get; init; }
}
