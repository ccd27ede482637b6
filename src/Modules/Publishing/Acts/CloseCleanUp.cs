using Gongkai.Organs.Contracts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Publishing.CleanUps;
using Gongkai.Publishing.Contracts;
using Gongkai.Publishing.Documents;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing.Acts;

/// <summary>Ends a round: its result becomes a draft that goes through the gate like any other (形成清理结果). Nothing is repealed before that is published.</summary>
[Permission(PublishingPermissions.Draft)]
internal sealed class CloseCleanUp(Db db, BeginDocument begin, IOrgans organs, TimeProvider time)
{
    public async Task<Outcome<DocumentId>> Run(Guid id, CancellationToken stop)
    {
        await using var all = await db.Database.BeginTransactionAsync(stop);
        var round = await db.Get<CleanUp>(id, stop);
        db.Demand(this, round.OrganId.Value);
        if (!round.IsOpen) return Outcome.Refused("publishing.clean-up-closed");
        var lines = await db.Set<CleanUpLine>().Where(line => line.CleanUpId == id).OrderBy(line => line.Number).ThenBy(line => line.Id).Take(CleanUp.MostLines).ToListAsync(stop);
        if (lines.Count(line => line.Finding == CleanUpFinding.Open) is > 0 and var open) return Outcome.Refused("publishing.clean-up-undecided", open);
        if (lines.Count(line => line.Finding is CleanUpFinding.Repeal or CleanUpFinding.DeclareVoid) > DocumentHead.MostEffects) return Outcome.Refused("publishing.too-many-effects", DocumentHead.MostEffects);

        var organ = (await organs.Find([round.OrganId], time.LocalDay(), stop))[round.OrganId];
        var drafted = await begin.Run(round.OrganId, CleanUpResult.Type, CleanUpResult.Write(round, lines, organ.Name, time.LocalDay()), [], stop);
        if (!drafted.IsDone) return drafted;
        round.Close(drafted.Made, time.GetUtcNow());
        db.Record(this, new(Subjects.CleanUp, id), round.Title, round.OrganId.Value);
        return await db.Commit(all, stop) is { IsDone: false } refused ? refused : drafted.Made;
    }
}
