using Gongkai.Organs.Contracts;
using Gongkai.Organs.Queries;
using Gongkai.Platform.Rights;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Gongkai.Organs.Areas.Console.Pages.People;

/// <summary>Every person with the posts of today and those to come (人员与岗位); filters stand in the address.</summary>
[Permission(Permissions.ViewPeople)]
internal sealed class IndexModel(PeoplePages pages, IOrgans organs, Roles roles, TimeProvider time) : PageModel
{
    public const int Size = 30;

    [BindProperty(SupportsGet = true)]
    public string? Search { get; set; }

    /// <summary>Address part of the organ.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Organ { get; set; }

    /// <summary>Key of the role.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Role { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public IReadOnlyList<PersonLine> People { get; private set; } = [];
    public int Total { get; private set; }
    public IReadOnlyList<SelectListItem> Organs { get; private set; } = [];
    public IEnumerable<SelectListItem> Roles => roles.All.Select(role => new SelectListItem(role.Name, role.Key));
    public bool IsFiltered => (Search ?? Organ ?? Role) is not null;
    public DateOnly Today => time.LocalDay();

    public async Task OnGetAsync(CancellationToken stop)
    {
        var organ = Organ is null ? null : await organs.ByKey(Organ, Today, stop);
        P = Math.Clamp(P, 1, 10_000);
        (People, Total) = await pages.List(new(Search?.Trim(), organ?.Id, Role), (P - 1) * Size, Size, Today, stop);
        Organs = [.. (await organs.All(Today, stop)).Select(card => new SelectListItem(card.Name, card.Key))];
    }
}
