using Gongkai.Organs.Contracts;
using Gongkai.Platform.Rights;
using Gongkai.Publishing.Contracts;
using Gongkai.Publishing.Queries;
using Gongkai.Publishing.Types;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Gongkai.Publishing.Pages.Documents;

/// <summary>Public documents, the newest first.</summary>
[Public]
internal sealed class IndexModel(PublicDocuments documents, IOrgans organs, TimeProvider time) : PageModel
{
    /// <summary>Address part of an organ.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Organ { get; set; }

    /// <summary>Key of a type.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Type { get; set; }

    /// <summary>An item of a catalogue.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Item { get; set; }

    /// <summary>Instant of the last one shown before, as <see cref="Older"/> wrote it.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    public IReadOnlyList<PublicLine> Lines { get; private set; } = [];

    public IReadOnlyDictionary<OrganId, OrganCard> Names { get; private set; } = new Dictionary<OrganId, OrganCard>();

    public IReadOnlyList<SelectListItem> Organs { get; private set; } = [];

    public static IEnumerable<SelectListItem> Types => DocumentTypes.All.Select(type => new SelectListItem(type.Name, type.Key));

    public bool IsFiltered => !string.IsNullOrEmpty(Organ) || !string.IsNullOrEmpty(Type) || Item is not null;

    /// <summary>Address of what is older; null where nothing is.</summary>
    public string? Older { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        var all = await organs.All(time.LocalDay(), stop);
        var one = string.IsNullOrEmpty(Organ) ? null : all.FirstOrDefault(organ => organ.Key == Organ);
        if ((one is null && !string.IsNullOrEmpty(Organ)) || (!string.IsNullOrEmpty(Type) && DocumentTypes.Find(Type) is null)) return NotFound();
        if (!ListStart.TryRead(Before, out var before)) return NotFound();
        var found = await documents.List(new(one?.Id, string.IsNullOrEmpty(Type) ? null : Type, Item is { } item ? new CatalogueItemId(item) : null), before, stop);
        Lines = [.. found.Take(PublicDocuments.Size)];
        if (found.Count > PublicDocuments.Size) Older = $"/documents?organ={Uri.EscapeDataString(Organ ?? "")}&type={Uri.EscapeDataString(Type ?? "")}&item={Item}&before={ListStart.Write(Lines[^1].FirstPublishedAt)}";
        Organs = [.. all.Select(organ => new SelectListItem(organ.Name, organ.Key))];
        Names = await organs.Find([.. Lines.Select(line => line.Organ).Distinct()], time.LocalDay(), stop);
        return Page();
    }
}
