using Gongkai.Organs.Contracts;
using Gongkai.Platform.Rights;
using Gongkai.Publishing.Queries;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Gongkai.Publishing.Areas.Console.Pages.Documents;

/// <summary>Documents by where they stand; it opens on what waits for the person (信息发布).</summary>
[Permission(PublishingPermissions.SeeDrafts)]
internal sealed class IndexModel(DocumentDesk desk, IOrgans organs, Actor actor, TimeProvider time) : PageModel
{
    private const int LastPage = 25;

    [BindProperty(SupportsGet = true)]
    public DeskTab Tab { get; set; }

    /// <summary>Address part of an organ; null for all within reach.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Organ { get; set; }

    /// <summary>Document number or index number, whole.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Number { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public DocumentLines Lines { get; private set; } = new([], false);

    public int Waiting { get; private set; }

    public IReadOnlyList<SelectListItem> Organs { get; private set; } = [];

    public bool MayDraft => actor.May(PublishingPermissions.Draft);

    public bool IsFiltered => !string.IsNullOrEmpty(Organ) || !string.IsNullOrEmpty(Number);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!Enum.IsDefined(Tab)) return NotFound();
        P = Math.Clamp(P, 1, LastPage);
        var all = await organs.All(time.LocalDay(), stop);
        Organs = [.. all.Where(organ => actor.May(PublishingPermissions.SeeDrafts, organ.Id.Value)).Select(organ => new SelectListItem(organ.Name, organ.Key))];
        var one = string.IsNullOrEmpty(Organ) ? null : all.FirstOrDefault(organ => organ.Key == Organ);
        Lines = await desk.Page(new(Tab, one?.Id, Number?.Trim()), (P - 1) * DocumentDesk.Size, stop);
        Waiting = await desk.CountWaiting(stop);
        return Page();
    }

    public string Address(DeskTab tab, int page = 1) => $"/console/documents?tab={tab}&organ={Uri.EscapeDataString(Organ ?? "")}&number={Uri.EscapeDataString(Number ?? "")}&p={page}";
}
