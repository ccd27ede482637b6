using Gongkai.Platform.Rights;
using Gongkai.Publishing.Contracts;
using Gongkai.Publishing.Documents;

namespace Gongkai.Publishing.Acts;

/// <summary>Judges whether a draft may be known to everybody (保密审查): on what basis, with what conclusion, of which exact text.</summary>
[Article("711", 17, Paragraph = 2), Permission(PublishingPermissions.ReviewSecrecy)]
internal sealed class ReviewSecrecy(Judging judging)
{
    /// <inheritdoc cref="Judging.Record"/>
    public Task<Outcome> Run(DocumentId id, Judgement judgement, string? seen, CancellationToken stop) => judging.Record(this, id, ReviewKind.Secrecy, judgement, seen, stop);
}
