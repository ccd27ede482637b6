namespace Gongkai.Checks;

/// <summary>What came of looking through a file.</summary>
/// <param name="Findings">What was found; each says its place in words for the clerk. Spans are offsets in the text of that place and of no use elsewhere.</param>
/// <param name="Gaps">What could not be looked into and needs a person's eye. A file without findings is only clean where this is empty.</param>
public sealed record FileReport(IReadOnlyList<Finding> Findings, IReadOnlyList<FileGap> Gaps);

/// <summary>A part of a file that was not looked into.</summary>
/// <param name="Code">Why, such as <c>checks.encrypted</c>; its sentence is in <see cref="CheckWords"/>.</param>
/// <param name="Place">Which part, in words for the clerk; empty for the whole file.</param>
public sealed record FileGap(string Code, string Place);
