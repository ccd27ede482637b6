using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Publishing.Contracts;

namespace Gongkai.Publishing.Acts;

/// <summary>Gives up an edition that was never public (作废). It stays on record; what is public stays as it is.</summary>
[Permission(PublishingPermissions.Draft)]
internal sealed class DiscardEdition(Db db, DocumentStore store)
{
    public async Task<Outcome> Run(DocumentId id, string? reason, CancellationToken stop)
    {
        if (await store.Open(this, id, stop) is not { } opened) return Outcome.Refused("publishing.nothing-open");
        List<Refusal> reasons = [.. Reasons.Against(reason)];
        if (!opened.Edition.IsOpen) reasons.Add(new("publishing.take-back-first"));
        if (reasons.Count > 0) return Outcome.Refused(reasons);

        opened.Edition.Discard();
        opened.Document.CloseOpen();
        db.Record(this, new(Subjects.Document, id.Value), reason!.Trim(), opened.Document.OrganId.Value);
        return await db.Commit(stop);
    }
}
