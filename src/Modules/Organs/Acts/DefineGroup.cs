using Gongkai.Organs.Contracts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Organs.Acts;

/// <summary>What is asked when a group is set up.</summary>
/// <param name="Key">Address part.</param>
/// <param name="Name">The collective name.</param>
/// <param name="From">First day.</param>
/// <param name="Kinds">Kinds whose every organ belongs to it.</param>
/// <param name="Members">Organs that belong to it besides, from its first day.</param>
internal sealed record NewGroup(string Key, string Name, DateOnly From, IReadOnlyList<OrganKind> Kinds, IReadOnlyList<OrganId> Members);

/// <summary>Says whom a collective name means (名称组).</summary>
[Permission(Permissions.Manage)]
internal sealed class DefineGroup(Db db, TimeProvider time)
{
    public async Task<Outcome<OrganGroupId>> Run(NewGroup asked, CancellationToken stop)
    {
        var names = await NamesInUse.Load(db, stop);
        var reasons = names.Against(asked.Name, owner: null).Concat(Keys.Against(asked.Key)).ToList();
        if (await db.Set<OrganGroup>().AnyAsync(group => group.Key == asked.Key, stop)) reasons.Add(new("organs.key-taken") { Values = [asked.Key] });
        if (asked.Kinds.Count == 0 && asked.Members.Count == 0) reasons.Add(new("organs.group-empty"));

        var made = OrganGroup.Define(OrganGroupId.From(NewId.At(time)), asked.Key, asked.Name.Trim(), asked.From, until: null, asked.Kinds);
        foreach (var id in asked.Members.Distinct())
        {
            var organ = await db.Get<Organ>(id, stop);
            reasons.AddRange(made.AgainstJoining(organ, asked.From));
            made.Join(NewId.At(time), id, asked.From);
        }
        if (reasons.Count > 0) return Outcome.Refused(reasons);

        db.Add(made);
        db.Record(this, new("organ-group", made.Id.Value), asked.Name);
        return await db.Commit(stop) is { IsDone: false } refused ? refused : made.Id;
    }
}
