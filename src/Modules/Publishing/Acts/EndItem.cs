using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Publishing.Catalogue;
using Gongkai.Publishing.Contracts;

namespace Gongkai.Publishing.Acts;

/// <summary>Takes an item out of the catalogue after a day (终止公开事项); the catalogues of earlier days still show it.</summary>
[Permission(PublishingPermissions.KeepCatalogue)]
internal sealed class EndItem(Db db, CatalogueStore store)
{
    /// <param name="id">The item.</param>
    /// <param name="last">Last day on which it stands there, inclusive.</param>
    /// <param name="reason">Why.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    public async Task<Outcome> Run(CatalogueItemId id, DateOnly last, string? reason, CancellationToken stop)
    {
        var item = await db.Get<CatalogueItem>(id, stop);
        db.Demand(this, item.OrganId.Value);
        var catalogue = await store.Open(item.OrganId, stop);
        await store.Load(item, stop);
        if (item.AgainstEnding(last).Concat(Reasons.Against(reason)).ToList() is { Count: > 0 } reasons) return Outcome.Refused(reasons);

        item.End(last);
        catalogue.Touch();
        db.Record(this, new(Subjects.Item, id.Value), reason!.Trim(), item.OrganId.Value);
        return await db.Commit(stop);
    }
}
