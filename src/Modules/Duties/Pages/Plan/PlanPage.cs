using Gongkai.Duties.Queries;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Duties.Pages.Plan;

/// <summary>A public page about one plan, found by year and, where a year has several, by issuer.</summary>
internal abstract class PlanPage(PublicPlans plans) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Issuer { get; set; }

    /// <summary>The plan on show; set once <see cref="Find"/> said yes.</summary>
    public PlanOnShow Shown { get; private set; } = default!;

    public PlanAddress Address => Shown.Address;

    /// <summary>Finds the plan; false where there is none.</summary>
    protected async Task<bool> Find(int year, CancellationToken stop)
    {
        if (await plans.Of(year, Issuer, stop) is not { } shown) return false;
        Shown = shown;
        return true;
    }
}
