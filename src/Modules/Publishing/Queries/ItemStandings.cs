using Gongkai.Organs.Contracts;
using Gongkai.Platform.Data;
using Gongkai.Publishing.Catalogue;
using Gongkai.Publishing.Contracts;
using Gongkai.Publishing.Documents;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing.Queries;

/// <summary>An item that lacks something.</summary>
/// <param name="Organ">Whose it is.</param>
/// <param name="Line">The item as it stands today.</param>
/// <param name="Standing">What it lacks.</param>
internal sealed record LackingItem(OrganId Organ, CatalogueLine Line, ItemStanding Standing);

/// <summary>How items of a catalogue stand, from the documents that were published under them: matched by item, organ and period.</summary>
internal sealed class ItemStandings(Db db, TimeProvider time)
{
    /// <summary>Publications looked at; an item that is due every day for two years has some seven hundred.</summary>
    private const int Most = 20_000;

    /// <summary>The standing of some items, by item.</summary>
    /// <param name="lines">The items as they stand today: those of one page.</param>
    /// <param name="stop">Stops the queries.</param>
    public async Task<IReadOnlyDictionary<CatalogueItemId, ItemStanding>> Of(IReadOnlyList<CatalogueLine> lines, CancellationToken stop)
    {
        var today = time.LocalDay();
        var periodic = lines.Where(line => line.Schedule.Kind == ScheduleKind.Periodic).Select(line => (CatalogueItemId?)line.Id).ToList();
        var since = LookedAtFrom(today);
        var published = (periodic.Count == 0 ? [] : await Published(periodic, since, stop)).ToLookup(one => one.Item, one => time.LocalDay(one.At));
        var last = await Last([.. lines.Select(line => line.Id)], stop);
        return lines.DistinctBy(line => line.Id).ToDictionary(line => line.Id, line => ItemStanding.Of(
            line.Schedule, line.From > since ? line.From : since, [.. published[line.Id]], last.TryGetValue(line.Id, out var at) ? time.LocalDay(at) : null, today));
    }

    /// <summary>Items of all catalogues that lack something today, by organ: what should stand there and does not, and what was due and did not come.</summary>
    public async Task<IReadOnlyList<LackingItem>> Lacking(CancellationToken stop)
    {
        var today = time.LocalDay();
        var items = await db.Set<CatalogueItem>().AsNoTracking().Where(item => item.From <= today && (item.Until == null || item.Until >= today) && item.Wordings.Any(wording => wording.ScheduleKind == ScheduleKind.Periodic || wording.ScheduleKind == ScheduleKind.OnChange || wording.ScheduleKind == ScheduleKind.Continuous))
            .OrderBy(item => item.OrganId).ThenBy(item => item.Place).Take(CatalogueStore.Most).Include(item => item.Wordings).AsSplitQuery().ToListAsync(stop);
        var lines = items.ConvertAll(item => (item.OrganId, Line: Line(item, today)));
        var standings = await Of(lines.ConvertAll(one => one.Line), stop);
        return [.. lines.Where(one => standings[one.Line.Id].Lacks).Select(one => new LackingItem(one.OrganId, one.Line, standings[one.Line.Id]))];
    }

    private static CatalogueLine Line(CatalogueItem item, DateOnly today)
    {
        var says = item.On(today);
        return new(item.Id, says.Content, says.Schedule, says.From);
    }

    /// <summary>The year before last is history: what was missing then is not asked for any more.</summary>
    private static DateOnly LookedAtFrom(DateOnly today) => new(today.Year - 1, 1, 1);

    /// <summary>Every edition counts: a table that is brought up to date each month is published each month.</summary>
    private async Task<List<(CatalogueItemId Item, DateTimeOffset At)>> Published(List<CatalogueItemId?> items, DateOnly since, CancellationToken stop)
    {
        var first = time.InstantAt(since, TimeOnly.MinValue);
        var rows = await (
            from document in db.Set<Document>().AsNoTracking()
            join edition in db.Set<Edition>().AsNoTracking() on document.Id equals edition.DocumentId
            where items.Contains(document.ItemId) && document.PublicEditionId != null && edition.PublishedAt >= first
            orderby edition.PublishedAt descending
            select new { document.ItemId, edition.PublishedAt }).Take(Most).ToListAsync(stop);
        return rows.ConvertAll(row => (row.ItemId!.Value, row.PublishedAt!.Value));
    }

    /// <summary>One look into the index an item, however much was published under it.</summary>
    private async Task<Dictionary<CatalogueItemId, DateTimeOffset>> Last(List<CatalogueItemId> items, CancellationToken stop)
    {
        var rows = await db.Set<CatalogueItem>().AsNoTracking().Where(item => items.Contains(item.Id))
            .Select(item => new { item.Id, At = db.Set<Document>().Where(document => document.ItemId == item.Id && document.PublicEditionId != null).Max(document => document.LastPublishedAt) })
            .Where(row => row.At != null).OrderBy(row => row.Id).Take(CatalogueStore.Most).ToListAsync(stop);
        return rows.ToDictionary(row => row.Id, row => row.At!.Value);
    }
}
