using Gongkai.Organs.Contracts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;

namespace Gongkai.Organs.Acts;

/// <summary>Takes organs into a group and out of it (调整名称组成员); who belonged to it before stays on record.</summary>
[Permission(Permissions.Manage)]
internal sealed class ChangeGroupMembers(Db db, TimeProvider time)
{
    /// <param name="id">The group.</param>
    /// <param name="joining">Organs that join, each with its first day.</param>
    /// <param name="leaving">Organs that leave, each with its last day as a member.</param>
    /// <param name="reason">Why; null where no reason was given.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    public async Task<Outcome> Run(
        OrganGroupId id, IReadOnlyList<(OrganId Organ, DateOnly From)> joining, IReadOnlyList<(OrganId Organ, DateOnly LastDay)> leaving, string? reason, CancellationToken stop)
    {
        var group = await db.Get<OrganGroup>(id, stop);
        await db.Entry(group).Collection(g => g.Members).LoadAsync(stop);
        var reasons = new List<Refusal>();
        foreach (var (organ, lastDay) in leaving) reasons.AddRange(group.AgainstLeaving(await db.Get<Organ>(organ, stop), lastDay));
        foreach (var (organ, from) in joining) reasons.AddRange(group.AgainstJoining(await db.Get<Organ>(organ, stop), from));
        if (reasons.Count > 0) return Outcome.Refused(reasons);

        foreach (var (organ, lastDay) in leaving) group.Leave(organ, lastDay);
        foreach (var (organ, from) in joining) group.Join(NewId.At(time), organ, from);
        db.Record(this, new("organ-group", id.Value), reason);
        return await db.Commit(stop);
    }
}
