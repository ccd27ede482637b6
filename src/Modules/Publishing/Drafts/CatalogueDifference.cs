using Gongkai.Publishing.Catalogue;

namespace Gongkai.Publishing.Drafts;

/// <summary>An item that the rows change.</summary>
/// <param name="Item">The item.</param>
/// <param name="Before">What it says.</param>
/// <param name="After">What it is to say.</param>
internal sealed record ChangedItem(CatalogueItem Item, ItemContent Before, ItemContent After)
{
    /// <summary>Names of the columns in which the two differ.</summary>
    public IEnumerable<string> Columns
    {
        get
        {
            if (Before.Field != After.Field || Before.First != After.First || Before.Second != After.Second) yield return "公开事项";
            if (Before.Content != After.Content) yield return "公开内容";
            if (Before.Basis != After.Basis) yield return "公开依据";
            if (Before.Limit != After.Limit) yield return "公开时限";
            if (Before.Bearer != After.Bearer) yield return "公开主体";
            if (!Before.Channels.SequenceEqual(After.Channels)) yield return "公开渠道和载体";
            if ((Before.Audience, Before.Group) != (After.Audience, After.Group)) yield return "公开对象";
            if (Before.Manner != After.Manner) yield return "公开方式";
            if (Before.Levels != After.Levels) yield return "公开层级";
        }
    }
}

/// <summary>What adopting rows makes of a catalogue. An item is the same where field and both names are, blanks and width of signs aside.</summary>
/// <param name="Added">Rows that no item stands for.</param>
/// <param name="Changed">Items that come to say something else.</param>
/// <param name="Same">Number of items that stay as they are.</param>
/// <param name="Missing">Items of the fields in the rows that no row stands for.</param>
internal sealed record CatalogueDifference(IReadOnlyList<ItemContent> Added, IReadOnlyList<ChangedItem> Changed, int Same, IReadOnlyList<CatalogueItem> Missing)
{
    /// <summary>Length of the longest of the three lists.</summary>
    public int Longest => Math.Max(Added.Count, Math.Max(Changed.Count, Missing.Count));

    /// <summary>Compares.</summary>
    /// <param name="items">Every item of the catalogue that has not ended, its wordings loaded. What is compared is the last thing that each says, also where that begins later.</param>
    /// <param name="rows">The rows, none twice.</param>
    public static CatalogueDifference Of(IReadOnlyList<CatalogueItem> items, IReadOnlyList<ItemContent> rows)
    {
        var standing = items.DistinctBy(item => item.Wordings[^1].Content.Key).ToDictionary(item => item.Wordings[^1].Content.Key);
        var (added, changed, same) = (new List<ItemContent>(), new List<ChangedItem>(), 0);
        foreach (var row in rows)
            if (!standing.TryGetValue(row.Key, out var item)) added.Add(row);
            else if (item.Wordings[^1].Content is var before && before != row) changed.Add(new(item, before, row));
            else same++;
        var (fields, keys) = (rows.Select(row => row.Field).ToHashSet(StringComparer.Ordinal), rows.Select(row => row.Key).ToHashSet(StringComparer.Ordinal));
        return new(added, changed, same, [.. items.Where(item => item.Wordings[^1].Content is var says && fields.Contains(says.Field) && !keys.Contains(says.Key))]);
    }
}
