using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Publishing.CleanUps;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing.Acts;

/// <summary>What was said of one document.</summary>
/// <param name="Line">Its line.</param>
/// <param name="Finding">What is to become of it.</param>
/// <param name="Note">Why.</param>
/// <param name="Version">Version of the line that the person was looking at.</param>
internal sealed record CleanUpSaid(Guid Line, CleanUpFinding Finding, string? Note, int Version);

/// <summary>Says of documents of a round whether they stay (填写清理结论): all that is handed over, or nothing.</summary>
[Permission(PublishingPermissions.Draft)]
internal sealed class SayInCleanUp(Db db)
{
    public async Task<Outcome> Run(Guid id, IReadOnlyList<CleanUpSaid> said, CancellationToken stop)
    {
        await using var all = await db.Database.BeginTransactionAsync(stop);
        var round = await db.Get<CleanUp>(id, stop);
        db.Demand(this, round.OrganId.Value);
        // Whoever ends the round at this moment finds it changed, or has ended it: what is said stands in the result or not at all.
        if (await db.Set<CleanUp>().Where(one => one.Id == id && one.ClosedAt == null).ExecuteUpdateAsync(set => set.SetProperty(one => one.Version, one => one.Version + 1), stop) == 0) return Outcome.Refused("publishing.clean-up-closed");
        var wanted = said.Select(one => one.Line).ToList();
        var lines = await db.Set<CleanUpLine>().Where(line => line.CleanUpId == id && wanted.Contains(line.Id)).OrderBy(line => line.Id).Take(CleanUp.MostLines).ToDictionaryAsync(line => line.Id, stop);
        if (said.Any(one => !lines.ContainsKey(one.Line))) throw new MissingException(nameof(CleanUpLine), id);
        var changed = said.Where(one => !lines[one.Line].Says(one.Finding, one.Note)).ToList();
        List<Refusal> reasons = [.. changed.SelectMany(one => lines[one.Line].Against(one.Finding, one.Note))];
        reasons.AddRange(changed.Where(one => lines[one.Line].Version != one.Version).Select(one => new Refusal("publishing.clean-up-said-meanwhile") { Values = [lines[one.Line].Title] }));
        if (reasons.Count > 0) return Outcome.Refused(reasons);

        foreach (var one in changed) lines[one.Line].Say(one.Finding, one.Note);
        db.Record(this, new(Subjects.CleanUp, id), scope: round.OrganId.Value);
        return await db.Commit(all, stop);
    }
}
