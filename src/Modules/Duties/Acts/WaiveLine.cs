using Gongkai.Duties.Contracts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;

namespace Gongkai.Duties.Acts;

/// <summary>Frees one organ of one duty, with a reason that the public can read (免除).</summary>
[Permission(DutyPermissions.Waive)]
internal sealed class WaiveLine(Db db, TimeProvider time)
{
    /// <param name="id">The line.</param>
    /// <param name="reason">Why, in the officer's words.</param>
    /// <param name="seen">Version of the line that the officer was looking at.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    public async Task<Outcome> Run(AssignmentId id, string reason, int seen, CancellationToken stop)
    {
        var line = await db.Get<Assignment>(id, stop);
        db.Demand(this, line.OrganId.Value);
        if (Stale.Against(line, seen).Concat(line.AgainstWaiving()).Concat(Reasons.Against(reason)).ToList() is { Count: > 0 } reasons) return Outcome.Refused(reasons);

        line.Waive(time.LocalDay(), reason);
        db.Record(this, new(Subjects.Line, id.Value), reason, line.OrganId.Value);
        return await db.Commit(stop);
    }
}
