using Gongkai.Organs.Contracts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;

namespace Gongkai.Organs.Acts;

/// <summary>Ends organs in favour of one that takes over their affairs (机构合并).</summary>
[Permission(Permissions.Manage)]
internal sealed class MergeOrgans(Db db)
{
    /// <param name="ending">The organs that end: at least one.</param>
    /// <param name="into">The organ that takes over.</param>
    /// <param name="lastDay">Last day on which the others exist.</param>
    /// <param name="reason">The document that merges them, or another reason; null where none was given.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    public async Task<Outcome> Run(IReadOnlyList<OrganId> ending, OrganId into, DateOnly lastDay, string? reason, CancellationToken stop)
    {
        var successor = await db.Get<Organ>(into, stop);
        var reasons = new List<Refusal>();
        if (ending.Count == 0) reasons.Add(new("organs.nothing-to-merge"));
        var organs = new List<Organ>();
        foreach (var id in ending.Distinct()) organs.Add(await db.Get<Organ>(id, stop));
        reasons.AddRange(organs.SelectMany(organ => organ.AgainstMerging(successor, lastDay)));
        if (reasons.Count > 0) return Outcome.Refused(reasons);

        foreach (var organ in organs)
        {
            organ.End(into, lastDay);
            db.Record(this, new("organ", organ.Id.Value), reason);
        }
        db.Record(this, new("organ", into.Value), reason);
        return await db.Commit(stop);
    }
}
