using Gongkai.Organs.Contracts;

namespace Gongkai.Organs;

/// <summary>An organ (机关、单位): one body under all the names it has had, from its founding to its end.</summary>
internal sealed class Organ
{
    private readonly List<OrganName> _names = [];

    private Organ() { }

    public OrganId Id { get; private init; }

    /// <summary>Short, stable, readable address part: lower-case letters, digits and hyphens; never reused.</summary>
    public string Key { get; private init; } = "";

    public OrganKind Kind { get; private set; }

    /// <summary>First day it existed, under whatever name.</summary>
    public DateOnly ExistsFrom { get; private set; }

    /// <summary>Last day it existed, inclusive; null while it exists.</summary>
    public DateOnly? ExistsUntil { get; private set; }

    /// <summary>The organ its duties went to when it ended; null while it exists, or where nobody took them over.</summary>
    public OrganId? MergedInto { get; private set; }

    /// <summary>Place among its kind in lists, smaller first.</summary>
    public int ListOrder { get; private set; }

    /// <summary>The organ it belongs to; null at the top.</summary>
    public OrganId? ParentId { get; private set; }

    public string? Address { get; private set; }

    public string? Telephone { get; private set; }

    /// <summary>Its names, oldest first; at least one.</summary>
    public IReadOnlyList<OrganName> Names => [.. _names.OrderBy(name => name.From)];

    /// <summary>Sets up an organ under its first name.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="key">Address part; see <see cref="Key"/>.</param>
    /// <param name="kind">Kind of body.</param>
    /// <param name="from">First day.</param>
    /// <param name="listOrder">Place among its kind.</param>
    public static Organ Establish(OrganId id, string key, OrganKind kind, DateOnly from, int listOrder) =>
        new() { Id = id, Key = key, Kind = kind, ExistsFrom = from, ListOrder = listOrder };

    /// <summary>True on every day from its founding to its end, both included.</summary>
    public bool ExistsOn(DateOnly day) => day >= ExistsFrom && (ExistsUntil is not { } last || day <= last);

    /// <summary>The name in force on a day: before the founding the first one, after the end the last one.</summary>
    public OrganName NameOn(DateOnly day) => _names.Where(name => name.From <= day).MaxBy(name => name.From) ?? _names.MinBy(name => name.From)!;

    /// <summary>Every reason against giving it a new name from a day on.</summary>
    public IEnumerable<Refusal> AgainstRenaming(string name, DateOnly from)
    {
        if (string.IsNullOrWhiteSpace(name)) yield return new("organs.name-missing");
        if (!ExistsOn(from)) yield return new("organs.not-on-that-day") { Values = [from] };
        if (_names.Any(known => known.From >= from)) yield return new("organs.later-name") { Values = [_names.Max(known => known.From)] };
        if (_names.Count > 0 && NameOn(from).Name == name) yield return new("organs.same-name") { Values = [name] };
    }

    /// <summary>Gives it a name from a day on; the name before ends the day before.</summary>
    /// <param name="nameId">Id of the new name.</param>
    /// <param name="name">Name in daily use, such as 市民政局.</param>
    /// <param name="full">Official full name as on the seal; null where it is not known.</param>
    /// <param name="from">First day of the name.</param>
    public void Name(Guid nameId, string name, string? full, DateOnly from)
    {
        if (_names.Find(known => known.From == from) is { } standing) standing.Correct(name, full);
        else _names.Add(new(nameId, Id, name, full, from));
        if (from < ExistsFrom) ExistsFrom = from;
    }

    /// <summary>Every reason against ending it on a day in favour of another organ.</summary>
    public IEnumerable<Refusal> AgainstMerging(Organ successor, DateOnly lastDay)
    {
        if (successor.Id == Id) yield return new("organs.merge-into-itself");
        if (ExistsUntil is { } ended) yield return new("organs.already-ended") { Values = [ended] };
        if (lastDay < ExistsFrom) yield return new("organs.not-on-that-day") { Values = [lastDay] };
        if (successor.ExistsUntil is { } gone && gone <= lastDay) yield return new("organs.successor-ended") { Values = [gone] };
    }

    /// <summary>Ends it; its duties go to the successor.</summary>
    /// <param name="successor">Who takes over; null where nobody does.</param>
    /// <param name="lastDay">Last day it exists.</param>
    public void End(OrganId? successor, DateOnly lastDay) => (MergedInto, ExistsUntil) = (successor, lastDay);

    /// <summary>Sets what its page shows beside the names.</summary>
    public void Describe(OrganKind kind, OrganId? parent, string? address, string? telephone, int listOrder) =>
        (Kind, ParentId, Address, Telephone, ListOrder) = (kind, parent, address, telephone, listOrder);
}

/// <summary>A name of an organ. It holds from its first day until the next name begins or the organ ends, so no end is stored that could disagree.</summary>
internal sealed class OrganName
{
    private OrganName() { }

    internal OrganName(Guid id, OrganId organ, string name, string? full, DateOnly from) =>
        (Id, OrganId, Name, Full, From) = (id, organ, name, full, from);

    public Guid Id { get; private init; }

    public OrganId OrganId { get; private init; }

    /// <summary>Name in daily use, such as 市民政局.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Official full name as on the seal; null where it is not known.</summary>
    public string? Full { get; private set; }

    /// <summary>First day, inclusive.</summary>
    public DateOnly From { get; private init; }

    internal void Correct(string name, string? full) => (Name, Full) = (name, full);
}
