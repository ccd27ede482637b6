using Gongkai.Organs.Contracts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Organs.Acts;

/// <summary>What is asked when an organ is set up.</summary>
/// <param name="Key">Address part.</param>
/// <param name="Name">Name in daily use.</param>
/// <param name="Full">Full name as on the seal; null where it is not known.</param>
/// <param name="Kind">Kind of body.</param>
/// <param name="From">First day.</param>
/// <param name="Parent">The organ it belongs to; null at the top.</param>
/// <param name="Address">Address; null where it is not known.</param>
/// <param name="Telephone">Telephone; null where it is not known.</param>
internal sealed record NewOrgan(string Key, string Name, string? Full, OrganKind Kind, DateOnly From, OrganId? Parent = null, string? Address = null, string? Telephone = null);

/// <summary>Sets up an organ under its first name (设立机构).</summary>
[Permission(Permissions.Manage)]
internal sealed class EstablishOrgan(Db db, TimeProvider time)
{
    public async Task<Outcome<OrganId>> Run(NewOrgan asked, CancellationToken stop)
    {
        var names = await NamesInUse.Load(db, stop);
        var reasons = names.Against(asked.Name, owner: null).Concat(Keys.Against(asked.Key)).ToList();
        if (asked.Full is { } full) reasons.AddRange(names.Against(full, owner: null));
        if (await db.Set<Organ>().AnyAsync(organ => organ.Key == asked.Key, stop)) reasons.Add(new("organs.key-taken") { Values = [asked.Key] });
        if (asked.Parent is { } parent) await db.Get<Organ>(parent, stop);
        if (reasons.Count > 0) return Outcome.Refused(reasons);

        var last = await db.Set<Organ>().Where(organ => organ.Kind == asked.Kind).MaxAsync(organ => (int?)organ.ListOrder, stop) ?? 0;
        var made = Organ.Establish(OrganId.From(NewId.At(time)), asked.Key, asked.Kind, asked.From, last + 1);
        made.Name(NewId.At(time), asked.Name.Trim(), asked.Full?.Trim(), asked.From);
        made.Describe(asked.Kind, asked.Parent, asked.Address, asked.Telephone, last + 1);
        db.Add(made);
        db.Record(this, new("organ", made.Id.Value), asked.Name);
        return await db.Commit(stop) is { IsDone: false } refused ? refused : made.Id;
    }
}
