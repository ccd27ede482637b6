using Gongkai.Duties.Drafts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;

namespace Gongkai.Duties.Acts;

/// <summary>Settles one doubt of a draft: put right by the officer, or waved through with a reason.</summary>
[Permission(DutyPermissions.Adopt)]
internal sealed class SettleDoubt(Db db, TimeProvider time)
{
    /// <param name="id">The draft.</param>
    /// <param name="doubt">Running number of the doubt.</param>
    /// <param name="waved">True to wave it through as it is; then a reason is asked for.</param>
    /// <param name="reason">The reason; null or empty for what was put right.</param>
    /// <param name="seen">Version of the draft that the officer was looking at.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    public async Task<Outcome> Run(DraftId id, int doubt, bool waved, string? reason, int seen, CancellationToken stop)
    {
        var draft = await db.Get<PlanDraft>(id, stop);
        var content = draft.Read();
        var against = draft.AgainstChanging(seen).ToList();
        if (waved) against.AddRange(Reasons.Against(reason));
        if (content.Doubts.Find(d => d.Number == doubt) is not { } found) against.Add(new("duties.doubt-unknown"));
        else found.Settled = new(waved, waved ? reason : null, db.Actor.Name, time.LocalDay());
        if (against.Count > 0) return Outcome.Refused(against);

        draft.Write(content);
        db.Record(this, new(Subjects.Draft, id.Value), reason);
        return await db.Commit(stop);
    }
}
