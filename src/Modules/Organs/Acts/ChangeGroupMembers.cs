using Gongkai.Organs.Contracts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;

namespace Gongkai.Organs.Acts;

/// <summary>Takes organs into a group and out of it (调整名称组成员); who belonged to it before stays on record.</summary>
[Permission(Permissions.Manage)]
internal sealed class ChangeGroupMembers(Db db, TimeProvider time)
{
    /// <param name="changed">The group.</param>
    /// <param name="joining">Organs that join, each with its first day.</param>
    /// <param name="leaving">Organs that leave, each with its last day as a member.</param>
    /// <param name="reason">Why; null where no reason was given.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    public async Task<Outcome> Run(
        OrganGroupId changed, IReadOnlyList<(OrganId Organ, DateOnly From)> joining, IReadOnlyList<(OrganId Organ, DateOnly LastDay)> leaving, string? reason, CancellationToken stop)
    {
        var group = await db.Get<OrganGroup>(changed, stop);
        await db.Entry(group).Collection(g => g.Members).LoadAsync(stop);
        var (reasons, told) = (new List<Refusal>(), new List<string>());
        foreach (var (id, lastDay) in leaving)
        {
            var organ = await Named(id, stop);
            reasons.AddRange(group.AgainstLeaving(organ, lastDay));
            told.Add($"{organ.NameOn(lastDay).Name}退出，最后一日{lastDay:yyyy-MM-dd}");
        }
        foreach (var (id, from) in joining)
        {
            var organ = await Named(id, stop);
            reasons.AddRange(group.AgainstJoining(organ, from));
            told.Add($"{organ.NameOn(from).Name}自{from:yyyy-MM-dd}加入");
        }
        if (reasons.Count > 0) return Outcome.Refused(reasons);
        if (!string.IsNullOrWhiteSpace(reason)) told.Add(reason.Trim());

        foreach (var (organ, lastDay) in leaving) group.Leave(organ, lastDay);
        foreach (var (organ, from) in joining) group.Join(NewId.At(time), organ, from);
        db.Record(this, new("organ-group", changed.Value), string.Join('；', told));
        return await db.Commit(stop);
    }

    private async Task<Organ> Named(OrganId id, CancellationToken stop)
    {
        var organ = await db.Get<Organ>(id, stop);
        await db.Entry(organ).Collection(o => o.Names).LoadAsync(stop);
        return organ;
    }
}
