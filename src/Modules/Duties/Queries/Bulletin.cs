using Gongkai.Duties.Contracts;
using Gongkai.Law.Schedules;
using Gongkai.Organs.Contracts;
using Gongkai.Plans;
using Gongkai.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Duties.Queries;

/// <summary>One time that fell due in the month, as the bulletin lists it.</summary>
internal sealed record BulletinItem(AssignmentId Line, int Number, string Text, string Organ, string? Label, DateOnly DueOn, DateOnly? MetOn)
{
    /// <summary>Days that it was or is late, counted to the day it was met or to the last day of the bulletin; 0 or more.</summary>
    public required int DaysLate { get; init; }
}

/// <summary>How one organ did in the month.</summary>
/// <param name="Organ">Organ.</param>
/// <param name="Due">Times that fell due.</param>
/// <param name="InTime">Those that were met in time.</param>
/// <param name="Late">Those that were met late.</param>
/// <param name="Open">Those that were not met when the month ended, or by now if it has not.</param>
/// <param name="Returned">Pieces of evidence that were returned in the month.</param>
internal sealed record BulletinRow(string Organ, int Due, int InTime, int Late, int Open, int Returned);

/// <summary>The supervision bulletin (通报) of one month.</summary>
internal sealed record BulletinView(
    PlanCard Plan, DateRange Month, DateOnly AsOf, IReadOnlyList<BulletinRow> Rows, IReadOnlyList<BulletinItem> Open, IReadOnlyList<BulletinItem> Late, IReadOnlyList<BulletinItem> EarlierOpen)
{
    public int Due => Rows.Sum(row => row.Due);
    public int InTime => Rows.Sum(row => row.InTime);
}

/// <summary>Draws up the bulletin of a month: what fell due, what was met, what was not, by organ.</summary>
internal sealed class Bulletin(Db db, Clock clock, IOrgans organs, PlanList plans)
{
    private const int Listed = 500;

    /// <summary>The bulletin of a plan for a month.</summary>
    /// <param name="id">The plan.</param>
    /// <param name="month">Any day of the month.</param>
    /// <param name="stop">Stops the queries.</param>
    /// <exception cref="MissingException">There is no such plan.</exception>
    public async Task<BulletinView> Of(PlanId id, DateOnly month, CancellationToken stop)
    {
        var plan = (await plans.Adopted(stop)).FirstOrDefault(p => p.Id == id) ?? throw new MissingException(nameof(AdoptedPlan), id);
        var days = Months.Of(month);
        var asOf = clock.Today < days.Last ? clock.Today : days.Last;
        var due = await Due(id, days.First, asOf, stop);
        var earlier = await EarlierOpen(id, days.First, asOf, stop);
        var returned = await Returned(id, days, stop);

        var rows = due.GroupBy(item => item.Organ).Select(organ => new BulletinRow(
            organ.Key, organ.Count(), organ.Count(item => item.MetOn <= item.DueOn), organ.Count(item => item.MetOn > item.DueOn), organ.Count(item => item.MetOn is null),
            returned.GetValueOrDefault(organ.Key)));
        return new(plan, days, asOf,
            [.. rows.OrderByDescending(row => row.Open).ThenByDescending(row => row.Late).ThenBy(row => row.Organ, StringComparer.Ordinal)],
            [.. due.Where(item => item.MetOn is null)], [.. due.Where(item => item.MetOn > item.DueOn)], earlier);
    }

    private Task<IReadOnlyList<BulletinItem>> Due(PlanId plan, DateOnly first, DateOnly asOf, CancellationToken stop) =>
        Items(plan, asOf, Ledger.Most, occurrences => occurrences.Where(o => o.DueOn >= first && o.DueOn <= asOf), stop);

    private Task<IReadOnlyList<BulletinItem>> EarlierOpen(PlanId plan, DateOnly first, DateOnly asOf, CancellationToken stop) =>
        Items(plan, asOf, Listed, occurrences => occurrences.Where(o => o.DueOn < first && (o.MetOn == null || o.MetOn > asOf)), stop);

    private async Task<IReadOnlyList<BulletinItem>> Items(PlanId plan, DateOnly asOf, int most, Func<IQueryable<Occurrence>, IQueryable<Occurrence>> which, CancellationToken stop)
    {
        var rows = await (
            from o in which(db.Set<Occurrence>().AsNoTracking())
            join a in db.Set<Assignment>() on o.AssignmentId equals a.Id
            join d in db.Set<Duty>() on a.DutyId equals d.Id
            where a.PlanId == plan && a.WaivedOn == null && d.DroppedOn == null && (a.Role == UnitRole.Lead || a.Role == UnitRole.Responsible)
            orderby o.DueOn, d.Number
            select new { a.Id, d.Number, d.Text, a.OrganId, o.Label, DueOn = o.DueOn!.Value, o.MetOn }).Take(most).ToListAsync(stop);
        var names = await organs.Find([.. rows.Select(row => row.OrganId).Distinct()], clock.Today, stop);
        return [.. rows.Select(row =>
        {
            var met = row.MetOn <= asOf ? row.MetOn : null;
            return new BulletinItem(row.Id, row.Number, row.Text, names.GetValueOrDefault(row.OrganId)?.Name ?? "", row.Label, row.DueOn, met)
            {
                DaysLate = Days.Late(row.DueOn, met ?? asOf),
            };
        })];
    }

    private async Task<Dictionary<string, int>> Returned(PlanId plan, DateRange days, CancellationToken stop)
    {
        var rows = await (
            from e in db.Set<Evidence>().AsNoTracking()
            join a in db.Set<Assignment>() on e.AssignmentId equals a.Id
            where a.PlanId == plan && e.State == EvidenceState.Returned && e.JudgedOn >= days.First && e.JudgedOn <= days.Last
            group e by a.OrganId into organ
            select new { organ.Key, Count = organ.Count() }).OrderBy(row => row.Key).Take(Ledger.Most).ToListAsync(stop);
        var names = await organs.Find([.. rows.Select(row => row.Key)], clock.Today, stop);
        return rows.GroupBy(row => names.GetValueOrDefault(row.Key)?.Name ?? "").ToDictionary(same => same.Key, same => same.Sum(row => row.Count));
    }
}
