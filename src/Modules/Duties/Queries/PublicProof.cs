using Gongkai.Duties.Contracts;
using Gongkai.Organs.Contracts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Duties.Queries;

/// <summary>A piece of evidence as the public sees it.</summary>
internal sealed record PublicEvidence
{
    public required EvidenceId Id { get; init; }
    public required DutyId Duty { get; init; }

    /// <summary>Number of the task it belongs to.</summary>
    public required int Number { get; init; }
    public required string Title { get; init; }
    public string? Url { get; init; }
    public bool HasFile { get; init; }
    public string? Note { get; init; }

    /// <summary>Day on which it was handed in.</summary>
    public required DateOnly On { get; init; }
    public required OrganId OrganId { get; init; }

    /// <summary>Name of the organ; filled in from the organs' own module.</summary>
    public string Organ { get; init; } = "";

    /// <summary>How the stored file stands.</summary>
    public ScanState Scan { get; init; }

    /// <summary>Local address of the stored file; null where there is none that is handed out.</summary>
    public string? FileAddress => HasFile && Scan != ScanState.Infected ? $"/evidence/{Id}/file" : null;
}

/// <summary>A stored file that everybody may have.</summary>
internal sealed record PublicFile(string Hash, string? Name);

/// <summary>
/// Reads the evidence (佐证) that everybody may see: found good by another person, marked as public, of a task that still stands.
/// Nothing else of the module shows evidence to the public, so the rule stands here alone.
/// </summary>
internal sealed class PublicProof(Db db, Clock clock, IOrgans organs)
{
    private const int MostOfDuty = 300;

    private IQueryable<Evidence> Open => db.Set<Evidence>().AsNoTracking().Where(e => e.State == EvidenceState.Confirmed && e.IsPublic);

    /// <summary>Evidence for one task, newest first.</summary>
    public Task<IReadOnlyList<PublicEvidence>> OfDuty(DutyId duty, CancellationToken stop) => List(Open.Where(e => e.DutyId == duty), null, MostOfDuty, stop);

    /// <summary>Evidence for a whole plan, newest first.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="most">Most pieces given.</param>
    /// <param name="stop">Stops the query.</param>
    public Task<IReadOnlyList<PublicEvidence>> OfPlan(PlanId plan, int most, CancellationToken stop) => List(Open, plan, most, stop);

    /// <summary>The stored file of a piece of evidence; null where there is none that the public may have.</summary>
    public async Task<PublicFile?> File(EvidenceId id, CancellationToken stop) =>
        await (from e in Open
               join d in db.Set<Duty>() on e.DutyId equals d.Id
               where e.Id == id && e.FileHash != null && d.DroppedOn == null
               orderby e.Id
               select new PublicFile(e.FileHash!, e.FileName)).FirstOrDefaultAsync(stop);

    private async Task<IReadOnlyList<PublicEvidence>> List(IQueryable<Evidence> evidence, PlanId? plan, int most, CancellationToken stop)
    {
        var duties = db.Set<Duty>().Where(d => d.DroppedOn == null);
        if (plan is { } one) duties = duties.Where(d => d.PlanId == one);
        var list = await (
            from e in evidence
            join d in duties on e.DutyId equals d.Id
            join a in db.Set<Assignment>() on e.AssignmentId equals a.Id
            orderby e.HandedInOn descending, e.Id descending
            select new PublicEvidence
            {
                Id = e.Id,
                Duty = d.Id,
                Number = d.Number,
                Title = e.Title,
                Url = e.Url,
                HasFile = e.FileHash != null,
                Scan = db.Set<StoredFile>().Where(f => f.Hash == e.FileHash).Select(f => (ScanState?)f.Scan).FirstOrDefault() ?? ScanState.NotScanned,
                Note = e.Note,
                On = e.HandedInOn,
                OrganId = a.OrganId,
            }).Take(most).ToListAsync(stop);
        var names = await organs.Find([.. list.Select(e => e.OrganId).Distinct()], clock.Today, stop);
        return [.. list.Select(e => e with { Organ = names.GetValueOrDefault(e.OrganId)?.Name ?? "" })];
    }
}
