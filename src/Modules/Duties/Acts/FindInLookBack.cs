using Gongkai.Duties.Contracts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;

namespace Gongkai.Duties.Acts;

/// <summary>Writes down what looking back on one duty of an earlier plan found (“回头看”).</summary>
[Permission(DutyPermissions.LookBack)]
internal sealed class FindInLookBack(Db db, TimeProvider time)
{
    public async Task<Outcome> Run(DutyId id, LookBackResult result, string note, CancellationToken stop)
    {
        var duty = await db.Get<Duty>(id, stop);
        var plan = await db.Get<AdoptedPlan>(duty.PlanId, stop);
        var against = Reasons.Against(note).ToList();
        if (plan.Year >= time.LocalDay().Year) against.Add(new("duties.look-back-too-early") { Values = [plan.Year] });
        if (against.Count > 0) return Outcome.Refused(against);

        var found = await db.FindAsync<LookBack>([id], stop);
        if (found is null) db.Add(found = new LookBack(id, duty.PlanId));
        found.Find(result, note, time.LocalDay(), db.Actor.Name);
        db.Record(this, new(Subjects.Duty, id.Value), note);
        return await db.Commit(stop);
    }
}
