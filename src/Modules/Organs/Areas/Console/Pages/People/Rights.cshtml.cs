using Gongkai.Organs.Contracts;
using Gongkai.Organs.Queries;
using Gongkai.Platform.Rights;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Organs.Areas.Console.Pages.People;

/// <summary>Roles and permissions as one table, and who holds each role today.</summary>
[Permission(Permissions.ViewPeople)]
internal sealed class RightsModel(RightsTable table, PeoplePages pages, Roles roles, TimeProvider time) : PageModel
{
    public IReadOnlyList<RightsBlock> Blocks { get; private set; } = [];
    public IReadOnlyDictionary<string, int> Holders { get; private set; } = new Dictionary<string, int>();
    public IReadOnlyList<Role> Roles => roles.All;

    public async Task OnGetAsync(CancellationToken stop)
    {
        Blocks = table.Blocks();
        Holders = await pages.Holders(time.LocalDay(), stop);
    }
}
