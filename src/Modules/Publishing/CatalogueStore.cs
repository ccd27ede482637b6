using Gongkai.Organs.Contracts;
using Gongkai.Platform.Data;
using Gongkai.Publishing.Catalogue;
using Gongkai.Publishing.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>Loads catalogues for acts that change them, and marks them as changed.</summary>
internal sealed class CatalogueStore(Db db)
{
    /// <summary>Most items that a catalogue holds at a time.</summary>
    public const int Most = 5_000;

    /// <summary>Items of an organ that have not ended, with all that they said, in order.</summary>
    public Task<List<CatalogueItem>> Unended(OrganId organ, CancellationToken stop) =>
        db.Set<CatalogueItem>().Include(item => item.Wordings).Where(item => item.OrganId == organ && item.Until == null).OrderBy(item => item.Place).ThenBy(item => item.Id).Take(Most + 1).AsSplitQuery().ToListAsync(stop);

    /// <summary>Loads all that an item said.</summary>
    public Task Load(CatalogueItem item, CancellationToken stop) => db.Entry(item).Collection(one => one.Wordings).LoadAsync(stop);

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

    /// <summary>
    /// The catalogue of an organ, to be asked for before anything else of it is read: what an act decides on is then not older than the version by
    /// which its change is stored, and of two acts at the same moment only one is.
    /// </summary>
    public async Task<OrganCatalogue> Open(OrganId organ, CancellationToken stop)
    {
        if (await db.FindAsync<OrganCatalogue>([organ], stop) is { } catalogue) return catalogue;
        return db.Add(new OrganCatalogue(organ)).Entity; // the second who begins one breaks its key
    }

    /// <summary>Items of an organ other than one that say something under a key on a day or later.</summary>
    public async Task<bool> StandsFrom(OrganId organ, string key, DateOnly from, CatalogueItemId? other, CancellationToken stop)
    {
        var items = await db.Set<CatalogueItem>().AsNoTracking().Include(item => item.Wordings).Where(item => item.OrganId == organ && item.Id != other && (item.Until == null || item.Until >= from)).Take(Most + 1).AsSplitQuery().ToListAsync(stop);
        return items.Exists(item => item.Says(key, from));
    }
}
