using Gongkai.Platform.Rights;
using Gongkai.Publishing.Contracts;
using Gongkai.Publishing.Documents;

namespace Gongkai.Publishing.Acts;

/// <summary>Decides that a reviewed draft may be released (签发).</summary>
[Permission(PublishingPermissions.Sign)]
internal sealed class SignEdition(Judging judging)
{
    /// <inheritdoc cref="Judging.Record"/>
    public Task<Outcome> Run(DocumentId id, Judgement judgement, string? seen, CancellationToken stop) => judging.Record(this, id, ReviewKind.Signature, judgement, seen, stop);
}
