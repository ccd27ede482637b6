using System.Diagnostics.CodeAnalysis;
using Gongkai.Content.Blocks;
using Gongkai.Plans;
using Gongkai.Plans.Reading;

namespace Gongkai.Content.Importing;

/// <summary>What a file or a page says, as a text.</summary>
/// <param name="Body">The text, in its normal form.</param>
/// <param name="Pictures">Files of its pictures that came with it, each once.</param>
/// <param name="Doubts">What was lost or decided on the way: a code each, with the number of places as its value and the first of them as an offset in the plain text.</param>
public sealed record Imported(Body Body, IReadOnlyList<ImportedPicture> Pictures, IReadOnlyList<Doubt> Doubts);

/// <summary>A picture that came with a text.</summary>
/// <param name="Digest">SHA-256 of the bytes in lower-case hex: what <see cref="Picture.File"/> says.</param>
/// <param name="ContentType"><c>image/png</c> or <c>image/jpeg</c>, told by the bytes and not by any name.</param>
/// <param name="Bytes">The file.</param>
/// <param name="Alt">What the author said that it shows; null for nothing.</param>
[SuppressMessage("Performance", "CA1819:Properties should not return arrays", Justification = "The bytes are handed over once, to be stored; nobody else holds them.")]
public sealed record ImportedPicture(string Digest, string ContentType, byte[] Bytes, string? Alt);

/// <summary>What came of importing: a text, or the one reason why there is none.</summary>
public sealed class ImportOutcome
{
    private ImportOutcome(Imported? text, ReadingFailure? failure) => (Text, Failure) = (text, failure);

    /// <summary>True when there is a text.</summary>
    [MemberNotNullWhen(true, nameof(Text))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool IsRead => Text is not null;

    /// <summary>The text; null when there is none.</summary>
    public Imported? Text { get; }

    /// <summary>Why there is none; null when there is.</summary>
    public ReadingFailure? Failure { get; }

    internal static ImportOutcome Of(Imported text) => new(text, null);

    internal static ImportOutcome Failed(ReadingFailure failure) => new(null, failure);
}
