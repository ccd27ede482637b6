using Gongkai.Duties.Contracts;
using Gongkai.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Duties;

/// <summary>Loads a piece of evidence together with the line that it is for.</summary>
internal static class EvidenceWithLine
{
    public static async Task<(Evidence Evidence, Assignment Line)> Load(Db db, EvidenceId id, CancellationToken stop)
    {
        var evidence = await db.Get<Evidence>(id, stop);
        var line = await db.Set<Assignment>().Include(a => a.Occurrences).SingleAsync(a => a.Id == evidence.AssignmentId, stop);
        return (evidence, line);
    }
}
