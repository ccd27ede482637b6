using Gongkai.Duties.Queries;
using Gongkai.Platform.Rights;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Duties.Pages.Plan;

/// <summary>Leads on to the plan of this year; says what will stand here where there is none at all.</summary>
[Public]
internal sealed class CurrentModel(PlanList list, PublicPlans plans) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await list.Current(stop) is not { } current) return Page();
        var shown = await plans.Of(current.Year, current.Issuer, stop);
        return LocalRedirect(Url.Content("~" + shown!.Address.Plan()));
    }
}
