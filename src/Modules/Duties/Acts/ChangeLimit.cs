using Gongkai.Duties.Contracts;
using Gongkai.Plans;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Duties.Acts;

/// <summary>
/// Puts another limit in the place of a duty's (调整时限), or gives a 定期 duty its cadence (明确频次), with a reason.
/// It binds from today: past periods stay as they were, what was written stays to be seen.
/// </summary>
[Permission(DutyPermissions.ChangeLimit)]
internal sealed class ChangeLimit(Db db, TimeProvider time)
{
    public async Task<Outcome> Run(DutyId id, LimitRule rule, string reason, int seen, CancellationToken stop)
    {
        var duty = await db.Set<Duty>().Include(d => d.Limits).SingleOrDefaultAsync(d => d.Id == id, stop) ?? throw new MissingException(nameof(Duty), id);
        var today = time.LocalDay();
        if (Stale.Against(duty, seen).Concat(LimitRules.Against(rule, today)).Concat(Reasons.Against(reason)).ToList() is { Count: > 0 } reasons)
            return Outcome.Refused(reasons);

        var limit = new DutyLimit(NewId.At(time), rule, LimitOrigin.Office, governs: true);
        duty.Govern([limit]);
        db.Add(limit);
        await Reschedule(duty, limit, today, stop);
        db.Record(this, new(Subjects.Duty, id.Value), reason);
        db.Raise(new LimitChanged(id, limit.Id, reason));
        return await db.Commit(stop);
    }

    private async Task Reschedule(Duty duty, DutyLimit limit, DateOnly today, CancellationToken stop)
    {
        var ledgering = new Ledgering(await db.Get<AdoptedPlan>(duty.PlanId, stop), time);
        var periodic = duty.Limits.Where(l => l.Kind == LimitKind.Periodic).Select(l => l.Id).ToHashSet();
        foreach (var line in await db.Set<Assignment>().Include(a => a.Occurrences).Where(a => a.DutyId == duty.Id && a.WaivedOn == null).ToListAsync(stop))
        {
            db.Entry(line).Property(a => a.LacksCadence).IsModified = true; // its times are others now, even where its counts are the same
            db.RemoveRange(line.ClearUntouched(occurrence => occurrence.CountedFrom is null && !(periodic.Contains(occurrence.LimitId) && occurrence.DueOn < today)));
            ledgering.Schedule(line, [limit], today);
            db.AddRange(line.Occurrences.Where(occurrence => db.Entry(occurrence).State == EntityState.Detached));
        }
    }
}
