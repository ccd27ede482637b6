using Gongkai.Duties.Contracts;
using Gongkai.Organs.Contracts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Data;
using Gongkai.Platform.Files;
using Gongkai.Platform.Scans;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Duties.Queries;

/// <summary>All that one page shows of a duty and of one organ's line for it.</summary>
internal sealed record LineView
{
    public required PlanCard Plan { get; init; }
    public required Duty Duty { get; init; }
    public required Assignment Line { get; init; }
    public required string Organ { get; init; }
    public required DutyState State { get; init; }

    /// <summary>Times of this line, in order of their last days.</summary>
    public required IReadOnlyList<Occurrence> Occurrences { get; init; }
    public required IReadOnlyList<Evidence> Evidence { get; init; }

    /// <summary>How the files of the evidence stand, by digest.</summary>
    public required IReadOnlyDictionary<string, ScanState> Files { get; init; }

    /// <summary>Lines of the other organs for the same duty.</summary>
    public required IReadOnlyList<LedgerLine> Others { get; init; }
    public required IReadOnlyList<TimelineEntry> Timeline { get; init; }
}

/// <summary>Reads one line of the ledger with everything that hangs on it.</summary>
internal sealed class LinePage(Db db, Clock clock, Ledger ledger, PlanList plans, IOrgans organs, Timeline timeline, FileScans scans)
{
    private const int MostEvidence = 200;
    private const int MostEntries = 100;

    /// <summary>The line's page.</summary>
    /// <exception cref="MissingException">There is no such line.</exception>
    /// <exception cref="ForbiddenException">It belongs to an organ that the actor may not look into.</exception>
    public async Task<LineView> Of(AssignmentId id, CancellationToken stop)
    {
        var line = await db.Set<Assignment>().AsNoTracking().Include(a => a.Occurrences).SingleOrDefaultAsync(a => a.Id == id, stop)
            ?? throw new MissingException(nameof(Assignment), id);
        if (!VisibleLines.May(db.Actor, line)) throw new ForbiddenException(DutyPermissions.View);

        var duty = await db.Set<Duty>().AsNoTracking().Include(d => d.Limits).SingleAsync(d => d.Id == line.DutyId, stop);
        var evidence = await db.Set<Evidence>().AsNoTracking().Where(e => e.AssignmentId == id).OrderByDescending(e => e.HandedInOn).ThenByDescending(e => e.Id).Take(MostEvidence).ToListAsync(stop);
        var states = await clock.States(stop);
        return new()
        {
            Plan = (await plans.Adopted(stop)).First(plan => plan.Id == duty.PlanId),
            Duty = duty,
            Line = line,
            Organ = (await organs.Find([line.OrganId], clock.Today, stop)).GetValueOrDefault(line.OrganId)?.Name ?? "",
            State = states.Of(LineFacts.Of(line)),
            Occurrences = [.. line.Occurrences.OrderBy(o => o.DueOn ?? DateOnly.MaxValue).ThenBy(o => o.OpensOn)],
            Evidence = evidence,
            Files = await scans.Of([.. evidence.Select(e => e.FileHash).OfType<string>().Distinct()], stop),
            Others = await ledger.OfDuty(duty.Id, stop),
            Timeline = await timeline.Of(MostEntries, stop, new Subject(Subjects.Line, id.Value), new Subject(Subjects.Duty, duty.Id.Value)),
        };
    }
}
