using Gongkai.Organs.Contracts;
using Gongkai.Organs.Imports;
using Gongkai.Organs.Matching;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Organs.Acts;

/// <summary>
/// Brings organs and groups in line with a file (导入机构). The same file twice changes nothing; what the file does not name stays,
/// and so do names and aliases learnt since.
/// </summary>
[Permission(Permissions.Manage)]
internal sealed class ImportOrgans(Db db, TimeProvider time)
{
    private const int Most = 20_000;

    private readonly Dictionary<string, Organ> _organs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OrganGroup> _groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OrganAlias> _aliases = new(StringComparer.Ordinal);

    public async Task<Outcome<ImportTally>> Run(OrganFile file, CancellationToken stop)
    {
        if (new OrganFileCheck(file).Reasons() is { Count: > 0 } reasons) return Outcome.Refused(reasons);
        await Load(stop);

        var touched = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in file.Organs) if (Establish(entry)) touched.Add(entry.Key);
        foreach (var (entry, at) in file.Organs.Select((entry, at) => (entry, at))) Align(entry, at + 1);
        foreach (var entry in file.Groups ?? []) if (Align(entry)) touched.Add("group " + entry.Key);
        if (Taken(file).ToList() is { Count: > 0 } taken)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused(taken);
        }

        var added = touched.Count;
        var changed = Changed().Except(touched, StringComparer.Ordinal).Count();
        if (db.ChangeTracker.HasChanges())
        {
            db.Record(this, new("organ-import", NewId.At(time)), $"新增 {added}，更新 {changed}");
            await db.SaveChangesAsync(stop);
        }
        return new ImportTally(added, changed, file.Organs.Count + (file.Groups?.Count ?? 0) - added - changed);
    }

    private async Task Load(CancellationToken stop)
    {
        _organs.Clear();
        _groups.Clear();
        _aliases.Clear();
        foreach (var organ in await db.Set<Organ>().Include(organ => organ.Names).OrderBy(organ => organ.Key).Take(Most).ToListAsync(stop)) _organs.Add(organ.Key, organ);
        foreach (var group in await db.Set<OrganGroup>().Include(group => group.Members).OrderBy(group => group.Key).Take(Most).ToListAsync(stop)) _groups.Add(group.Key, group);
        foreach (var alias in await db.Set<OrganAlias>().OrderBy(alias => alias.Folded).Take(Most).ToListAsync(stop)) _aliases.Add(alias.Folded, alias);
    }

    /// <returns>True when the organ is new.</returns>
    private bool Establish(OrganEntry entry)
    {
        if (_organs.ContainsKey(entry.Key)) return false;
        var organ = Organ.Establish(OrganId.From(NewId.At(time)), entry.Key, OrganFileCheck.Kind(entry.Kind)!.Value, entry.Since, listOrder: 0);
        _organs.Add(entry.Key, organ);
        db.Add(organ);
        return true;
    }

    private void Align(OrganEntry entry, int listOrder)
    {
        var organ = _organs[entry.Key];
        foreach (var former in entry.FormerNames ?? []) organ.Name(NewId.At(time), former.Name.Trim(), full: null, former.From);
        organ.Name(NewId.At(time), entry.Name.Trim(), entry.FullName?.Trim(), entry.Since);
        organ.Describe(OrganFileCheck.Kind(entry.Kind)!.Value, IdOf(entry.Parent), entry.Address, entry.Telephone, listOrder);
        if (entry.Until is { } last) organ.End(IdOf(entry.SucceededBy), last);

        var own = organ.Names.SelectMany(name => (string?[])[name.Name, name.Full]).OfType<string>().Select(NameForm.Fold).ToHashSet();
        foreach (var alias in (entry.Aliases ?? []).Where(alias => !own.Contains(NameForm.Fold(alias)))) Learn(OrganAlias.Of(NewId.At(time), organ.Id, alias));
    }

    /// <returns>True when the group is new.</returns>
    private bool Align(GroupEntry entry)
    {
        IReadOnlyList<OrganKind> kinds = [.. (entry.Kinds ?? []).Select(kind => OrganFileCheck.Kind(kind)!.Value)];
        var isNew = !_groups.TryGetValue(entry.Key, out var group);
        if (isNew)
        {
            group = OrganGroup.Define(OrganGroupId.From(NewId.At(time)), entry.Key, entry.Name.Trim(), entry.Since, entry.Until, kinds);
            _groups.Add(entry.Key, group);
            db.Add(group);
        }
        group!.Redefine(entry.Name.Trim(), entry.Since, entry.Until, kinds);

        var members = (entry.Members ?? []).Distinct().Select(key => _organs[key].Id).Where(id => group.Members.All(member => member.OrganId != id)).ToList();
        foreach (var member in members) group.Join(NewId.At(time), member, entry.Since);
        var name = NameForm.Fold(entry.Name);
        foreach (var alias in (entry.Aliases ?? []).Where(alias => NameForm.Fold(alias) != name)) Learn(OrganAlias.Of(NewId.At(time), group.Id, alias));
        return isNew;
    }

    private OrganId? IdOf(string? key) => key is null ? null : _organs[key].Id;

    private void Learn(OrganAlias alias)
    {
        if (_aliases.TryAdd(alias.Folded, alias)) db.Add(alias);
    }

    /// <summary>Names of the file that already mean something else in the register.</summary>
    private IEnumerable<Refusal> Taken(OrganFile file)
    {
        foreach (var (entry, at) in file.Organs.Select((entry, at) => (entry, at)))
            foreach (var alias in entry.Aliases ?? [])
                if (_aliases.TryGetValue(NameForm.Fold(alias), out var known) && known.OrganId != _organs[entry.Key].Id)
                    yield return new("organs.file-name-in-use") { Values = [$"organs[{at}] {entry.Key}.aliases", alias] };
        foreach (var (entry, at) in (file.Groups ?? []).Select((entry, at) => (entry, at)))
            foreach (var alias in entry.Aliases ?? [])
                if (_aliases.TryGetValue(NameForm.Fold(alias), out var known) && known.GroupId != _groups[entry.Key].Id)
                    yield return new("organs.file-name-in-use") { Values = [$"groups[{at}] {entry.Key}.aliases", alias] };
    }

    /// <summary>Keys of organs and groups of which anything would be stored.</summary>
    private HashSet<string> Changed()
    {
        var organs = _organs.Values.ToDictionary(organ => organ.Id, organ => organ.Key);
        var groups = _groups.Values.ToDictionary(group => group.Id, group => "group " + group.Key);
        return
        [
            .. db.ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified).Select(entry => entry.Entity switch
            {
                Organ organ => organ.Key,
                OrganName name => organs[name.OrganId],
                OrganGroup group => "group " + group.Key,
                GroupMember member => groups[member.GroupId],
                OrganAlias { OrganId: { } organ } => organs[organ],
                OrganAlias { GroupId: { } group } => groups[group],
                _ => null,
            }).OfType<string>(),
        ];
    }
}
