using Gongkai.Organs.Contracts;

namespace Gongkai.Organs.Matching;

/// <summary>An organ as the matcher knows it on a day.</summary>
/// <param name="Id">The organ to propose: the one that took over where the named one has ended.</param>
/// <param name="Proposed">Name to show for it.</param>
/// <param name="Current">Names in force; empty where the organ has ended.</param>
/// <param name="Other">Names of other times.</param>
/// <param name="Aliases">Aliases.</param>
/// <param name="Ended">True where the organ has ended and another is proposed in its place.</param>
internal sealed record KnownOrgan(OrganId Id, string Proposed, IReadOnlyList<string> Current, IReadOnlyList<string> Other, IReadOnlyList<string> Aliases, bool Ended);

/// <summary>A group as the matcher knows it on a day.</summary>
internal sealed record KnownGroup(OrganGroupId Id, string Name, IReadOnlyList<string> Aliases);

/// <summary>
/// Proposes the organ or group that a plan means by a unit's name. Steps, the surer first; the first that answers decides:
/// name in force, name of another time, alias, name of an ended organ (its successor is proposed) · the same but for typography, level,
/// filler or kind of office · a collective name that says what a group's name says · an abbreviation · the most similar name.
/// Only the name itself or an alias scores 1: whatever was inferred stays below and is shown to a person.
/// </summary>
internal sealed class OrganMatcher
{
    private const double Same = 1;
    private const double SameCore = 0.95;
    private const double OtherOffice = 0.9;
    private const double SameCollective = 0.9;
    private const double Abbreviated = 0.85;
    private const double AbbreviatedStem = 0.8;
    private const double Ambiguous = 0.55;

    /// <summary>An ended organ's affairs may have gone to several: the one on record is a proposal, not a fact.</summary>
    private const double Successor = 0.9;

    private readonly Dictionary<string, Target> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Entry>> _cores = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Entry>> _stems = new(StringComparer.Ordinal);
    private readonly Dictionary<char, List<Entry>> _firsts = [];
    private readonly List<(Collective Says, Target Target)> _collectives = [];
    private readonly List<(Likeness Likeness, Target Target)> _names = [];
    private readonly Dictionary<uint, List<int>> _pairs = [];
    private readonly IReadOnlyList<string> _regions;

    /// <summary>Prepares for many names.</summary>
    /// <param name="organs">Organs, in the order that decides between equals.</param>
    /// <param name="groups">Groups, in the order that decides between equals.</param>
    /// <param name="regions">What the place itself is called without its level (云泽), which may stand before any name.</param>
    public OrganMatcher(IReadOnlyList<KnownOrgan> organs, IReadOnlyList<KnownGroup> groups, IReadOnlyList<string> regions)
    {
        _regions = regions;
        var living = organs.Where(organ => !organ.Ended).Select(organ => (organ, Target: new Target(organ.Id, null, organ.Proposed, Same))).ToList();
        var ended = organs.Where(organ => organ.Ended).Select(organ => (organ, Target: new Target(organ.Id, null, organ.Proposed, Successor))).ToList();
        var collective = groups.Select(group => (group, Target: new Target(null, group.Id, group.Name, Same))).ToList();

        foreach (var (organ, target) in living) AddExact(organ.Current, target);
        foreach (var (group, target) in collective) AddExact([group.Name], target);
        foreach (var (organ, target) in living) AddExact(organ.Other, target);
        foreach (var (organ, target) in living) AddExact(organ.Aliases, target);
        foreach (var (group, target) in collective) AddExact(group.Aliases, target);
        foreach (var (organ, target) in living.Concat(ended)) AddForms([.. organ.Current, .. organ.Other, .. organ.Aliases], target);
        foreach (var (organ, target) in ended) AddExact([.. organ.Other, .. organ.Aliases], target);
        foreach (var (group, target) in collective) AddCollective([group.Name, .. group.Aliases], target);
    }

    /// <summary>Proposes for one name.</summary>
    public OrganMatch Match(string name)
    {
        var folded = NameForm.Fold(name);
        var (target, score) = Find(folded);
        return target is null
            ? new(name, null, null, null, 0)
            : new(name, target.Organ, target.Group, target.Proposed, Math.Round(score * target.Weight, 3));
    }

    private (Target? Target, double Score) Find(string folded)
    {
        if (folded.Length == 0) return default;
        if (_exact.TryGetValue(folded, out var exact)) return (exact, Same);

        var forms = NameForm.Read(folded, _regions).ToList();
        if (Only(forms, form => _cores.GetValueOrDefault(form.Core)) is { } core) return (core, SameCore);
        if (Collective.Read(folded) is { } collective && Nearest(collective) is { Target: not null } group) return group;
        if (Only(forms, form => _stems.GetValueOrDefault(form.Stem ?? form.Core)) is { } stem) return (stem, OtherOffice);
        if (Abbreviation(forms) is { Target: not null } abbreviation) return abbreviation;
        return MostLike(folded);
    }

    /// <summary>The one target that a look-up by form leads to; null when it leads to none or to several.</summary>
    private static Target? Only(List<NameForm> forms, Func<NameForm, List<Entry>?> found)
    {
        foreach (var form in forms)
        {
            var targets = (found(form) ?? []).Where(entry => entry.Form.AgreesWith(form)).Select(entry => entry.Target).Distinct().ToList();
            if (targets.Count > 1) targets = Living(targets);
            if (targets.Count == 1) return targets[0];
        }
        return null;
    }

    private static List<Target> Living(List<Target> targets) => targets.Exists(target => target.Weight == Same) ? targets.FindAll(target => target.Weight == Same) : targets;

    private (Target? Target, double Score) Nearest(Collective collective)
    {
        var nearest = _collectives.MaxBy(known => collective.NearTo(known.Says));
        var nearness = nearest.Target is null ? 0 : collective.NearTo(nearest.Says);
        return nearness > 0 ? (nearest.Target, SameCollective * nearness) : default;
    }

    /// <summary>
    /// 市教体局 for 市教育体育局: one is made of characters of the other in their order, with the same first and last. Where several organs
    /// could be meant, the one that loses least is proposed with little certainty.
    /// </summary>
    private (Target? Target, double Score) Abbreviation(List<NameForm> forms)
    {
        var found = new List<(Target Target, double Score, double Kept)>();
        foreach (var form in forms)
            foreach (var entry in _firsts.GetValueOrDefault(form.Core[0]) ?? [])
                if (entry.Form.AgreesWith(form) && Shortening.Between(form, entry.Form) is { Kept: > 0 } shortening)
                    found.Add((entry.Target, shortening.Whole ? Abbreviated : AbbreviatedStem, shortening.Kept));
        if (found.Count == 0) return default;

        var alive = Living([.. found.Select(one => one.Target)]).ToHashSet();
        var ranked = found.Where(one => alive.Contains(one.Target)).OrderByDescending(one => one.Score).ThenByDescending(one => one.Kept).ToList();
        var best = ranked[0];
        var rivals = ranked.Exists(one => one.Target != best.Target && one.Score >= best.Score);
        return (best.Target, rivals ? Ambiguous : best.Score);
    }

    private (Target? Target, double Score) MostLike(string folded)
    {
        var asked = new Likeness(folded);
        var (best, likeness) = (default(Target), 0.0);
        foreach (var at in asked.Pairs.SelectMany(pair => _pairs.GetValueOrDefault(pair) ?? []).Distinct().Order())
        {
            var to = asked.To(_names[at].Likeness);
            if (to > likeness) (best, likeness) = (_names[at].Target, to);
        }
        return likeness >= Likeness.Least ? (best, likeness * Likeness.Weight) : default;
    }

    private void AddExact(IReadOnlyList<string> names, Target target)
    {
        foreach (var name in names) _exact.TryAdd(NameForm.Fold(name), target);
    }

    private void AddForms(IReadOnlyList<string> names, Target target)
    {
        foreach (var folded in names.Select(NameForm.Fold).Distinct())
        {
            AddName(folded, target);
            foreach (var form in NameForm.Read(folded, _regions))
            {
                var entry = new Entry(form, target);
                Add(_firsts, form.Core[0], entry);
                Add(_cores, form.Core, entry);
                Add(_stems, form.Core, entry);
                if (form.Stem is { } stem) Add(_stems, stem, entry);
            }
        }
    }

    private void AddCollective(IReadOnlyList<string> names, Target target)
    {
        foreach (var folded in names.Select(NameForm.Fold).Distinct())
        {
            AddName(folded, target);
            if (Collective.Read(folded) is { } says) _collectives.Add((says, target));
        }
    }

    private void AddName(string folded, Target target)
    {
        var likeness = new Likeness(folded);
        foreach (var pair in likeness.Pairs.Distinct()) Add(_pairs, pair, _names.Count);
        _names.Add((likeness, target));
    }

    private static void Add<TKey, TEntry>(Dictionary<TKey, List<TEntry>> index, TKey key, TEntry entry) where TKey : notnull
    {
        if (!index.TryGetValue(key, out var entries)) index.Add(key, entries = []);
        entries.Add(entry);
    }

    private sealed record Target(OrganId? Organ, OrganGroupId? Group, string Proposed, double Weight);

    private sealed record Entry(NameForm Form, Target Target);
}
