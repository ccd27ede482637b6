using Gongkai.Duties.Contracts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Duties.Acts;

/// <summary>Hands in what shows that a duty was met (报送佐证).</summary>
[Permission(DutyPermissions.RecordEvidence)]
internal sealed class RecordEvidence(Db db, TimeProvider time)
{
    /// <param name="id">The organ's line.</param>
    /// <param name="occurrence">Which time of it the evidence is for.</param>
    /// <param name="content">The evidence: a title, and a link, a file or a note.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    public async Task<Outcome<EvidenceId>> Run(AssignmentId id, Guid occurrence, EvidenceContent content, CancellationToken stop)
    {
        var line = await db.Set<Assignment>().Include(a => a.Occurrences).SingleOrDefaultAsync(a => a.Id == id, stop) ?? throw new MissingException(nameof(Assignment), id);
        db.Demand(this, line.OrganId.Value);
        var target = line.Occurrences.FirstOrDefault(o => o.Id == occurrence);
        if (line.AgainstEvidence().Concat(EvidenceRules.Against(content, target)).ToList() is { Count: > 0 } reasons) return Outcome.Refused(reasons);

        var evidence = new Evidence(new(NewId.At(time)), line, occurrence, content, time.LocalDay(), db.Actor.AccountId, db.Actor.Name);
        target!.Touch();
        line.EvidenceCame();
        db.Add(evidence);
        db.Record(this, new(Subjects.Line, id.Value), content.Title, line.OrganId.Value);
        return await db.Commit(stop) is { IsDone: false } refused ? refused : evidence.Id;
    }
}
