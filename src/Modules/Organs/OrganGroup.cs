using Gongkai.Organs.Contracts;

namespace Gongkai.Organs;

/// <summary>A collective name (各镇街, 市直有关部门) and who is meant by it on a day: every organ of some kinds, organs named one by one, or both.</summary>
internal sealed class OrganGroup
{
    private readonly List<GroupMember> _members = [];

    private OrganGroup() { }

    public OrganGroupId Id { get; private init; }

    /// <summary>Short, stable, readable address part; never reused.</summary>
    public string Key { get; private init; } = "";

    public string Name { get; private set; } = "";

    /// <summary>First day the name is used.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last day, inclusive; null while it is used.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>Kinds whose every organ belongs to it; empty where members are named one by one.</summary>
    public IReadOnlyList<OrganKind> Kinds { get; private set; } = [];

    /// <summary>Organs named one by one, with the days of their membership.</summary>
    public IReadOnlyList<GroupMember> Members => _members;

    /// <summary>Sets up a group without members of its own.</summary>
    public static OrganGroup Define(OrganGroupId id, string key, string name, DateOnly from, DateOnly? until, IReadOnlyList<OrganKind> kinds) =>
        new() { Id = id, Key = key, Name = name, From = from, Until = until, Kinds = [.. kinds] };

    /// <summary>Changes what the group is called, when, and which kinds it takes in.</summary>
    public void Redefine(string name, DateOnly from, DateOnly? until, IReadOnlyList<OrganKind> kinds)
    {
        (Name, From, Until) = (name, from, until);
        if (!Kinds.SequenceEqual(kinds)) Kinds = [.. kinds];
    }

    /// <summary>True on every day the name is used, ends included.</summary>
    public bool ExistsOn(DateOnly day) => day >= From && (Until is not { } last || day <= last);

    /// <summary>True when the organ belongs to the group on a day. Whether the organ itself exists then is not asked here.</summary>
    public bool Holds(Organ organ, DateOnly day) =>
        Kinds.Contains(organ.Kind) || _members.Exists(member => member.OrganId == organ.Id && member.HoldsOn(day));

    /// <summary>Every reason against an organ's joining on a day.</summary>
    public IEnumerable<Refusal> AgainstJoining(Organ organ, DateOnly from)
    {
        if (Kinds.Contains(organ.Kind)) yield return new("organs.member-by-kind");
        else if (_members.Exists(member => member.OrganId == organ.Id && (member.Until is not { } last || last >= from))) yield return new("organs.already-member");
        if (!organ.ExistsOn(from)) yield return new("organs.not-on-that-day") { Values = [from] };
    }

    /// <summary>Takes an organ in from a day on.</summary>
    public void Join(Guid memberId, OrganId organ, DateOnly from, DateOnly? until = null) => _members.Add(new(memberId, Id, organ, from, until));

    /// <summary>Every reason against an organ's leaving after a day.</summary>
    public IEnumerable<Refusal> AgainstLeaving(Organ organ, DateOnly lastDay)
    {
        if (!_members.Exists(member => member.OrganId == organ.Id && member.HoldsOn(lastDay)))
            yield return new(Kinds.Contains(organ.Kind) ? "organs.member-by-kind" : "organs.not-a-member");
    }

    /// <summary>Ends a membership; <paramref name="lastDay"/> still counts.</summary>
    public void Leave(OrganId organ, DateOnly lastDay) => _members.Find(member => member.OrganId == organ && member.HoldsOn(lastDay))!.End(lastDay);
}

/// <summary>An organ named one by one in a group, from a day until a day.</summary>
internal sealed class GroupMember
{
    private GroupMember() { }

    internal GroupMember(Guid id, OrganGroupId group, OrganId organ, DateOnly from, DateOnly? until) =>
        (Id, GroupId, OrganId, From, Until) = (id, group, organ, from, until);

    public Guid Id { get; private init; }

    public OrganGroupId GroupId { get; private init; }

    public OrganId OrganId { get; private init; }

    /// <summary>First day, inclusive.</summary>
    public DateOnly From { get; private init; }

    /// <summary>Last day, inclusive; null while it lasts.</summary>
    public DateOnly? Until { get; private set; }

    public bool HoldsOn(DateOnly day) => day >= From && (Until is not { } last || day <= last);

    internal void End(DateOnly lastDay) => Until = lastDay;
}
