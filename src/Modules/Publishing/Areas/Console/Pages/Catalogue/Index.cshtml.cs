using Gongkai.Organs.Contracts;
using Gongkai.Platform.Rights;
using Gongkai.Publishing.Catalogue;
using Gongkai.Publishing.Contracts;
using Gongkai.Publishing.Queries;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Gongkai.Publishing.Areas.Console.Pages.Catalogue;

/// <summary>The catalogue of an organ (公开目录), as it stands on a day.</summary>
[Permission(PublishingPermissions.View)]
internal sealed class IndexModel(Catalogues catalogues, ItemStandings standings, Desk desk, IOrgans organs, Actor actor, TimeProvider time, IStringLocalizer<Words> words) : CataloguePage(organs, actor, time, words)
{
    public const int Size = 50;

    [BindProperty(SupportsGet = true)]
    public string? Field { get; set; }

    /// <summary>Day on which the catalogue is looked at; null for today.</summary>
    [BindProperty(SupportsGet = true)]
    public string? On { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    /// <summary>Never read before it is loaded.</summary>
    public CatalogueView View { get; private set; } = null!;

    /// <summary>How the items shown stand today; empty for the catalogue of another day.</summary>
    public IReadOnlyDictionary<CatalogueItemId, ItemStanding> Standings { get; private set; } = new Dictionary<CatalogueItemId, ItemStanding>();

    /// <summary>Drafts that wait to be adopted.</summary>
    public IReadOnlyList<DeskCard> Drafts { get; private set; } = [];

    public IEnumerable<SelectListItem> Fields => View.Counts.Select(one => new SelectListItem($"{one.Name}（{one.Items}）", one.Name));

    public bool IsFiltered => !string.IsNullOrEmpty(Field) || !string.IsNullOrEmpty(Search) || !string.IsNullOrEmpty(On);

    protected override Task<IActionResult> Again(CancellationToken stop) => OnGetAsync(stop);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await Find(stop) || CatalogueDay.Read(On, Time) is not { } day) return NotFound();
        P = Math.Clamp(P, 1, CatalogueStore.Most);
        View = await catalogues.Of(Whose, day, new(Field, Search), (P - 1) * Size, Size, stop);
        if (day == Today) Standings = await standings.Of([.. View.Shown.SelectMany(field => field.Lines)], stop);
        Drafts = MayKeep ? await desk.Of(Whose.Id, stop) : [];
        return Page();
    }
}
