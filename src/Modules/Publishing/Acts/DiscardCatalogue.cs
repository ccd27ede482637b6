using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Publishing.Drafts;

namespace Gongkai.Publishing.Acts;

/// <summary>Takes a draft off the desk without adopting it (不启用); it is kept as a record.</summary>
[Permission(PublishingPermissions.KeepCatalogue)]
internal sealed class DiscardCatalogue(Db db, TimeProvider time)
{
    public async Task<Outcome> Run(CatalogueDraftId id, string? reason, CancellationToken stop)
    {
        var draft = await db.Get<CatalogueDraft>(id, stop);
        db.Demand(this, draft.OrganId.Value);
        if (draft.AgainstClosing().Concat(Reasons.Against(reason)).ToList() is { Count: > 0 } reasons) return Outcome.Refused(reasons);

        draft.Close(time.GetUtcNow());
        db.Record(this, new(Subjects.Draft, id.Value), reason!.Trim(), draft.OrganId.Value);
        return await db.Commit(stop);
    }
}
