using Gongkai.Organs.Contracts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;

namespace Gongkai.Organs.Acts;

/// <summary>Remembers another way to write the name of an organ or a group (别名).</summary>
[Permission(Permissions.LearnName)]
internal sealed class AddAlias(Db db, TimeProvider time)
{
    /// <param name="alias">The name as it is written.</param>
    /// <param name="organ">The organ meant; null where a group is.</param>
    /// <param name="group">The group meant; null where an organ is.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    /// <returns>Done, also where the name was known already.</returns>
    /// <exception cref="ArgumentException">Both or neither of organ and group were given.</exception>
    public async Task<Outcome> Run(string alias, OrganId? organ, OrganGroupId? group, CancellationToken stop)
    {
        if (organ is null == group is null) throw new ArgumentException("An alias belongs to an organ or to a group.", nameof(organ));
        if (organ is { } id) await db.Get<Organ>(id, stop);
        else await db.Get<OrganGroup>(group!.Value, stop);

        var owner = organ?.Value ?? group!.Value.Value;
        var names = await NamesInUse.Load(db, stop);
        if (names.Knows(alias, owner)) return Outcome.Done;
        if (names.Against(alias, owner).ToList() is { Count: > 0 } reasons) return Outcome.Refused(reasons);

        db.Add(organ is { } meant ? OrganAlias.Of(NewId.At(time), meant, alias) : OrganAlias.Of(NewId.At(time), group!.Value, alias));
        db.Record(this, new Subject(organ is null ? "organ-group" : "organ", owner), alias.Trim());
        return await db.Commit(stop);
    }
}
