using Gongkai.Organs.Contracts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Data;
using Gongkai.Publishing.Catalogue;
using Gongkai.Publishing.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing.Queries;

/// <summary>An item with everything that it said and what was done to it.</summary>
/// <param name="Item">The item, its wordings loaded.</param>
/// <param name="Organ">Whose catalogue it stands in.</param>
/// <param name="Past">What was done to it.</param>
internal sealed record ItemView(CatalogueItem Item, OrganCard Organ, IReadOnlyList<TimelineEntry> Past);

/// <summary>One item of a catalogue, for those who keep it.</summary>
internal sealed class ItemPage(Db db, IOrgans organs, Timeline timeline, TimeProvider time)
{
    private const int LongestPast = 100;

    /// <exception cref="MissingException">There is no such item.</exception>
    public async Task<ItemView> Of(CatalogueItemId id, CancellationToken stop)
    {
        var item = await db.Set<CatalogueItem>().AsNoTracking().Include(one => one.Wordings).SingleOrDefaultAsync(one => one.Id == id, stop) ?? throw new MissingException(nameof(CatalogueItem), id);
        var organ = (await organs.Find([item.OrganId], time.LocalDay(), stop))[item.OrganId];
        return new(item, organ, await timeline.Of(LongestPast, stop, new Subject(Subjects.Item, id.Value)));
    }
}
