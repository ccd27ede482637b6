using Gongkai.Organs.Contracts;
using Gongkai.Platform.Rights;
using Gongkai.Publishing.Queries;
using Gongkai.Publishing.Types;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Gongkai.Publishing.Pages.Library;

/// <summary>Rules, normative documents and policies with their validity, today or on an earlier day (政策文件库).</summary>
[Public]
internal sealed class IndexModel(PolicyLibrary library, IOrgans organs, TimeProvider time, IStringLocalizer<Words> words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Organ { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Type { get; set; }

    /// <summary><c>holds</c>, <c>ended</c>, or blank for both.</summary>
    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    /// <summary>Day whose state of things is shown; blank for today.</summary>
    [BindProperty(SupportsGet = true)]
    public string? On { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    public IReadOnlyList<LibraryLine> Lines { get; private set; } = [];

    public IReadOnlyDictionary<OrganId, OrganCard> Names { get; private set; } = new Dictionary<OrganId, OrganCard>();

    public IReadOnlyList<SelectListItem> Organs { get; private set; } = [];

    public static IEnumerable<SelectListItem> Types => DocumentTypes.All.Where(type => type.HasValidity).Select(type => new SelectListItem(type.Name, type.Key));

    public IEnumerable<SelectListItem> States => [new(words["有效的"], "holds"), new(words["不再有效的"], "ended")];

    public DateOnly Day { get; private set; }

    public bool IsToday => Day == time.LocalDay();

    public bool IsFiltered => new[] { Organ, Type, State, On }.Any(text => !string.IsNullOrEmpty(text));

    public string? Older { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        var all = await organs.All(time.LocalDay(), stop);
        var one = string.IsNullOrEmpty(Organ) ? null : all.FirstOrDefault(organ => organ.Key == Organ);
        if (CatalogueDay.Read(On, time) is not { } day || day > time.LocalDay() || (one is null && !string.IsNullOrEmpty(Organ))) return NotFound();
        if (!ListStart.TryRead(Before, out var before)) return NotFound();
        Day = day;
        var found = await library.List(new(day, one?.Id, string.IsNullOrEmpty(Type) ? null : Type, State switch { "holds" => true, "ended" => false, _ => null }), before, stop);
        Lines = [.. found.Take(PolicyLibrary.Size)];
        if (found.Count > PolicyLibrary.Size) Older = $"/library?organ={Uri.EscapeDataString(Organ ?? "")}&type={Uri.EscapeDataString(Type ?? "")}&state={Uri.EscapeDataString(State ?? "")}&on={Uri.EscapeDataString(On ?? "")}&before={ListStart.Write(Lines[^1].Line.FirstPublishedAt)}";
        Organs = [.. all.Select(organ => new SelectListItem(organ.Name, organ.Key))];
        Names = await organs.Find([.. Lines.Select(line => line.Line.Organ).Distinct()], time.LocalDay(), stop);
        return Page();
    }
}
