using Gongkai.Organs.Contracts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Publishing.CleanUps;
using Gongkai.Publishing.Queries;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing.Acts;

/// <summary>Begins a round over every document of an organ that has validity and holds today (开始清理).</summary>
[Permission(PublishingPermissions.Draft)]
internal sealed class BeginCleanUp(Db db, PolicyLibrary library, TimeProvider time)
{
    /// <param name="organ">Whose documents.</param>
    /// <param name="title">What the round, and its result, is called.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    public async Task<Outcome<Guid>> Run(OrganId organ, string? title, CancellationToken stop)
    {
        db.Demand(this, organ.Value);
        List<Refusal> reasons = [.. CleanUp.AgainstTitle(title)];
        if (await db.Set<CleanUp>().AnyAsync(round => round.OrganId == organ && round.ClosedAt == null, stop)) reasons.Add(new("publishing.clean-up-open"));
        var holding = await library.Holding(organ, CleanUp.MostLines + 1, stop);
        if (holding.Count == 0) reasons.Add(new("publishing.clean-up-nothing"));
        if (holding.Count > CleanUp.MostLines) reasons.Add(new("publishing.clean-up-too-many") { Values = [CleanUp.MostLines] });
        if (reasons.Count > 0) return Outcome.Refused(reasons);

        var begun = new CleanUp(NewId.At(time), organ, title!, time.LocalDay(), time.GetUtcNow());
        db.Add(begun);
        db.AddRange(holding.Select(one => new CleanUpLine(NewId.At(time), begun, one.Id, one.Number, one.Title)));
        db.Record(this, new(Subjects.CleanUp, begun.Id), begun.Title, organ.Value);
        return await db.Commit(stop) is { IsDone: false } refused ? refused : begun.Id;
    }
}
