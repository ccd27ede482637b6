using Gongkai.Organs.Contracts;
using Gongkai.Organs.Matching;
using Gongkai.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Organs.Queries;

/// <summary>
/// Answers what other modules ask about organs. There are a few hundred: they are read once in a request or command
/// and again after something was saved in it.
/// </summary>
internal sealed class OrganRegister : IOrgans
{
    /// <summary>More organs, names or members than any prefecture has.</summary>
    private const int Most = 20_000;

    private readonly Db _db;
    private Loaded? _loaded;

    public OrganRegister(Db db)
    {
        _db = db;
        db.SavedChanges += (_, _) => _loaded = null;
    }

    public async Task<IReadOnlyList<OrganCard>> All(DateOnly on, CancellationToken stop) =>
        [.. (await Load(stop)).Organs.Where(organ => organ.ExistsOn(on)).Select(organ => Card(organ, on))];

    public async Task<IReadOnlyList<(OrganGroupId Id, string Name)>> Groups(DateOnly on, CancellationToken stop) =>
        [.. (await Load(stop)).Groups.Where(group => group.ExistsOn(on)).Select(group => (group.Id, group.Name))];

    public async Task<IReadOnlyDictionary<OrganId, OrganCard>> Find(IReadOnlyCollection<OrganId> ids, DateOnly on, CancellationToken stop)
    {
        var known = (await Load(stop)).ById;
        return ids.Distinct().Where(known.ContainsKey).ToDictionary(id => id, id => Card(known[id], on));
    }

    public async Task<OrganCard?> ByKey(string key, DateOnly on, CancellationToken stop) =>
        (await Load(stop)).Organs.FirstOrDefault(organ => organ.Key == key) is { } organ ? Card(organ, on) : null;

    public async Task<IReadOnlyList<OrganId>> Members(OrganGroupId group, DateOnly on, CancellationToken stop)
    {
        var loaded = await Load(stop);
        return loaded.Groups.FirstOrDefault(known => known.Id == group) is { } found
            ? [.. loaded.Organs.Where(organ => organ.ExistsOn(on) && found.Holds(organ, on)).Select(organ => organ.Id)]
            : [];
    }

    /// <summary>Asked in every request of some posts, so it reads the levels below alone, and not the whole register.</summary>
    public async Task<IReadOnlyList<OrganId>> Below(OrganId organ, DateOnly on, CancellationToken stop)
    {
        var (day, found, above) = (on, new List<OrganId>(), new List<OrganId?> { organ });
        while (above.Count > 0)
        {
            var asked = above;
            var next = await _db.Set<Organ>().AsNoTracking()
                .Where(o => asked.Contains(o.ParentId) && o.ExistsFrom <= day && (o.ExistsUntil == null || o.ExistsUntil >= day))
                .OrderBy(o => o.Id).Select(o => o.Id).Take(Most).ToListAsync(stop);
            var fresh = next.Where(id => id != organ && !found.Contains(id)).ToList(); // whoever stands below himself by mistake is met once
            found.AddRange(fresh);
            above = [.. fresh.Select(id => (OrganId?)id)];
        }
        return found;
    }

    public async Task<IReadOnlyList<OrganMatch>> Match(IReadOnlyList<string> names, DateOnly on, CancellationToken stop)
    {
        var matcher = (await Load(stop)).MatcherOn(on);
        return [.. names.Select(matcher.Match)];
    }

    private static OrganCard Card(Organ organ, DateOnly on) => new(organ.Id, organ.Key, organ.NameOn(on).Name, organ.Kind);

    private async Task<Loaded> Load(CancellationToken stop) => _loaded ??= new(
        await _db.Set<Organ>().AsNoTracking().Include(organ => organ.Names).OrderBy(organ => organ.Key).Take(Most).ToListAsync(stop),
        await _db.Set<OrganGroup>().AsNoTracking().Include(group => group.Members).OrderBy(group => group.Key).Take(Most).ToListAsync(stop),
        await _db.Set<OrganAlias>().AsNoTracking().OrderBy(alias => alias.Folded).Take(Most).ToListAsync(stop));

    /// <summary>Everything about organs as it stood when it was read.</summary>
    private sealed class Loaded(List<Organ> organs, List<OrganGroup> groups, List<OrganAlias> aliases)
    {
        private readonly Dictionary<DateOnly, OrganMatcher> _matchers = [];

        public IReadOnlyList<Organ> Organs { get; } = [.. organs.OrderBy(organ => organ.Kind).ThenBy(organ => organ.ListOrder).ThenBy(organ => organ.Key, StringComparer.Ordinal)];

        public Dictionary<OrganId, Organ> ById { get; } = organs.ToDictionary(organ => organ.Id);

        public IReadOnlyList<OrganGroup> Groups { get; } = groups;

        public OrganMatcher MatcherOn(DateOnly day)
        {
            if (_matchers.TryGetValue(day, out var made)) return made;
            var ofOrgan = aliases.Where(alias => alias.OrganId is not null).ToLookup(alias => alias.OrganId!.Value, alias => alias.Alias);
            var ofGroup = aliases.Where(alias => alias.GroupId is not null).ToLookup(alias => alias.GroupId!.Value, alias => alias.Alias);
            var known = Organs.Select(organ => Known(organ, day, [.. ofOrgan[organ.Id]])).OfType<KnownOrgan>().ToList();
            var groupsThen = Groups.Where(group => group.ExistsOn(day)).Select(group => new KnownGroup(group.Id, group.Name, [.. ofGroup[group.Id]])).ToList();
            return _matchers[day] = new(known, groupsThen, Regions.In(Organs));
        }

        /// <summary>Null for what does not exist on the day and was taken over by nobody.</summary>
        private KnownOrgan? Known(Organ organ, DateOnly day, IReadOnlyList<string> aliasesOf)
        {
            var names = organ.Names.SelectMany(Spellings).ToList();
            if (organ.ExistsOn(day))
            {
                var current = Spellings(organ.NameOn(day)).ToList();
                return new(organ.Id, current[0], current, [.. names.Except(current)], aliasesOf, Ended: false);
            }
            return SuccessorOn(organ, day) is { } successor ? new(successor.Id, successor.NameOn(day).Name, [], names, aliasesOf, Ended: true) : null;
        }

        private Organ? SuccessorOn(Organ organ, DateOnly day)
        {
            var seen = new HashSet<OrganId>();
            var at = organ;
            while (seen.Add(at.Id) && at.ExistsUntil < day && at.MergedInto is { } next && ById.TryGetValue(next, out var successor))
                if ((at = successor).ExistsOn(day)) return at;
            return null;
        }

        private static IEnumerable<string> Spellings(OrganName name) => name.Full is { } full ? [name.Name, full] : [name.Name];
    }
}
