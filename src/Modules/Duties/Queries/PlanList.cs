using Gongkai.Duties.Contracts;
using Gongkai.Duties.Drafts;
using Gongkai.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Duties.Queries;

/// <summary>An adopted plan in a list.</summary>
internal sealed record PlanCard(PlanId Id, int Year, string Title, string Issuer, string? DocumentNumber, DateOnly? PublishedOn, DateOnly AdoptedOn);

/// <summary>A plan on the desk in a list.</summary>
internal sealed record DraftCard(DraftId Id, int? Year, string Title, string FileName, DateTimeOffset ReadAt, int TaskCount, int OpenMatters);

/// <summary>Lists plans, the newest year first, and what lies on the desk.</summary>
internal sealed class PlanList(Db db, TimeProvider time)
{
    private const int Most = 200;

    /// <summary>Adopted plans.</summary>
    public async Task<IReadOnlyList<PlanCard>> Adopted(CancellationToken stop) =>
        await db.Set<AdoptedPlan>().AsNoTracking().OrderByDescending(p => p.Year).ThenBy(p => p.Issuer).Take(Most)
            .Select(p => new PlanCard(p.Id, p.Year, p.Title, p.Issuer, p.DocumentNumber, p.PublishedOn, p.AdoptedOn)).ToListAsync(stop);

    /// <summary>Drafts that are still open, the newest first.</summary>
    public async Task<IReadOnlyList<DraftCard>> OnDesk(CancellationToken stop) =>
        await db.Set<PlanDraft>().AsNoTracking().Where(d => d.ClosedAt == null).OrderByDescending(d => d.ReadAt).Take(Most)
            .Select(d => new DraftCard(d.Id, d.Year, d.Title, d.FileName, d.ReadAt, d.TaskCount, d.OpenMatters)).ToListAsync(stop);

    /// <summary>The plan that a page shows when none is named: that of the present year, or the newest.</summary>
    public async Task<PlanCard?> Current(CancellationToken stop)
    {
        var year = time.LocalDay().Year;
        var plans = await Adopted(stop);
        return plans.FirstOrDefault(plan => plan.Year == year) ?? (plans.Count > 0 ? plans[0] : null);
    }

    /// <summary>Chapters of a plan in its own order.</summary>
    public async Task<IReadOnlyList<string>> Chapters(PlanId plan, CancellationToken stop) =>
        await db.Set<Duty>().AsNoTracking().Where(d => d.PlanId == plan && d.DroppedOn == null)
            .GroupBy(d => d.Chapter).Select(g => new { g.Key, First = g.Min(d => d.Number) }).OrderBy(g => g.First).Take(Most).Select(g => g.Key).ToListAsync(stop);
}
