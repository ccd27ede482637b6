using Gongkai.Organs.Queries;
using Gongkai.Platform.Rights;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Organs.Areas.Console.Pages.Organs;

/// <summary>Every organ by kind, the groups and whom they mean today, and what has ended.</summary>
[Permission(Permissions.View)]
internal sealed class IndexModel(OrganPages pages, TimeProvider time) : PageModel
{
    public OrganList List { get; private set; } = new([], [], []);

    public async Task OnGet(CancellationToken stop) => List = await pages.List(time.LocalDay(), stop);
}
