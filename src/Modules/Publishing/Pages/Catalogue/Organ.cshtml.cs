using Gongkai.Organs.Contracts;
using Gongkai.Platform.Rights;
using Gongkai.Publishing.Queries;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Gongkai.Publishing.Pages.Catalogue;

/// <summary>The catalogue of one organ, today or on an earlier day.</summary>
[Public]
internal sealed class OrganModel(Catalogues catalogues, IOrgans organs, TimeProvider time) : PageModel
{
    public const int Size = 40;

    [BindProperty(SupportsGet = true)]
    public string? Field { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Search { get; set; }

    /// <summary>Day on which the catalogue is looked at, <c>2026-03-01</c>; null for today.</summary>
    [BindProperty(SupportsGet = true)]
    public string? On { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    /// <summary>Never read before it is loaded.</summary>
    public CatalogueView View { get; private set; } = null!;

    public IEnumerable<SelectListItem> Fields => View.Counts.Select(one => new SelectListItem($"{one.Name}（{one.Items}）", one.Name));

    public bool IsFiltered => !string.IsNullOrEmpty(Field) || !string.IsNullOrEmpty(Search) || !string.IsNullOrEmpty(On);

    public bool IsToday => View.Day == time.LocalDay();

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken stop)
    {
        if (CatalogueDay.Read(On, time) is not { } day || day > time.LocalDay() || await organs.ByKey(key, day, stop) is not { } organ) return NotFound();
        P = Math.Clamp(P, 1, CatalogueStore.Most);
        View = await catalogues.Of(organ, day, new(Field, Search), (P - 1) * Size, Size, stop);
        return View.Items == 0 && IsToday ? NotFound() : Page();
    }
}
