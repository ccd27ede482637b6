using Gongkai.Duties.Queries;
using Gongkai.Platform.Rights;
using Gongkai.Ui.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Gongkai.Duties.Areas.Console.Pages;

/// <summary>How far a plan has come, by chapter and by organ, as charts with the numbers beside.</summary>
[Permission(DutyPermissions.Report)]
internal sealed class ProgressModel(PlanList plans, Progress progress, IStringLocalizer<Words> words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Plan { get; set; }

    public PlanCard? Shown { get; private set; }
    public PlanProgress? Progress { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        Shown = (await plans.Adopted(stop)).FirstOrDefault(plan => plan.Id.Value == Plan) ?? await plans.Current(stop);
        if (Shown is not null) Progress = await progress.Of(Shown.Id, stop);
    }

    /// <summary>The rows as a chart: met, running and late add up to the whole.</summary>
    public ChartSpec Chart(string category, IReadOnlyList<ProgressRow> rows) => new(
        ChartKind.StackedBars, category, [.. rows.Select(row => row.Name)],
        [
            new(words["已落实"], [.. rows.Select(row => (decimal?)row.Met)]),
            new(words["进行中"], [.. rows.Select(row => (decimal?)row.Running)], ChartTone.Quiet),
            new(words["已超期"], [.. rows.Select(row => (decimal?)row.Overdue)], ChartTone.Late),
        ])
    { Unit = words["项"], Horizontal = true };
}
