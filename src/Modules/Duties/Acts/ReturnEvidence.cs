using Gongkai.Duties.Contracts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;

namespace Gongkai.Duties.Acts;

/// <summary>Sends evidence back with a reason (退回).</summary>
[Permission(DutyPermissions.ConfirmEvidence)]
internal sealed class ReturnEvidence(Db db, TimeProvider time)
{
    public async Task<Outcome> Run(EvidenceId id, string reason, CancellationToken stop)
    {
        var (evidence, line) = await EvidenceWithLine.Load(db, id, stop);
        db.Demand(this, line.OrganId.Value);
        if (evidence.AgainstJudging(db.Actor.AccountId).Concat(Reasons.Against(reason)).ToList() is { Count: > 0 } reasons) return Outcome.Refused(reasons);

        evidence.Return(time.LocalDay(), reason);
        line.EvidenceWasJudged();
        db.Record(this, new(Subjects.Line, line.Id.Value), reason, line.OrganId.Value);
        db.Raise(new EvidenceReturned(id, line.Id, line.OrganId, reason));
        return await db.Commit(stop);
    }
}
