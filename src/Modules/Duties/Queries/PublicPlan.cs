using Gongkai.Duties.Contracts;
using Gongkai.Organs.Contracts;
using Gongkai.Plans;
using Gongkai.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Duties.Queries;

/// <summary>One organ's line as the public sees it.</summary>
internal sealed record PublicLine(OrganCard Organ, UnitRole Role, DutyState State, DateOnly? NextDueOn, string? Share, string? WaivedReason);

/// <summary>A piece of evidence as the public sees it.</summary>
internal sealed record PublicEvidence(EvidenceId Id, DutyId Duty, string Title, string? Url, bool HasFile, string? Note, DateOnly On, OrganId Organ);

/// <summary>A task as the public sees it: its state is the worst of those who answer for it.</summary>
internal sealed record PublicTask
{
    public required DutyId Id { get; init; }
    public required int Number { get; init; }
    public string? ItemNumber { get; init; }
    public required string Chapter { get; init; }
    public required string Section { get; init; }
    public required string Text { get; init; }
    public required IReadOnlyList<string> Limits { get; init; }
    public required IReadOnlyList<PublicLine> Lines { get; init; }
    public required int EvidenceCount { get; init; }

    /// <summary>The worst state among the organs that answer; <see cref="DutyState"/> is ordered by what presses most.</summary>
    public DutyState State => Lines.Where(line => line.State is not (DutyState.Waived or DutyState.Following)).Select(line => line.State)
        .DefaultIfEmpty(Lines.Count > 0 && Lines.All(line => line.State == DutyState.Waived) ? DutyState.Waived : DutyState.NotYet).Min();
}

/// <summary>Reads a plan for the public: every task with its real state, what is late shown as late.</summary>
internal sealed class PublicPlan(Db db, Clock clock, IOrgans organs)
{
    private const int MostEvidence = 300;

    /// <summary>Tasks of a plan, in its order; those of one chapter or one organ where given. Bounded by the plan.</summary>
    public async Task<IReadOnlyList<PublicTask>> Tasks(PlanId plan, string? chapter, OrganId? organ, CancellationToken stop)
    {
        var duties = db.Set<Duty>().AsNoTracking().Where(d => d.PlanId == plan && d.DroppedOn == null);
        if (chapter is not null) duties = duties.Where(d => d.Chapter == chapter);
        if (organ is { } one) duties = duties.Where(d => db.Set<Assignment>().Any(a => a.DutyId == d.Id && a.OrganId == one));
        return await Tasks(await duties.Include(d => d.Limits).OrderBy(d => d.Number).Take(Ledger.Most).ToListAsync(stop), stop);
    }

    /// <summary>One task of a plan by its number; null where there is none.</summary>
    public async Task<PublicTask?> Task(PlanId plan, int number, CancellationToken stop)
    {
        var duty = await db.Set<Duty>().AsNoTracking().Include(d => d.Limits).Where(d => d.PlanId == plan && d.Number == number && d.DroppedOn == null).Take(1).ToListAsync(stop);
        return duty.Count == 0 ? null : (await Tasks(duty, stop))[0];
    }

    /// <summary>Evidence that was found good and may be seen by everybody, newest first.</summary>
    public async Task<IReadOnlyList<PublicEvidence>> Evidence(DutyId duty, CancellationToken stop) =>
        await (from e in db.Set<Evidence>().AsNoTracking()
               join a in db.Set<Assignment>() on e.AssignmentId equals a.Id
               where e.DutyId == duty && e.State == EvidenceState.Confirmed && e.IsPublic
               orderby e.HandedInOn descending
               select new PublicEvidence(e.Id, e.DutyId, e.Title, e.Url, e.FileHash != null, e.Note, e.HandedInOn, a.OrganId)).Take(MostEvidence).ToListAsync(stop);

    private async Task<IReadOnlyList<PublicTask>> Tasks(List<Duty> duties, CancellationToken stop)
    {
        var ids = duties.Select(duty => duty.Id).ToList();
        var states = await clock.States(stop);
        var lines = await db.Set<Assignment>().AsNoTracking().Where(a => ids.Contains(a.DutyId)).OrderBy(a => a.Role).Take(Ledger.Most).ToListAsync(stop);
        var cards = await organs.Find([.. lines.Select(line => line.OrganId).Distinct()], clock.Today, stop);
        var evidence = await db.Set<Evidence>().AsNoTracking().Where(e => ids.Contains(e.DutyId) && e.State == EvidenceState.Confirmed && e.IsPublic)
            .GroupBy(e => e.DutyId).Select(g => new { g.Key, Count = g.Count() }).Take(Ledger.Most).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var byDuty = lines.Where(line => cards.ContainsKey(line.OrganId)).ToLookup(line => line.DutyId);
        return [.. duties.Select(duty => new PublicTask
        {
            Id = duty.Id,
            Number = duty.Number,
            ItemNumber = duty.ItemNumber,
            Chapter = duty.Chapter,
            Section = duty.Section,
            Text = duty.Text,
            Limits = [.. duty.Limits.Where(limit => limit.Governs).Select(limit => LimitWords.Of(limit.Rule, limit.Origin))],
            Lines = [.. byDuty[duty.Id].Select(line => new PublicLine(cards[line.OrganId], line.Role, states.Of(LineFacts.Of(line)), line.NextDueOn, line.Share, line.WaivedReason))],
            EvidenceCount = evidence.GetValueOrDefault(duty.Id),
        })];
    }
}
