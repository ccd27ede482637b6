using Gongkai.Law.Calendar;
using Gongkai.Organs.Contracts;
using Gongkai.Publishing.Contracts;

namespace Gongkai.Publishing.Catalogue;

/// <summary>
/// One item of an organ's catalogue (公开事项). What it says has a wording for each stretch of time, so that the catalogue of any past day
/// can be shown; none is ever rewritten.
/// </summary>
internal sealed class CatalogueItem
{
    private readonly List<ItemWording> _wordings = [];

    private CatalogueItem() { }

    public CatalogueItem(CatalogueItemId id, OrganId organ, long place, Guid wording, ItemContent content, DateOnly from)
    {
        (Id, OrganId, Place, From) = (id, organ, place, from);
        _wordings.Add(new(wording, id, content, from));
    }

    public CatalogueItemId Id { get; private init; }

    /// <summary>Whose catalogue it stands in.</summary>
    public OrganId OrganId { get; private init; }

    /// <summary>Place within the catalogue, ascending.</summary>
    public long Place { get; private set; }

    /// <summary>First day on which it stands there.</summary>
    public DateOnly From { get; private init; }

    /// <summary>Last day on which it stands there, inclusive; null for no end.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>What it said, by first day, the oldest first.</summary>
    public IReadOnlyList<ItemWording> Wordings => [.. _wordings.OrderBy(wording => wording.From)];

    private ItemWording Last => _wordings.MaxBy(wording => wording.From)!;

    /// <summary>True where it stands in the catalogue on a day.</summary>
    public bool StandsOn(DateOnly day) => From <= day && (Until is not { } last || day <= last);

    /// <summary>What it says on a day; before its first day what it will say.</summary>
    public ItemWording On(DateOnly day) => Wordings.LastOrDefault(wording => wording.From <= day) ?? Wordings[0];

    /// <summary>True where it stands under a key (<see cref="ItemContent.Key"/>) on a day or on any later one.</summary>
    public bool Says(string key, DateOnly from)
    {
        var wordings = Wordings;
        for (var at = 0; at < wordings.Count; at++)
            if (wordings[at].Content.Key == key && (Until is not { } last || (last >= from && last >= wordings[at].From)) && (at + 1 == wordings.Count || wordings[at + 1].From > from)) return true;
        return false;
    }

    /// <summary>Every reason against saying something else from a day on.</summary>
    public IEnumerable<Refusal> AgainstChanging(ItemContent content, DateOnly from)
    {
        if (Until is not null) yield return new("publishing.item-ended");
        if (from <= Last.From) yield return new("publishing.wording-too-early") { Values = [Last.From] };
        if (OutsideCalendar(from)) yield return BeyondCalendar;
        if (content == Last.Content) yield return new("publishing.nothing-changed");
    }

    /// <summary>Says something else from a day on.</summary>
    public void Change(Guid wording, ItemContent content, DateOnly from) => _wordings.Add(new(wording, Id, content, from));

    /// <summary>Every reason against ending it.</summary>
    public IEnumerable<Refusal> AgainstEnding(DateOnly last)
    {
        if (Until is not null) yield return new("publishing.item-ended");
        if (last < Last.From) yield return new("publishing.end-too-early") { Values = [Last.From] };
        if (OutsideCalendar(last)) yield return BeyondCalendar;
    }

    /// <summary>Takes it out of the catalogue after a day.</summary>
    public void End(DateOnly last) => Until = last;

    /// <summary>Puts it elsewhere in the order of the catalogue; the order of past days is not kept.</summary>
    public void MoveTo(long place) => Place = place;

    /// <summary>Says which days can be given.</summary>
    public static Refusal BeyondCalendar { get; } = new("publishing.day-beyond-calendar") { Values = [WorkCalendar.FirstYear, WorkCalendar.LastYear] };

    /// <summary>True for a day that no deadline can be counted from.</summary>
    public static bool OutsideCalendar(DateOnly day) => day < WorkCalendar.FirstDay || day > WorkCalendar.LastDay;
}
