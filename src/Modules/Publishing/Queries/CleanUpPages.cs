using Gongkai.Organs.Contracts;
using Gongkai.Platform.Data;
using Gongkai.Publishing.CleanUps;
using Gongkai.Publishing.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing.Queries;

/// <summary>A round in a list.</summary>
/// <param name="Round">The round.</param>
/// <param name="Organ">Name of the organ.</param>
/// <param name="Lines">Documents in it.</param>
/// <param name="Open">Those of which nothing is said yet.</param>
internal sealed record CleanUpRow(CleanUp Round, string Organ, int Lines, int Open);

/// <summary>Rounds of cleaning up (清理), for those who see the drafts of an organ.</summary>
internal sealed class CleanUpPages(Db db, IOrgans organs, TimeProvider time)
{
    /// <summary>Lines on a page.</summary>
    public const int Size = 50;

    private const int MostRounds = 200;

    private const int MostOfDocument = 20;

    /// <summary>Rounds of these organs: those that go on, then the newest.</summary>
    public async Task<IReadOnlyList<CleanUpRow>> List(IReadOnlyCollection<OrganId> within, CancellationToken stop)
    {
        var rounds = await db.Set<CleanUp>().AsNoTracking().Where(round => within.Contains(round.OrganId)).OrderBy(round => round.ClosedAt != null).ThenByDescending(round => round.BegunAt).Take(MostRounds).ToListAsync(stop);
        return await Rows(rounds, stop);
    }

    /// <summary>One round.</summary>
    /// <exception cref="MissingException">There is none.</exception>
    /// <exception cref="ForbiddenException">The person may not see drafts of its organ.</exception>
    public async Task<CleanUpRow> One(Guid id, CancellationToken stop)
    {
        var round = await db.Set<CleanUp>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, stop) ?? throw new MissingException(nameof(CleanUp), id);
        if (!db.Actor.May(PublishingPermissions.SeeDrafts, round.OrganId.Value)) throw new ForbiddenException(PublishingPermissions.SeeDrafts);
        return (await Rows([round], stop))[0];
    }

    /// <summary>A page of a round, by document number.</summary>
    /// <param name="id">The round.</param>
    /// <param name="skip">Lines before it.</param>
    /// <param name="stop">Stops the query.</param>
    public async Task<IReadOnlyList<CleanUpLine>> Lines(Guid id, int skip, CancellationToken stop) =>
        await db.Set<CleanUpLine>().AsNoTracking().Where(line => line.CleanUpId == id).OrderBy(line => line.Number).ThenBy(line => line.Id).Skip(skip).Take(Size).ToListAsync(stop);

    /// <summary>What rounds that are closed said of a document, the newest first (清理数据).</summary>
    public async Task<IReadOnlyList<(CleanUp Round, CleanUpLine Line)>> Of(DocumentId document, CancellationToken stop)
    {
        var found = await (from line in db.Set<CleanUpLine>().AsNoTracking()
                           join round in db.Set<CleanUp>().AsNoTracking() on line.CleanUpId equals round.Id
                           where line.DocumentId == document && round.ClosedAt != null
                           orderby round.ClosedAt descending
                           select new { round, line }).Take(MostOfDocument).ToListAsync(stop);
        return found.ConvertAll(one => (one.round, one.line));
    }

    private async Task<IReadOnlyList<CleanUpRow>> Rows(List<CleanUp> rounds, CancellationToken stop)
    {
        var ids = rounds.ConvertAll(round => round.Id);
        var counts = await db.Set<CleanUpLine>().Where(line => ids.Contains(line.CleanUpId)).GroupBy(line => line.CleanUpId)
            .Select(group => new { group.Key, All = group.Count(), Open = group.Count(line => line.Finding == CleanUpFinding.Open) }).Take(MostRounds).ToDictionaryAsync(one => one.Key, stop);
        var names = await organs.Find([.. rounds.Select(round => round.OrganId).Distinct()], time.LocalDay(), stop);
        return rounds.ConvertAll(round => new CleanUpRow(round, names[round.OrganId].Name, counts.GetValueOrDefault(round.Id)?.All ?? 0, counts.GetValueOrDefault(round.Id)?.Open ?? 0));
    }
}
