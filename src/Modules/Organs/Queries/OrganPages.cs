using Gongkai.Organs.Contracts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Organs.Queries;

/// <summary>An organ in the console's list, with the last day it existed and who took over where it has ended.</summary>
internal sealed record OrganLine(OrganCard Card, IReadOnlyList<string> Aliases, DateOnly? EndedOn, OrganCard? Successor);

/// <summary>A group in the console's list.</summary>
internal sealed record GroupLine(string Key, string Name, IReadOnlyList<string> Aliases, IReadOnlyList<OrganCard> Members);

/// <summary>A group's name with its key.</summary>
internal sealed record GroupName(string Key, string Name);

/// <summary>One membership of a group: since when, its last day, and whether it follows from the kind of the organ instead of being named.</summary>
internal sealed record MemberLine(OrganCard Card, DateOnly From, DateOnly? Until, bool ByKind);

/// <summary>Everything a group's page shows: members of today and of days to come, and those who have left.</summary>
internal sealed record GroupView(OrganGroup Group, IReadOnlyList<MemberLine> Members, IReadOnlyList<MemberLine> Former, IReadOnlyList<OrganAlias> Aliases, IReadOnlyList<TimelineEntry> Past);

/// <summary>The console's list of organs and groups.</summary>
internal sealed record OrganList(IReadOnlyList<OrganLine> Living, IReadOnlyList<OrganLine> Ended, IReadOnlyList<GroupLine> Groups);

/// <summary>Everything an organ's page shows: names newest first, groups of today, and in <c>Predecessors</c> the organs that were merged into it.</summary>
internal sealed record OrganView(
    OrganCard Card, Organ Organ, IReadOnlyList<OrganName> Names, IReadOnlyList<OrganAlias> Aliases, IReadOnlyList<GroupName> Groups, OrganCard? Parent,
    OrganCard? Successor, IReadOnlyList<OrganCard> Predecessors, IReadOnlyList<PostCard> Posts, IReadOnlyList<TimelineEntry> Past);

/// <summary>Reads what the console shows of organs.</summary>
internal sealed class OrganPages(Db db, IOrgans organs, IPosts posts, Timeline timeline)
{
    private const int Most = 5000;

    /// <summary>The list as of a day.</summary>
    public async Task<OrganList> List(DateOnly today, CancellationToken stop)
    {
        var known = await db.Set<Organ>().AsNoTracking().OrderBy(organ => organ.Key).Take(Most).ToListAsync(stop);
        var cards = await organs.Find([.. known.Select(organ => organ.Id)], today, stop);
        var aliases = await db.Set<OrganAlias>().AsNoTracking().OrderBy(alias => alias.Alias).Take(Most).ToListAsync(stop);
        var ofOrgan = aliases.ToLookup(alias => alias.OrganId, alias => alias.Alias);
        var ofGroup = aliases.ToLookup(alias => alias.GroupId, alias => alias.Alias);
        var lines = known.OrderBy(organ => organ.Kind).ThenBy(organ => organ.ListOrder)
            .Select(organ => new OrganLine(cards[organ.Id], [.. ofOrgan[organ.Id]], organ.ExistsUntil, organ.MergedInto is { } into ? cards.GetValueOrDefault(into) : null))
            .ToLookup(line => line.EndedOn is { } last && last < today);

        var groups = new List<GroupLine>();
        foreach (var group in await GroupsOn(today, stop))
            groups.Add(new(group.Key, group.Name, [.. ofGroup[group.Id]], [.. (await organs.Members(group.Id, today, stop)).Select(member => cards[member])]));
        return new([.. lines[false]], [.. lines[true]], groups);
    }

    /// <summary>One organ's page as of a day; null when no organ has the key.</summary>
    public async Task<OrganView?> One(string key, DateOnly today, CancellationToken stop)
    {
        var organ = await db.Set<Organ>().AsNoTracking().Include(o => o.Names).SingleOrDefaultAsync(o => o.Key == key, stop);
        if (organ is null) return null;

        var before = await db.Set<Organ>().Where(o => o.MergedInto == organ.Id).OrderBy(o => o.Key).Select(o => o.Id).Take(Most).ToListAsync(stop);
        var cards = await organs.Find([organ.Id, .. before, .. (OrganId[])[organ.ParentId ?? organ.Id, organ.MergedInto ?? organ.Id]], today, stop);
        var groups = new List<GroupName>();
        foreach (var group in await GroupsOn(today, stop))
            if ((await organs.Members(group.Id, today, stop)).Contains(organ.Id)) groups.Add(new(group.Key, group.Name));
        return new(
            cards[organ.Id],
            organ,
            [.. organ.Names.Reverse()],
            await db.Set<OrganAlias>().AsNoTracking().Where(alias => alias.OrganId == organ.Id).OrderBy(alias => alias.Alias).Take(Most).ToListAsync(stop),
            groups,
            organ.ParentId is { } parent ? cards.GetValueOrDefault(parent) : null,
            organ.MergedInto is { } into ? cards.GetValueOrDefault(into) : null,
            [.. before.Select(id => cards[id])],
            await posts.Of([organ.Id], today, stop),
            await timeline.Of(100, stop, new Subject("organ", organ.Id.Value)));
    }

    /// <summary>One group's page as of a day; null when no group has the key.</summary>
    public async Task<GroupView?> Group(string key, DateOnly today, CancellationToken stop)
    {
        var group = await db.Set<OrganGroup>().AsNoTracking().Include(g => g.Members).SingleOrDefaultAsync(g => g.Key == key, stop);
        if (group is null) return null;

        var named = group.Members.Select(member => member.OrganId).ToHashSet();
        var known = await db.Set<Organ>().AsNoTracking().Where(organ => group.Kinds.Contains(organ.Kind) || named.Contains(organ.Id)).OrderBy(organ => organ.Key).Take(Most).ToListAsync(stop);
        var cards = await organs.Find([.. known.Select(organ => organ.Id)], today, stop);
        var lines = known.Where(organ => group.Kinds.Contains(organ.Kind)).Select(organ => new MemberLine(cards[organ.Id], organ.ExistsFrom, organ.ExistsUntil, ByKind: true))
            .Concat(group.Members.Where(member => cards.ContainsKey(member.OrganId)).Select(member => new MemberLine(cards[member.OrganId], member.From, member.Until, ByKind: false)))
            .OrderBy(line => line.From).ThenBy(line => line.Card.Key, StringComparer.Ordinal)
            .ToLookup(line => line.Until is { } last && last < today);
        return new(
            group,
            [.. lines[false]],
            [.. lines[true]],
            await db.Set<OrganAlias>().AsNoTracking().Where(alias => alias.GroupId == group.Id).OrderBy(alias => alias.Alias).Take(Most).ToListAsync(stop),
            await timeline.Of(100, stop, new Subject("organ-group", group.Id.Value)));
    }

    private async Task<List<OrganGroup>> GroupsOn(DateOnly day, CancellationToken stop) =>
        await db.Set<OrganGroup>().AsNoTracking().Where(group => group.From <= day && (group.Until == null || group.Until >= day)).OrderBy(group => group.Key).Take(Most).ToListAsync(stop);
}
