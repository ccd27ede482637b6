using Gongkai.Duties.Queries;
using Gongkai.Law.Schedules;
using Gongkai.Platform.Rights;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Duties.Areas.Console.Pages;

/// <summary>The supervision bulletin (督查通报) of a month.</summary>
[Permission(DutyPermissions.Report)]
internal sealed class BulletinsModel(Bulletin bulletin, PlanList plans, Clock clock) : PageModel
{
    /// <summary>Month as <c>2026-10</c>; null means the last one that is over.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Plan { get; set; }

    public PlanCard? Shown { get; private set; }
    public BulletinView? View { get; private set; }

    /// <summary>Months of the plan year that have begun, newest first.</summary>
    public IReadOnlyList<DateOnly> MonthsToChoose { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Shown = (await plans.Adopted(stop)).FirstOrDefault(plan => plan.Id.Value == Plan) ?? await plans.Current(stop);
        if (Shown is null) return Page();

        MonthsToChoose = Months.OfYearUntil(Shown.Year, clock.Today);
        var month = Months.Before(clock.Today);
        if (Month is not null && !Months.TryParse(Month, out month)) return NotFound();
        View = await bulletin.Of(Shown.Id, month, stop);
        return Page();
    }
}
