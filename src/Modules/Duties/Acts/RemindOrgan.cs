using Gongkai.Duties.Contracts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;

namespace Gongkai.Duties.Acts;

/// <summary>Reminds an organ of an open line (催办).</summary>
[Permission(DutyPermissions.Remind)]
internal sealed class RemindOrgan(Db db, TimeProvider time)
{
    public async Task<Outcome> Run(AssignmentId id, string words, CancellationToken stop)
    {
        var line = await db.Get<Assignment>(id, stop);
        db.Demand(this, line.OrganId.Value);
        if (line.AgainstEvidence().Concat(Reasons.Against(words)).ToList() is { Count: > 0 } reasons) return Outcome.Refused(reasons);

        db.Record(this, new(Subjects.Line, id.Value), words, line.OrganId.Value);
        db.Raise(new OrganReminded(id, line.OrganId, words, time.GetUtcNow()));
        return await db.Commit(stop);
    }
}
