using Gongkai.Organs.Contracts;
using Gongkai.Platform.Rights;
using Gongkai.Publishing.Queries;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Publishing.Areas.Console.Pages.Catalogue;

/// <summary>What every organ's catalogue lacks (各单位缺项): not only what exists, but what should.</summary>
[Permission(PublishingPermissions.View)]
internal sealed class MissingModel(ItemStandings standings, IOrgans organs, TimeProvider time) : PageModel
{
    /// <summary>Lacking items by organ, in the order of lists.</summary>
    public IReadOnlyList<(OrganCard Organ, IReadOnlyList<LackingItem> Items)> Organs { get; private set; } = [];

    public int Total => Organs.Sum(organ => organ.Items.Count);

    public async Task OnGetAsync(CancellationToken stop)
    {
        var lacking = (await standings.Lacking(stop)).ToLookup(item => item.Organ);
        Organs = [.. (await organs.All(time.LocalDay(), stop)).Where(organ => lacking.Contains(organ.Id)).Select(organ => (organ, (IReadOnlyList<LackingItem>)[.. lacking[organ.Id]]))];
    }
}
