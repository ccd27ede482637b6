using Gongkai.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Audit;

/// <summary>One line of a thing's timeline: the audit entry as a person reads it.</summary>
/// <param name="At">When.</param>
/// <param name="Act">Code of the act, whose words stand in its module's Words.resx.</param>
/// <param name="Who">Name and post.</param>
/// <param name="Note">Reason or remark.</param>
public sealed record TimelineEntry(DateTimeOffset At, string Act, string Who, string? Note);

/// <summary>Reads what has happened to things, newest first.</summary>
public sealed class Timeline(Db db)
{
    /// <summary>The latest entries about any of some things.</summary>
    /// <param name="most">Most entries given back, 1 to 500.</param>
    /// <param name="stop">Stops the query.</param>
    /// <param name="subjects">The things.</param>
    public async Task<IReadOnlyList<TimelineEntry>> Of(int most, CancellationToken stop, params IReadOnlyList<Subject> subjects)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(most, 500);
        var ids = subjects.Select(subject => subject.Id).ToList();
        var kinds = subjects.Select(subject => subject.Kind).Distinct().ToList();
        return await db.Set<AuditEntry>().AsNoTracking().Where(e => kinds.Contains(e.SubjectKind) && ids.Contains(e.SubjectId))
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(most)
            .Select(e => new TimelineEntry(e.At, e.Act, e.ActorPost == null ? e.ActorName : e.ActorName + "（" + e.ActorPost + "）", e.Note)).ToListAsync(stop);
    }
}
