using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Publishing.Catalogue;
using Gongkai.Publishing.Contracts;

namespace Gongkai.Publishing.Acts;

/// <summary>Lets an item say something else from a day on (修改公开事项); what it said before stays on record.</summary>
[Permission(PublishingPermissions.KeepCatalogue)]
internal sealed class ChangeItem(Db db, CatalogueStore store, TimeProvider time)
{
    /// <param name="id">The item.</param>
    /// <param name="content">What it is to say.</param>
    /// <param name="from">First day on which it says this.</param>
    /// <param name="reason">Why.</param>
    /// <param name="seen">First day of the wording that the person was looking at: a later one means that somebody was quicker.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    public async Task<Outcome> Run(CatalogueItemId id, ItemContent content, DateOnly from, string? reason, DateOnly seen, CancellationToken stop)
    {
        var item = await db.Get<CatalogueItem>(id, stop);
        db.Demand(this, item.OrganId.Value);
        var catalogue = await store.Open(item.OrganId, stop);
        await store.Load(item, stop);
        var said = content.Tidy();
        if (item.Wordings[^1].From != seen) return Outcome.Refused("platform.changed-meanwhile");

        List<Refusal> reasons = [.. said.Against(), .. item.AgainstChanging(said, from), .. Reasons.Against(reason)];
        if (reasons.Count == 0 && await store.StandsFrom(item.OrganId, said.Key, from, id, stop))
            reasons.Add(new("publishing.item-there"));
        if (reasons.Count > 0) return Outcome.Refused(reasons);

        item.Change(NewId.At(time), said, from);
        catalogue.Touch();
        db.Record(this, new(Subjects.Item, id.Value), reason!.Trim(), item.OrganId.Value);
        return await db.Commit(stop);
    }
}
