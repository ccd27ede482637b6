using Gongkai.Organs.Contracts;
using Gongkai.Organs.Matching;

namespace Gongkai.Organs.Imports;

/// <summary>Reads a file of organs for what does not fit, before any of it is stored. Every reason names its place: <c>organs[3] health.kind</c>.</summary>
internal sealed class OrganFileCheck(OrganFile file)
{
    private readonly List<Refusal> _reasons = [];
    private readonly Dictionary<string, (string Key, string Place)> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private readonly HashSet<string> _organs = [.. file.Organs.Select(organ => organ.Key)];

    /// <summary>Every kind by the word that stands for it in a file.</summary>
    public static OrganKind? Kind(string? word) => Enum.TryParse<OrganKind>(word, ignoreCase: true, out var kind) && Enum.IsDefined(kind) && !char.IsAsciiDigit(word![0]) ? kind : null;

    /// <summary>Every reason against the file; empty when it fits.</summary>
    public IReadOnlyList<Refusal> Reasons()
    {
        foreach (var (organ, at) in file.Organs.Select((organ, at) => (organ, at))) Check(organ, $"organs[{at}] {organ.Key}");
        _keys.Clear();
        foreach (var (group, at) in (file.Groups ?? []).Select((group, at) => (group, at))) Check(group, $"groups[{at}] {group.Key}");
        return _reasons;
    }

    private void Check(OrganEntry organ, string place)
    {
        CheckKey(organ.Key, place);
        if (Kind(organ.Kind) is null) Refuse("organs.file-kind", $"{place}.kind", organ.Kind);
        CheckOrgan(organ.Parent, $"{place}.parent");
        CheckOrgan(organ.SucceededBy, $"{place}.succeededBy");
        if (organ.SucceededBy is not null && organ.Until is null) Refuse("organs.file-missing", $"{place}.until");
        CheckDates(organ.Since, organ.Until, $"{place}.until");
        CheckFormerNames(organ, place);
        CheckName(organ.Name, $"{place}.name", owner: organ.Until is null ? organ.Key : null);
        foreach (var alias in organ.Aliases ?? []) CheckName(alias, $"{place}.aliases", organ.Key);
    }

    private void CheckFormerNames(OrganEntry organ, string place)
    {
        foreach (var (name, at) in (organ.FormerNames ?? []).Select((name, at) => (name, at)))
        {
            var where = $"{place}.formerNames[{at}]";
            CheckName(name.Name, $"{where}.name", owner: null);
            CheckDates(name.From, name.Until, $"{where}.until");
            if (name.From >= organ.Since || name.Until >= organ.Since) Refuse("organs.file-former-later", where, organ.Since);
            if (organ.FormerNames!.Count(other => other.From == name.From) > 1) Refuse("organs.file-twice", $"{where}.from", name.From);
        }
    }

    private void Check(GroupEntry group, string place)
    {
        CheckKey(group.Key, place);
        CheckDates(group.Since, group.Until, $"{place}.until");
        foreach (var kind in group.Kinds ?? []) if (Kind(kind) is null) Refuse("organs.file-kind", $"{place}.kinds", kind);
        foreach (var member in group.Members ?? []) CheckOrgan(member, $"{place}.members");
        if (group.Kinds is not { Count: > 0 } && group.Members is not { Count: > 0 }) Refuse("organs.file-missing", $"{place}.members");
        CheckName(group.Name, $"{place}.name", "group " + group.Key);
        foreach (var alias in group.Aliases ?? []) CheckName(alias, $"{place}.aliases", "group " + group.Key);
    }

    private void CheckKey(string key, string place)
    {
        if (!Keys.IsKey(key)) Refuse("organs.file-key", $"{place}.key", key, Keys.Longest);
        else if (!_keys.Add(key)) Refuse("organs.file-twice", $"{place}.key", key);
    }

    private void CheckOrgan(string? key, string place)
    {
        if (key is not null && !_organs.Contains(key)) Refuse("organs.file-no-organ", place, key);
    }

    private void CheckDates(DateOnly from, DateOnly? until, string place)
    {
        if (until < from) Refuse("organs.file-dates", place, until, from);
    }

    /// <summary>A name with an owner must be that one's alone; former names and names of what has ended may come back.</summary>
    private void CheckName(string? name, string place, string? owner)
    {
        var folded = NameForm.Fold(name ?? "");
        if (folded.Length == 0) Refuse("organs.file-missing", place);
        else if (folded.Length > NamesInUse.LongestName) Refuse("organs.file-too-long", place, NamesInUse.LongestName);
        else if (owner is not null && !_names.TryAdd(folded, (owner, place)) && _names[folded].Key != owner) Refuse("organs.file-name-twice", place, name!, _names[folded].Place);
    }

    private void Refuse(string code, string place, params IReadOnlyList<object?> values) => _reasons.Add(new(code) { Values = [place, .. values.Select(value => value ?? "")] });
}
