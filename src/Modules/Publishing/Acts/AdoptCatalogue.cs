using System.Globalization;
using Gongkai.Law.Schedules;
using Gongkai.Organs.Contracts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Publishing.Catalogue;
using Gongkai.Publishing.Drafts;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing.Acts;

/// <summary>Makes a draft part of the catalogue from a day on (启用公开目录): adds what is new, changes what differs, ends what is missing where that is asked for. Whole or not at all.</summary>
[Permission(PublishingPermissions.KeepCatalogue)]
internal sealed class AdoptCatalogue(Db db, CatalogueStore store, TimeProvider time)
{
    /// <param name="id">The draft.</param>
    /// <param name="from">First day on which it holds.</param>
    /// <param name="endMissing">True where items of the same fields that the draft does not name end the day before.</param>
    /// <param name="reason">Why: the document that orders it.</param>
    /// <param name="changes">Number of changes to the catalogue when the person compared: a greater one means that the comparison is out of date.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    public async Task<Outcome> Run(CatalogueDraftId id, DateOnly from, bool endMissing, string? reason, int changes, CancellationToken stop)
    {
        var draft = await db.Get<CatalogueDraft>(id, stop);
        db.Demand(this, draft.OrganId.Value);
        List<Refusal> reasons = [.. draft.AgainstClosing(), .. Reasons.Against(reason)];
        if (CatalogueItem.OutsideCalendar(from)) reasons.Add(CatalogueItem.BeyondCalendar);
        if (reasons.Count > 0) return Outcome.Refused(reasons);
        var catalogue = await store.Open(draft.OrganId, stop);
        if (catalogue.Changes != changes) return Outcome.Refused("publishing.catalogue-changed");

        var standing = await store.Unended(draft.OrganId, stop);
        var difference = CatalogueDifference.Of(standing, draft.Read());
        var more = Against(difference, standing.Count, from, endMissing);
        if (await StillStanding(draft.OrganId, difference, from, stop) is { Length: > 0 } names) more.Add(new("publishing.rows-still-there") { Values = [names] });
        if (more.Count > 0) return Outcome.Refused(more);

        Apply(draft, standing, difference, from, endMissing);
        draft.Close(time.GetUtcNow());
        catalogue.Touch();
        db.Record(this, new(Subjects.Draft, id.Value), string.Create(CultureInfo.InvariantCulture, $"{reason!.Trim()}（新增 {difference.Added.Count} 项，修改 {difference.Changed.Count} 项，终止 {(endMissing ? difference.Missing.Count : 0)} 项，自 {from:yyyy-MM-dd}）"), draft.OrganId.Value);
        return await db.Commit(stop);
    }

    private static List<Refusal> Against(CatalogueDifference difference, int standing, DateOnly from, bool endMissing)
    {
        List<Refusal> reasons = [.. difference.Changed.SelectMany(changed => changed.Item.AgainstChanging(changed.After, from)), .. endMissing ? difference.Missing.SelectMany(item => item.AgainstEnding(Days.Before(from))) : []];
        if (difference.Added.Count + difference.Changed.Count == 0 && !(endMissing && difference.Missing.Count > 0)) reasons.Add(new("publishing.nothing-changed"));
        if (standing + difference.Added.Count > CatalogueStore.Most) reasons.Add(new("publishing.catalogue-full") { Values = [CatalogueStore.Most] });
        return [.. reasons.DistinctBy(reason => (reason.Code, string.Join('|', reason.Values)))];
    }

    /// <summary>Names of rows that would be added while an item of the same name has not reached its last day yet.</summary>
    private async Task<string> StillStanding(OrganId organ, CatalogueDifference difference, DateOnly from, CancellationToken stop)
    {
        var ending = await db.Set<CatalogueItem>().AsNoTracking().Include(item => item.Wordings).Where(item => item.OrganId == organ && item.Until >= from).Take(CatalogueStore.Most).AsSplitQuery().ToListAsync(stop);
        return string.Join('、', difference.Added.Where(row => ending.Exists(item => item.Says(row.Key, from))).Select(row => row.Second).Take(10));
    }

    /// <summary>What the draft names comes to stand in its order, behind what it does not name.</summary>
    private void Apply(CatalogueDraft draft, List<CatalogueItem> standing, CatalogueDifference difference, DateOnly from, bool endMissing)
    {
        foreach (var changed in difference.Changed) changed.Item.Change(NewId.At(time), changed.After, from);
        if (endMissing)
            foreach (var item in difference.Missing) item.End(Days.Before(from));
        var (place, known) = (standing.Count == 0 ? 0L : standing.Max(item => item.Place), standing.DistinctBy(item => item.Wordings[^1].Content.Key).ToDictionary(item => item.Wordings[^1].Content.Key));
        foreach (var row in draft.Read())
        {
            place += CatalogueStore.Step;
            if (known.TryGetValue(row.Key, out var item)) item.MoveTo(place);
            else db.Add(new CatalogueItem(new(NewId.At(time)), draft.OrganId, place, NewId.At(time), row, from));
        }
    }
}
