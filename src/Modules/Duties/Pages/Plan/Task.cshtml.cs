using Gongkai.Duties.Queries;
using Gongkai.Platform.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Duties.Pages.Plan;

/// <summary>One task: its exact words, its limits as written, who bears it, and what shows that it was met.</summary>
[Public]
internal sealed class TaskModel(PublicPlans plans, PublicPlan tasks, PublicProof proof) : PlanPage(plans)
{
    public PublicTask Item { get; private set; } = default!;
    public IReadOnlyList<PublicEvidence> Evidence { get; private set; } = [];

    /// <summary>True where the narrative and the breakdown table, or the office, say different things.</summary>
    public bool LimitsDiffer => Item.Limits.Any(limit => !limit.Governs);

    public async Task<IActionResult> OnGetAsync(int year, int number, CancellationToken stop)
    {
        if (!await Find(year, stop) || await tasks.Task(Shown.Plan.Id, number, stop) is not { } item) return NotFound();
        (Item, Evidence) = (item, await proof.OfDuty(item.Id, stop));
        return Page();
    }
}
