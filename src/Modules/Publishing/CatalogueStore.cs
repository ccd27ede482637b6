using Gongkai.Organs.Contracts;
using Gongkai.Platform.Data;
using Gongkai.Publishing.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>Loads catalogues for acts that change them, and marks them as changed.</summary>
internal sealed class CatalogueStore(Db db, TimeProvider time)
{
    /// <summary>Most items that a catalogue holds at a time.</summary>
    public const int Most = 5_000;

    /// <summary>Items of an organ that have not ended, with all that they said, in order.</summary>
    public Task<List<CatalogueItem>> Unended(OrganId organ, CancellationToken stop) =>
        db.Set<CatalogueItem>().Include(item => item.Wordings).Where(item => item.OrganId == organ && item.Until == null).OrderBy(item => item.Place).ThenBy(item => item.Id).Take(Most + 1).AsSplitQuery().ToListAsync(stop);

    /// <summary>One item with all that it said.</summary>
    /// <exception cref="MissingException">There is no such item.</exception>
    public async Task<CatalogueItem> Item(Contracts.CatalogueItemId id, CancellationToken stop)
    {
        var item = await db.Get<CatalogueItem>(id, stop);
        await db.Entry(item).Collection(one => one.Wordings).LoadAsync(stop);
        return item;
    }

    /// <summary>How often the catalogue of an organ was changed; 0 before it is begun.</summary>
    public Task<int> Changes(OrganId organ, CancellationToken stop) =>
        db.Set<OrganCatalogue>().AsNoTracking().Where(catalogue => catalogue.OrganId == organ).Select(catalogue => catalogue.Changes).FirstOrDefaultAsync(stop);

    /// <summary>Room between two places, so that what comes in between later needs not move the rest.</summary>
    public const long Step = 1_024;

    /// <summary>Place of a new item: behind the last of its field and first name, or at the end.</summary>
    public static long PlaceFor(IReadOnlyList<CatalogueItem> standing, ItemContent said)
    {
        var near = standing.LastOrDefault(item => item.Wordings[^1].Content is var says && says.Field == said.Field && says.First == said.First)
            ?? standing.LastOrDefault(item => item.Wordings[^1].Content.Field == said.Field) ?? (standing.Count == 0 ? null : standing[^1]);
        if (near is null) return Step;
        return standing.FirstOrDefault(item => item.Place > near.Place) is { } next ? near.Place + ((next.Place - near.Place) / 2) : near.Place + Step;
    }

    /// <summary>Marks a catalogue as changed by the present act: of two acts at the same moment only one is stored.</summary>
    public async Task Touch(OrganId organ, CancellationToken stop)
    {
        if (await db.FindAsync<OrganCatalogue>([organ], stop) is { } catalogue) catalogue.Touch(time.GetUtcNow());
        else db.Add(new OrganCatalogue(organ, time.GetUtcNow())); // the second who begins one breaks its key
    }
}
