using Gongkai.Duties.Contracts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Duties.Acts;

/// <summary>Finds evidence good (审核通过): another person than the one who handed it in.</summary>
[Permission(DutyPermissions.ConfirmEvidence)]
internal sealed class ConfirmEvidence(Db db, TimeProvider time)
{
    public async Task<Outcome> Run(EvidenceId id, CancellationToken stop)
    {
        var (evidence, line) = await EvidenceWithLine.Load(db, id, stop);
        db.Demand(this, line.OrganId.Value);
        if (evidence.AgainstJudging(db.Actor.AccountId).ToList() is { Count: > 0 } reasons) return Outcome.Refused(reasons);

        evidence.Confirm(time.LocalDay());
        line.Occurrences.First(o => o.Id == evidence.OccurrenceId).Confirm(evidence.Pieces, await AspectsDone(evidence, line, stop), evidence.HandedInOn);
        line.EvidenceWasJudged();
        db.Record(this, new(Subjects.Line, line.Id.Value), evidence.Title, line.OrganId.Value);
        db.Raise(new EvidenceConfirmed(id, line.Id, line.OrganId));
        return await db.Commit(stop);
    }

    /// <summary>Where a quota holds for each of several aspects, every aspect needs its share, this evidence counted.</summary>
    private async Task<bool> AspectsDone(Evidence evidence, Assignment line, CancellationToken stop)
    {
        var occurrence = line.Occurrences.First(o => o.Id == evidence.OccurrenceId);
        var limit = await db.Set<DutyLimit>().FirstOrDefaultAsync(l => l.Id == occurrence.LimitId, stop);
        if (limit?.Aspects is not > 1) return true;

        var confirmed = await db.Set<Evidence>()
            .Where(e => e.OccurrenceId == occurrence.Id && e.State == EvidenceState.Confirmed && e.Id != evidence.Id && e.Aspect != null)
            .GroupBy(e => e.Aspect!.Value).Select(g => new { Aspect = g.Key, Count = g.Sum(e => e.Pieces) }).OrderBy(sum => sum.Aspect).Take(limit.Aspects.Value + 1).ToListAsync(stop);
        var each = Math.Max(1, limit.MinCount ?? 1);
        return Enumerable.Range(1, limit.Aspects.Value)
            .All(aspect => confirmed.Where(c => c.Aspect == aspect).Sum(c => c.Count) + (evidence.Aspect == aspect ? evidence.Pieces : 0) >= each);
    }
}
