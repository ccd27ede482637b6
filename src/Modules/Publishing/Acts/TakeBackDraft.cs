using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Publishing.Contracts;
using Gongkai.Publishing.Documents;

namespace Gongkai.Publishing.Acts;

/// <summary>Takes a draft back that was handed in or signed, to write on (取回). Whatever was judged of it must be judged again once a word changed.</summary>
[Permission(PublishingPermissions.Draft)]
internal sealed class TakeBackDraft(Db db, DocumentStore store)
{
    public async Task<Outcome> Run(DocumentId id, string? reason, CancellationToken stop)
    {
        if (await store.Open(this, id, stop) is not { } opened) return Outcome.Refused("publishing.nothing-open");
        List<Refusal> reasons = [.. Reasons.Against(reason)];
        if (opened.Edition.State is not (EditionState.InReview or EditionState.Approved or EditionState.Scheduled)) reasons.Add(new("publishing.not-handed-in"));
        if (reasons.Count > 0) return Outcome.Refused(reasons);

        opened.Edition.Return(withRemark: false);
        db.Record(this, new(Subjects.Document, id.Value), reason!.Trim(), opened.Document.OrganId.Value);
        return await db.Commit(stop);
    }
}
