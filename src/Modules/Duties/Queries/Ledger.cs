using Gongkai.Duties.Contracts;
using Gongkai.Organs.Contracts;
using Gongkai.Plans;
using Gongkai.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Duties.Queries;

/// <summary>What the ledger is narrowed down to; every value stands in the address.</summary>
internal sealed record LedgerFilter
{
    public PlanId? Plan { get; init; }
    public DutyId? Duty { get; init; }
    public string? Chapter { get; init; }
    public OrganId? Organ { get; init; }
    public UnitRole? Role { get; init; }
    public DutyState? State { get; init; }
    public LimitKind? Limit { get; init; }

    /// <summary>Words that the text holds.</summary>
    public string? Words { get; init; }

    /// <summary>True puts what is due first on top instead of following the plan.</summary>
    public bool ByDueDay { get; init; }
}

/// <summary>One line of the ledger.</summary>
internal sealed record LedgerLine
{
    public required AssignmentId Id { get; init; }
    public required DutyId Duty { get; init; }
    public required int Number { get; init; }
    public string? ItemNumber { get; init; }
    public required string Chapter { get; init; }
    public required string Section { get; init; }
    public required string Text { get; init; }
    public required OrganId OrganId { get; init; }
    public required UnitRole Role { get; init; }
    public string? Group { get; init; }
    public string? Share { get; init; }
    public required LineFacts Facts { get; init; }
    public int Waiting { get; init; }

    /// <summary>Name of the organ; filled in from the organs' own module.</summary>
    public string Organ { get; init; } = "";
    public DutyState State { get; init; }

    /// <summary>Governing limits in words.</summary>
    public IReadOnlyList<string> Limits { get; init; } = [];
}

/// <summary>A page of lines.</summary>
internal sealed record LedgerPage(IReadOnlyList<LedgerLine> Lines, int Total);

/// <summary>Reads the ledger (台账), filtered and paged.</summary>
internal sealed class Ledger(Db db, Clock clock, IOrgans organs)
{
    /// <summary>Most lines that one page or export may hold.</summary>
    public const int Most = 20_000;

    private const int MostOfDuty = 500;

    /// <summary>One page of lines that the actor may see.</summary>
    /// <param name="filter">What to narrow down to.</param>
    /// <param name="skip">Lines before the page.</param>
    /// <param name="take">Lines of the page, at most <see cref="Most"/>.</param>
    /// <param name="stop">Stops the query.</param>
    public async Task<LedgerPage> Page(LedgerFilter filter, int skip, int take, CancellationToken stop)
    {
        var states = await clock.States(stop);
        var lines = Lines(filter, states);
        var total = await lines.CountAsync(stop);
        var ordered = filter.ByDueDay ? lines.OrderBy(l => l.Line.Facts.NextDueOn).ThenBy(l => l.Number) : lines.OrderBy(l => l.Plan).ThenBy(l => l.Number).ThenBy(l => l.Weight);
        var page = await ordered.ThenBy(l => l.Line.OrganId)
            .Skip(skip).Take(Math.Min(take, Most)).Select(l => l.Line).ToListAsync(stop);
        return new(await Fill(page, states, stop), total);
    }

    /// <summary>How many lines stand in each state, with the filter's own state set aside.</summary>
    public async Task<IReadOnlyDictionary<DutyState, int>> Counts(LedgerFilter filter, CancellationToken stop)
    {
        var states = await clock.States(stop);
        var facts = await Lines(filter with { State = null }, states).OrderBy(l => l.Number).ThenBy(l => l.Line.Id).Select(l => l.Line.Facts).Take(Most).ToListAsync(stop);
        return facts.GroupBy(states.Of).ToDictionary(same => same.Key, same => same.Count());
    }

    /// <summary>Every organ's line for one duty that the actor may see.</summary>
    public async Task<IReadOnlyList<LedgerLine>> OfDuty(DutyId duty, CancellationToken stop)
    {
        var states = await clock.States(stop);
        var lines = await Lines(new() { Duty = duty }, states).OrderBy(l => l.Weight).ThenBy(l => l.Line.OrganId).Take(MostOfDuty).Select(l => l.Line).ToListAsync(stop);
        return await Fill(lines, states, stop);
    }

    private IQueryable<Joined> Lines(LedgerFilter filter, DutyStates states)
    {
        var lines = VisibleLines.To(db.Actor, db.Set<Assignment>().AsNoTracking());
        if (filter.Plan is { } plan) lines = lines.Where(a => a.PlanId == plan);
        if (filter.Organ is { } organ) lines = lines.Where(a => a.OrganId == organ);
        if (filter.Duty is { } duty) lines = lines.Where(a => a.DutyId == duty);
        if (filter.Role is { } role) lines = lines.Where(a => a.Role == role);
        if (filter.State is { } state) lines = lines.Where(states.Are(state));

        var duties = db.Set<Duty>().AsNoTracking().Where(d => d.DroppedOn == null);
        if (filter.Chapter is { } chapter) duties = duties.Where(d => d.Chapter == chapter);
        if (filter.Words is { Length: > 0 } words) duties = duties.Where(d => d.Text.Contains(words));
        if (filter.Limit is { } kind) duties = duties.Where(d => d.Limits.Any(l => l.Governs && l.Kind == kind));

        return from a in lines
               join d in duties on a.DutyId equals d.Id
               select new Joined
               {
                   Plan = a.PlanId,
                   Number = d.Number,
                   Weight = a.Role == UnitRole.Lead ? 0 : a.Role == UnitRole.Responsible ? 1 : a.Role == UnitRole.Cooperating ? 2 : 3,
                   Line = new LedgerLine
                   {
                       Id = a.Id,
                       Duty = d.Id,
                       Number = d.Number,
                       ItemNumber = d.ItemNumber,
                       Chapter = d.Chapter,
                       Section = d.Section,
                       Text = d.Text,
                       OrganId = a.OrganId,
                       Role = a.Role,
                       Group = a.GroupName,
                       Share = a.Share,
                       Waiting = a.WaitingCount,
                       Facts = new LineFacts
                       {
                           Waived = a.WaivedOn != null,
                           Answers = a.Role == UnitRole.Lead || a.Role == UnitRole.Responsible,
                           NextDueOn = a.NextDueOn,
                           NextOpensOn = a.NextOpensOn,
                           OpenCount = a.OpenCount,
                           MetCount = a.MetCount,
                           MetLateCount = a.MetLateCount,
                           LacksCadence = a.LacksCadence,
                           AwaitsEvent = a.AwaitsEvent,
                       },
                   },
               };
    }

    private async Task<IReadOnlyList<LedgerLine>> Fill(List<LedgerLine> lines, DutyStates states, CancellationToken stop)
    {
        var names = await organs.Find([.. lines.Select(line => line.OrganId).Distinct()], clock.Today, stop);
        var duties = lines.Select(line => line.Duty).Distinct().ToList();
        var limits = (await db.Set<DutyLimit>().AsNoTracking().Where(l => duties.Contains(l.DutyId) && l.Governs).OrderBy(l => l.Id).Take(Most).ToListAsync(stop)).ToLookup(l => l.DutyId);
        return [.. lines.Select(line => line with
        {
            Organ = names.GetValueOrDefault(line.OrganId)?.Name ?? "",
            State = states.Of(line.Facts),
            Limits = [.. limits[line.Duty].Select(limit => LimitWords.Of(limit.Rule, limit.Origin))],
        })];
    }

    private sealed class Joined
    {
        public PlanId Plan { get; init; }
        public int Number { get; init; }

        /// <summary>Order of roles; stored as words, they would sort by letter.</summary>
        public int Weight { get; init; }
        public required LedgerLine Line { get; init; }
    }
}
