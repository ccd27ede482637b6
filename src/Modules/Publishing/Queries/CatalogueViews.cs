using Gongkai.Organs.Contracts;
using Gongkai.Publishing.Catalogue;
using Gongkai.Publishing.Contracts;

namespace Gongkai.Publishing.Queries;

/// <summary>One item as it stands on a day.</summary>
/// <param name="Id">The item.</param>
/// <param name="Content">What it says that day.</param>
/// <param name="Schedule">When it is due.</param>
/// <param name="From">First day on which it says so.</param>
internal sealed record CatalogueLine(CatalogueItemId Id, ItemContent Content, Schedule Schedule, DateOnly From);

/// <summary>The items of a field, in order.</summary>
internal sealed record CatalogueField(string Name, IReadOnlyList<CatalogueLine> Lines);

/// <summary>A field of a catalogue and how many items it holds.</summary>
internal sealed record FieldCount(string Name, int Items);

/// <summary>The catalogue of one organ on a day.</summary>
/// <param name="Organ">The organ.</param>
/// <param name="Day">The day.</param>
/// <param name="Counts">Every field with its number of items, whatever is shown.</param>
/// <param name="Shown">What is shown, by field.</param>
/// <param name="Total">Number of items that meet what was asked for, over all pages.</param>
internal sealed record CatalogueView(OrganCard Organ, DateOnly Day, IReadOnlyList<FieldCount> Counts, IReadOnlyList<CatalogueField> Shown, int Total)
{
    /// <summary>Number of items in the whole catalogue.</summary>
    public int Items => Counts.Sum(one => one.Items);
}

/// <summary>What is asked for of a catalogue; null or blank asks for everything.</summary>
internal sealed record CatalogueFilter(string? Field = null, string? Words = null)
{
    public bool Takes(ItemContent content) =>
        (string.IsNullOrEmpty(Field) || content.Field == Field) && (string.IsNullOrWhiteSpace(Words) || new[] { content.First, content.Second, content.Content, content.Basis }.Any(text => text.Contains(Words.Trim(), StringComparison.OrdinalIgnoreCase)));
}

/// <summary>An organ with its number of items.</summary>
internal sealed record OrganCount(OrganCard Organ, int Items);
