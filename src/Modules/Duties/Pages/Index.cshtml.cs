using Gongkai.Duties.Queries;
using Gongkai.Platform.Rights;
using Gongkai.Ui.Frame;
using Gongkai.Ui.TagHelpers;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Gongkai.Duties.Pages;

/// <summary>The first page of the site: how far this year's plan has come, what is late, what is new.</summary>
[Public]
internal sealed class IndexModel(PublicPlans plans, PlanList list, PublicPlan tasks, PublicProof proof, IOptionsSnapshot<SiteFrame> site) : PageModel
{
    private const int ShownNews = 6;
    private const int ShownLate = 5;

    public SiteFrame Site => site.Value;
    public PlanOnShow? Shown { get; private set; }
    public PlanFigures Figures { get; private set; } = PlanFigures.None;
    public IReadOnlyList<ProgressLine> Chapters { get; private set; } = [];

    /// <summary>Tasks that are late, the longest first; the first few.</summary>
    public IReadOnlyList<PublicTask> Late { get; private set; } = [];
    public IReadOnlyList<PublicEvidence> News { get; private set; } = [];

    /// <summary>Plans of other years and other offices.</summary>
    public IReadOnlyList<PlanOnShow> Others { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        if (await list.Current(stop) is not { } current) return;
        Shown = await plans.Of(current.Year, current.Issuer, stop);
        if (Shown is null) return;

        var all = await tasks.Tasks(current.Id, null, null, stop);
        Figures = PlanFigures.Of(all);
        Chapters = ChapterProgress.Of(all, Shown.Address);
        Late = [.. all.Where(task => task.State == DutyState.Overdue).OrderBy(task => task.LateSince).Take(ShownLate)];
        News = await proof.OfPlan(current.Id, ShownNews, stop);
        var adopted = await list.Adopted(stop);
        Others = [.. adopted.Where(plan => plan.Id != current.Id).Select(plan => new PlanOnShow(plan, [.. adopted.Where(other => other.Year == plan.Year)]))];
    }
}
