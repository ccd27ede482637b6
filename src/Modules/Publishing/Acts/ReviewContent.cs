using Gongkai.Platform.Rights;
using Gongkai.Publishing.Contracts;
using Gongkai.Publishing.Documents;

namespace Gongkai.Publishing.Acts;

/// <summary>Judges whether what a draft says is right (内容审核).</summary>
[Permission(PublishingPermissions.ReviewContent)]
internal sealed class ReviewContent(Judging judging)
{
    /// <inheritdoc cref="Judging.Record"/>
    public Task<Outcome> Run(DocumentId id, Judgement judgement, string? seen, CancellationToken stop) => judging.Record(this, id, ReviewKind.Content, judgement, seen, stop);
}
