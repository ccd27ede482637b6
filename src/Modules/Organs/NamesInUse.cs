using Gongkai.Organs.Matching;
using Gongkai.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Organs;

/// <summary>
/// Keeps one written name from meaning two bodies at once. Names of an organ that has ended are free:
/// the body that took over is often called the same.
/// </summary>
internal sealed class NamesInUse
{
    private readonly Dictionary<string, (Guid Owner, string Name)> _owners = new(StringComparer.Ordinal);

    private NamesInUse() { }

    /// <summary>Reads every name in use.</summary>
    public static async Task<NamesInUse> Load(Db db, CancellationToken stop)
    {
        var organs = await db.Set<Organ>().AsNoTracking().Include(organ => organ.Names).Where(organ => organ.ExistsUntil == null).OrderBy(organ => organ.Key).Take(Most).ToListAsync(stop);
        var groups = await db.Set<OrganGroup>().AsNoTracking().Where(group => group.Until == null).OrderBy(group => group.Key).Take(Most).ToListAsync(stop);
        var aliases = await db.Set<OrganAlias>().AsNoTracking().OrderBy(alias => alias.Folded).Take(Most).ToListAsync(stop);

        var names = new NamesInUse();
        foreach (var organ in organs)
            foreach (var name in organ.Names) names.Add(organ.Id.Value, organ.NameOn(DateOnly.MaxValue).Name, name.Name, name.Full);
        foreach (var group in groups) names.Add(group.Id.Value, group.Name, group.Name);
        foreach (var alias in aliases) names.Add(alias.OrganId?.Value ?? alias.GroupId!.Value.Value, alias.Alias, alias.Alias);
        return names;
    }

    /// <summary>More names than any site has.</summary>
    private const int Most = 20_000;

    /// <summary>True when the owner itself already answers to the name.</summary>
    public bool Knows(string name, Guid owner) => _owners.TryGetValue(NameForm.Fold(name), out var known) && known.Owner == owner;

    /// <summary>Why the owner may not be called so; empty when it may.</summary>
    /// <param name="name">The name.</param>
    /// <param name="owner">Id of the organ or group that would bear it; null for one that does not stand yet.</param>
    public IEnumerable<Refusal> Against(string? name, Guid? owner)
    {
        var folded = NameForm.Fold(name ?? "");
        if (folded.Length == 0) yield return new("organs.name-missing");
        else if (folded.Length > LongestName) yield return new("organs.name-too-long") { Values = [LongestName] };
        else if (_owners.TryGetValue(folded, out var known) && known.Owner != owner) yield return new("organs.name-in-use") { Values = [name!.Trim(), known.Name] };
    }

    /// <summary>More characters than any organ's name has.</summary>
    public const int LongestName = 100;

    private void Add(Guid owner, string shown, params IEnumerable<string?> names)
    {
        foreach (var name in names.OfType<string>()) _owners.TryAdd(NameForm.Fold(name), (owner, shown));
    }
}
