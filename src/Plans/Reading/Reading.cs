using System.Diagnostics.CodeAnalysis;
using Gongkai.Plans.Blocks;

namespace Gongkai.Plans.Reading;

/// <summary>What came of reading a file: its text, or the one reason why there is none.</summary>
public sealed class Reading
{
    private Reading(SourceText? text, ReadingFailure? failure) => (Text, Failure) = (text, failure);

    /// <summary>True when the file was read.</summary>
    [MemberNotNullWhen(true, nameof(Text))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool IsRead => Text is not null;

    /// <summary>What the file says; null when it could not be read.</summary>
    public SourceText? Text { get; }

    /// <summary>Why it could not be read; null when it was.</summary>
    public ReadingFailure? Failure { get; }

    internal static Reading Of(SourceText text) => new(text, null);

    internal static Reading Failed(ReadingFailure failure) => new(null, failure);
}

/// <summary>Why a file could not be read.</summary>
/// <param name="Code">Stable code such as <c>plans.encrypted</c>.</param>
/// <param name="Sentence">One Chinese sentence for the officer: what is wrong and what to do.</param>
public sealed record ReadingFailure(string Code, string Sentence);

/// <summary>Carries a failure out of the depth of a document; <see cref="DocumentFile"/> turns it into a value.</summary>
public sealed class UnreadableException(ReadingFailure failure) : Exception(failure.Sentence)
{
    /// <summary>Why the file cannot be read.</summary>
    public ReadingFailure Failure { get; } = failure;
}
