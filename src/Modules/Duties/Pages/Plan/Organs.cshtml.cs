using Gongkai.Duties.Queries;
using Gongkai.Organs.Contracts;
using Gongkai.Platform.Rights;
using Gongkai.Ui.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Duties.Pages.Plan;

/// <summary>How far each organ has come with what it answers for.</summary>
[Public]
internal sealed class OrgansModel(PublicPlans plans, PublicPlan tasks) : PlanPage(plans)
{
    /// <summary>Organs that answer for tasks, what presses most first.</summary>
    public IReadOnlyList<ProgressLine> Answering { get; private set; } = [];

    /// <summary>Organs that only go with others.</summary>
    public IReadOnlyList<OrganCard> Following { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int year, CancellationToken stop)
    {
        if (!await Find(year, stop)) return NotFound();

        var organs = (await tasks.Tasks(Shown.Plan.Id, null, null, stop)).SelectMany(task => task.Lines).GroupBy(line => line.Organ).ToList();
        Answering = [.. from organ in organs
                        where organ.Any(line => line.Answers)
                        let figures = PlanFigures.Of(organ.Where(line => line.Answers).Select(line => line.State))
                        orderby figures.Overdue descending, figures.Percent, organ.Key.Kind, organ.Key.Name
                        select new ProgressLine(organ.Key.Name, figures.Total - figures.Waived, figures.Met, figures.Overdue, Address.Organ(organ.Key.Key))];
        Following = [.. organs.Where(organ => !organ.Any(line => line.Answers)).Select(organ => organ.Key).OrderBy(organ => organ.Kind).ThenBy(organ => organ.Name, StringComparer.Ordinal)];
        return Page();
    }
}
