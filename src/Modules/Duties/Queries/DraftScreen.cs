using Gongkai.Duties.Contracts;
using Gongkai.Duties.Drafts;
using Gongkai.Organs.Contracts;
using Gongkai.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Duties.Queries;

/// <summary>All that the one screen of a plan on the desk shows.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Content">What was read and decided.</param>
/// <param name="Organs">Organs to choose from.</param>
/// <param name="Groups">Groups to choose from.</param>
/// <param name="Standing">The plan of the same body and year that was adopted before; null where there is none.</param>
/// <param name="Changes">What adopting would change in it; empty where there is none.</param>
internal sealed record DraftView(
    PlanDraft Draft, DraftContent Content, IReadOnlyList<OrganCard> Organs, IReadOnlyList<(OrganGroupId Id, string Name)> Groups,
    PlanCard? Standing, IReadOnlyList<TaskChange> Changes);

/// <summary>Reads a plan on the desk for the screen on which its doubts are settled.</summary>
internal sealed class DraftScreen(Db db, TimeProvider time, IOrgans organs, PlanList plans)
{
    public async Task<DraftView> Of(DraftId id, CancellationToken stop)
    {
        var draft = await db.Set<PlanDraft>().AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, stop) ?? throw new MissingException(nameof(PlanDraft), id);
        var content = draft.Read();
        var standing = (await plans.Adopted(stop)).FirstOrDefault(plan => plan.Year == draft.Year && plan.Issuer == content.Issuer);
        return new(
            draft, content, await organs.All(time.LocalDay(), stop), await organs.Groups(time.LocalDay(), stop),
            standing, standing is null || draft.ClosedAt is not null ? [] : await Changes(standing.Id, content, stop));
    }

    private async Task<IReadOnlyList<TaskChange>> Changes(PlanId plan, DraftContent content, CancellationToken stop)
    {
        var duties = await db.Set<Duty>().AsNoTracking().Include(d => d.Limits).Where(d => d.PlanId == plan && d.DroppedOn == null).OrderBy(d => d.Number).Take(Ledger.Most).ToListAsync(stop);
        return PlanDifference.Between(duties, [.. content.Tasks.Where(task => task.LeftOut is null)]);
    }
}
