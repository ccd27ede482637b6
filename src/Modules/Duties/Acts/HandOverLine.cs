using Gongkai.Duties.Contracts;
using Gongkai.Organs.Contracts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Duties.Acts;

/// <summary>Gives a line to another organ (移交), with all that was handed in for it.</summary>
[Permission(DutyPermissions.HandOver)]
internal sealed class HandOverLine(Db db, TimeProvider time, IOrgans organs)
{
    public async Task<Outcome> Run(AssignmentId id, OrganId to, string reason, int seen, CancellationToken stop)
    {
        var line = await db.Get<Assignment>(id, stop);
        db.Demand(this, line.OrganId.Value);
        var against = Stale.Against(line, seen).Concat(line.AgainstHandingOver(to)).Concat(Reasons.Against(reason)).ToList();
        if (!(await organs.Find([to], time.LocalDay(), stop)).ContainsKey(to)) against.Add(new("duties.organ-unknown"));
        if (await db.Set<Assignment>().AnyAsync(a => a.DutyId == line.DutyId && a.OrganId == to && a.WaivedOn == null, stop)) against.Add(new("duties.organ-has-line"));
        if (against.Count > 0) return Outcome.Refused(against);

        var from = line.OrganId;
        line.HandTo(to);
        db.Record(this, new(Subjects.Line, id.Value), reason, from.Value);
        db.Raise(new LineHandedOver(id, from, to, reason, time.GetUtcNow()));
        return await db.Commit(stop);
    }
}
