using Gongkai.Organs.Contracts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Publishing.Catalogue;
using Gongkai.Publishing.Contracts;

namespace Gongkai.Publishing.Acts;

/// <summary>Adds one item to an organ's catalogue (增加公开事项).</summary>
[Permission(PublishingPermissions.KeepCatalogue)]
internal sealed class AddItem(Db db, CatalogueStore store, TimeProvider time)
{
    /// <param name="organ">Whose catalogue.</param>
    /// <param name="content">What it says.</param>
    /// <param name="from">First day on which it stands there.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    public async Task<Outcome<CatalogueItemId>> Run(OrganId organ, ItemContent content, DateOnly from, CancellationToken stop)
    {
        db.Demand(this, organ.Value);
        var (said, catalogue) = (content.Tidy(), await store.Open(organ, stop));
        var standing = await store.Unended(organ, stop);
        var reasons = said.Against().ToList();
        if (CatalogueItem.OutsideCalendar(from)) reasons.Add(CatalogueItem.BeyondCalendar);
        if (await store.StandsFrom(organ, said.Key, from, other: null, stop)) reasons.Add(new("publishing.item-there"));
        if (standing.Count >= CatalogueStore.Most) reasons.Add(new("publishing.catalogue-full") { Values = [CatalogueStore.Most] });
        if (reasons.Count > 0) return Outcome.Refused(reasons);

        var item = new CatalogueItem(new(NewId.At(time)), organ, CatalogueStore.PlaceFor(standing, said), NewId.At(time), said, from);
        db.Add(item);
        catalogue.Touch();
        db.Record(this, new(Subjects.Item, item.Id.Value), said.Second, organ.Value);
        return await db.Commit(stop) is { IsDone: false } refused ? refused : item.Id;
    }
}
