using Gongkai.Duties.Drafts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;

namespace Gongkai.Duties.Acts;

/// <summary>Takes a draft off the desk without adopting it; it is kept as a record.</summary>
[Permission(DutyPermissions.Adopt)]
internal sealed class DiscardDraft(Db db, TimeProvider time)
{
    public async Task<Outcome> Run(DraftId id, string reason, CancellationToken stop)
    {
        var draft = await db.Get<PlanDraft>(id, stop);
        if (draft.AgainstChanging(draft.Version).Concat(Reasons.Against(reason)).ToList() is { Count: > 0 } reasons) return Outcome.Refused(reasons);

        draft.Close(time.GetUtcNow());
        db.Record(this, new(Subjects.Draft, id.Value), reason);
        return await db.Commit(stop);
    }
}
