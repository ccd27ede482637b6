using Gongkai.Duties.Queries;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Duties.Areas.Console.Pages;

/// <summary>An adopted plan: its head, how far it has come, and what has happened to it.</summary>
[Permission(DutyPermissions.View)]
internal sealed class PlanModel(PlanList plans, Progress progress, Timeline timeline, Actor actor) : PageModel
{
    public PlanCard Plan { get; private set; } = null!;
    public PlanProgress Progress { get; private set; } = null!;
    public IReadOnlyList<TimelineEntry> Past { get; private set; } = [];

    public bool MayReport => actor.May(DutyPermissions.Report);

    public async Task OnGetAsync(Guid id, CancellationToken stop)
    {
        Plan = (await plans.Adopted(stop)).FirstOrDefault(plan => plan.Id.Value == id) ?? throw new MissingException(nameof(AdoptedPlan), id);
        Progress = await progress.Of(Plan.Id, stop);
        Past = await timeline.Of(50, stop, new Subject(Subjects.Plan, id));
    }
}
