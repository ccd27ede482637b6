using Gongkai.Duties.Contracts;
using Gongkai.Plans;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Duties.Acts;

/// <summary>Tells that an event happened from which a limit counts (文件印发、决策作出 …): the line gets a time with its last day.</summary>
[Permission(DutyPermissions.RecordEvent)]
internal sealed class RecordEvent(Db db, TimeProvider time, Calendars calendars)
{
    /// <summary>First year of an event that a limit may count from; earlier ones are slips of the pen.</summary>
    private const int Earliest = 2017;

    /// <param name="id">The organ's line.</param>
    /// <param name="limitId">The limit that counts from the event.</param>
    /// <param name="happened">When it happened; not later than now.</param>
    /// <param name="label">What happened, in a few words.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    public async Task<Outcome> Run(AssignmentId id, Guid limitId, DateTimeOffset happened, string label, CancellationToken stop)
    {
        var line = await db.Set<Assignment>().Include(a => a.Occurrences).SingleOrDefaultAsync(a => a.Id == id, stop) ?? throw new MissingException(nameof(Assignment), id);
        db.Demand(this, line.OrganId.Value);
        var limit = await db.Get<DutyLimit>(limitId, stop);
        var against = line.AgainstEvidence().ToList();
        if (limit.DutyId != line.DutyId || limit is not { Kind: LimitKind.AfterEvent, Governs: true } || (limit.GroupName is not null && limit.GroupName != line.GroupName)) against.Add(new("duties.limit-not-after-event"));
        if (line.Occurrences.Any(o => o.LimitId == limitId && o.CountedFrom == time.LocalDay(happened) && o.Label == label)) against.Add(new("duties.event-known"));
        if (happened.Year < Earliest) against.Add(new("duties.event-too-early") { Values = [Earliest] });
        if (happened > time.GetUtcNow()) against.Add(new("duties.event-in-future"));
        if (string.IsNullOrWhiteSpace(label) || label.Length > 100) against.Add(new("duties.event-unnamed"));
        if (against.Count > 0) return Outcome.Refused(against);

        var occurrence = new Occurrence(NewId.At(time), limitId, Scheduling.AfterEvent(limit.Rule, happened, time.LocalDay(happened), label, await calendars.Current(stop)));
        line.Add(occurrence);
        db.Add(occurrence);
        db.Record(this, new(Subjects.Line, id.Value), label, line.OrganId.Value);
        return await db.Commit(stop);
    }
}
