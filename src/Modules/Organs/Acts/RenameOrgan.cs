using Gongkai.Organs.Contracts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Organs.Acts;

/// <summary>Gives an organ a new name from a day on (机构更名); under the old one it stays known.</summary>
[Permission(Permissions.Manage)]
internal sealed class RenameOrgan(Db db, TimeProvider time)
{
    /// <param name="id">The organ.</param>
    /// <param name="name">New name in daily use.</param>
    /// <param name="full">New full name as on the seal; null where it is not known.</param>
    /// <param name="from">First day of the new name; after the first day of every name it has had.</param>
    /// <param name="reason">The document that renames it, or another reason; null where none was given.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    public async Task<Outcome> Run(OrganId id, string name, string? full, DateOnly from, string? reason, CancellationToken stop)
    {
        var organ = await db.Get<Organ>(id, stop);
        await db.Entry(organ).Collection(o => o.Names).LoadAsync(stop);
        var names = await NamesInUse.Load(db, stop);
        var reasons = organ.AgainstRenaming(name, from).Concat(names.Against(name, id.Value)).Concat(full is null ? [] : names.Against(full, id.Value))
            .DistinctBy(refusal => refusal.Code).ToList();
        if (reasons.Count > 0) return Outcome.Refused(reasons);

        organ.Name(NewId.At(time), name.Trim(), full?.Trim(), from);
        db.Record(this, new("organ", id.Value), reason is null ? name : $"{name}：{reason}");
        return await db.Commit(stop);
    }
}
