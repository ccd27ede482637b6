using Gongkai.Duties.Contracts;
using Gongkai.Organs.Contracts;
using Gongkai.Plans;
using Gongkai.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Duties.Queries;

/// <summary>One organ's line as the public sees it.</summary>
/// <param name="Organ">The organ.</param>
/// <param name="Role">What it has to do.</param>
/// <param name="Group">The collective name it came from (各镇街); null where the plan names it itself.</param>
/// <param name="State">Where its line stands.</param>
/// <param name="NextDueOn">Last day of the next open time; null where none has one.</param>
/// <param name="Share">Its own part of the task.</param>
/// <param name="WaivedReason">Why it was freed of it; null otherwise.</param>
internal sealed record PublicLine(OrganCard Organ, UnitRole Role, string? Group, DutyState State, DateOnly? NextDueOn, string? Share, string? WaivedReason)
{
    /// <summary>True when the organ answers for the task itself.</summary>
    public bool Answers => Role is UnitRole.Lead or UnitRole.Responsible;
}

/// <summary>A limit as the public sees it.</summary>
/// <param name="Words">The limit in words; empty where the plan sets none.</param>
/// <param name="Origin">Where it stands.</param>
/// <param name="Governs">True when it is the one that counts; false when it is only shown beside that one.</param>
internal sealed record PublicLimit(string Words, LimitOrigin Origin, bool Governs);

/// <summary>A task as the public sees it: its state is the worst of those who answer for it.</summary>
internal sealed record PublicTask
{
    public required DutyId Id { get; init; }
    public required int Number { get; init; }
    public string? ItemNumber { get; init; }
    public required string Chapter { get; init; }
    public required string Section { get; init; }
    public required string Text { get; init; }

    /// <summary>Its limits, those that do not govern included.</summary>
    public required IReadOnlyList<PublicLimit> Limits { get; init; }

    /// <summary>The last day that its governing limits name; null where they name none.</summary>
    public DateOnly? LastDay { get; init; }
    public required IReadOnlyList<PublicLine> Lines { get; init; }
    public required int EvidenceCount { get; init; }

    /// <summary>The limits that count, in words.</summary>
    public IEnumerable<string> GoverningLimits => Limits.Where(limit => limit.Governs && limit.Words.Length > 0).Select(limit => limit.Words);

    /// <summary>The worst state among the organs that answer; <see cref="DutyState"/> is ordered by what presses most.</summary>
    public DutyState State => Lines.Where(line => line.State is not (DutyState.Waived or DutyState.Following)).Select(line => line.State)
        .DefaultIfEmpty(Lines.Any(line => line.Answers) ? DutyState.Waived : DutyState.NotYet).Min();

    /// <summary>The day that has passed while an organ is late; null where none is.</summary>
    public DateOnly? LateSince => Lines.Where(line => line.State == DutyState.Overdue).Min(line => line.NextDueOn);
}

/// <summary>Reads a plan for the public: every task with its real state, what is late shown as late.</summary>
internal sealed class PublicPlan(Db db, Clock clock, IOrgans organs)
{
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
        var duty = await db.Set<Duty>().AsNoTracking().Include(d => d.Limits).Where(d => d.PlanId == plan && d.Number == number && d.DroppedOn == null).OrderBy(d => d.Id).Take(1).ToListAsync(stop);
        return duty.Count == 0 ? null : (await Tasks(duty, stop))[0];
    }

    private async Task<IReadOnlyList<PublicTask>> Tasks(List<Duty> duties, CancellationToken stop)
    {
        var ids = duties.Select(duty => duty.Id).ToList();
        var states = await clock.States(stop);
        var lines = await db.Set<Assignment>().AsNoTracking().Where(a => ids.Contains(a.DutyId)).OrderBy(a => a.Id).Take(Ledger.Most).ToListAsync(stop);
        var cards = await organs.Find([.. lines.Select(line => line.OrganId).Distinct()], clock.Today, stop);
        var evidence = await db.Set<Evidence>().AsNoTracking().Where(e => ids.Contains(e.DutyId) && e.State == EvidenceState.Confirmed && e.IsPublic)
            .GroupBy(e => e.DutyId).Select(g => new { g.Key, Count = g.Count() }).OrderBy(g => g.Key).Take(Ledger.Most).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var byDuty = lines.Where(line => cards.ContainsKey(line.OrganId)).OrderBy(line => line.Role).ThenBy(line => cards[line.OrganId].Kind).ThenBy(line => cards[line.OrganId].Name, StringComparer.Ordinal).ToLookup(line => line.DutyId);
        return [.. duties.Select(duty => new PublicTask
        {
            Id = duty.Id,
            Number = duty.Number,
            ItemNumber = duty.ItemNumber,
            Chapter = duty.Chapter,
            Section = duty.Section,
            Text = duty.Text,
            Limits = [.. duty.Limits.OrderBy(limit => limit.Origin).ThenBy(limit => duty.Text.IndexOf(limit.Phrase, StringComparison.Ordinal)).Select(limit => new PublicLimit(limit.Origin == LimitOrigin.PlanYear ? "" : LimitWords.Of(limit.Rule, limit.Origin), limit.Origin, limit.Governs))],
            LastDay = duty.Limits.Where(limit => limit.Governs && limit.Kind == LimitKind.Date).Max(limit => limit.Date),
            Lines = [.. byDuty[duty.Id].Select(line => new PublicLine(cards[line.OrganId], line.Role, line.GroupName, states.Of(LineFacts.Of(line)), line.NextDueOn, line.Share, line.WaivedReason))],
            EvidenceCount = evidence.GetValueOrDefault(duty.Id),
        })];
    }
}
