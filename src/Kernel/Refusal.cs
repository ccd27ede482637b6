namespace Gongkai;

/// <summary>Why something may not be done: an expected answer, not an error.</summary>
/// <param name="Code">Stable code <c>module.reason</c>, never changed once released; its sentence stands in the module's Words.resx.</param>
/// <param name="Source">Article it stands on, such as <c>711/33.2</c>; null where the reason is not one of law.</param>
public sealed record Refusal(string Code, string? Source = null)
{
    /// <summary>Values for the placeholders of the sentence, in order.</summary>
    public IReadOnlyList<object> Values { get; init; } = [];
}
