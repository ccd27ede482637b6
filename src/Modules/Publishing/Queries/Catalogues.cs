using Gongkai.Organs.Contracts;
using Gongkai.Platform.Data;
using Gongkai.Publishing.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing.Queries;

/// <summary>Catalogues as they stand on a day: for the console, the public and the workbook alike.</summary>
internal sealed class Catalogues(Db db, IOrgans organs)
{
    /// <summary>Every organ that has items on a day, with their number, in the order of lists.</summary>
    public async Task<IReadOnlyList<OrganCount>> Counts(DateOnly day, CancellationToken stop)
    {
        var counts = await Standing(day).GroupBy(item => item.OrganId).Select(group => new { Organ = group.Key, Items = group.Count() }).ToDictionaryAsync(group => group.Organ, group => group.Items, stop);
        return [.. (await organs.All(day, stop)).Where(card => counts.ContainsKey(card.Id)).Select(card => new OrganCount(card, counts[card.Id]))];
    }

    /// <summary>The catalogue of an organ on a day.</summary>
    /// <param name="organ">The organ as it is called that day.</param>
    /// <param name="day">The day.</param>
    /// <param name="filter">What is shown.</param>
    /// <param name="skip">Items to pass over.</param>
    /// <param name="take">Items to show at most.</param>
    /// <param name="stop">Stops the queries.</param>
    public async Task<CatalogueView> Of(OrganCard organ, DateOnly day, CatalogueFilter filter, int skip, int take, CancellationToken stop)
    {
        var all = await Lines(organ.Id, day, stop);
        var taken = all.Where(line => filter.Takes(line.Content)).ToList();
        return new(organ, day,
            [.. Runs(all).Select(field => new FieldCount(field.Name, field.Lines.Count))],
            Runs(taken.Skip(skip).Take(take)), taken.Count);
    }

    /// <summary>The items of a catalogue on a day, in order.</summary>
    private async Task<List<CatalogueLine>> Lines(OrganId organ, DateOnly day, CancellationToken stop)
    {
        var items = await Standing(day).Where(item => item.OrganId == organ).OrderBy(item => item.Place).ThenBy(item => item.Id).Take(CatalogueStore.Most)
            .Include(item => item.Wordings).AsSplitQuery().ToListAsync(stop);
        return [.. items.Select(item => (item.Id, Says: item.On(day))).Select(item => new CatalogueLine(item.Id, item.Says.Content, item.Says.Schedule, item.Says.From))];
    }

    private IQueryable<CatalogueItem> Standing(DateOnly day) => db.Set<CatalogueItem>().AsNoTracking().Where(item => item.From <= day && (item.Until == null || item.Until >= day));

    /// <summary>Lines by field, the fields in the order in which they are met first.</summary>
    private static IReadOnlyList<CatalogueField> Runs(IEnumerable<CatalogueLine> lines) => [.. lines.GroupBy(line => line.Content.Field).Select(field => new CatalogueField(field.Key, [.. field]))];
}
