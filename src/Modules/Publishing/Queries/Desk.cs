using Gongkai.Organs.Contracts;
using Gongkai.Platform.Data;
using Gongkai.Publishing.Drafts;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing.Queries;

/// <summary>A draft in a list.</summary>
internal sealed record DeskCard(CatalogueDraftId Id, string Name, int Rows, DateTimeOffset ReadAt);

/// <summary>A draft beside the catalogue that it would change.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Organ">Whose catalogue.</param>
/// <param name="Difference">What adopting it makes of the catalogue; null for one that was closed.</param>
/// <param name="Changes">Number of changes to the catalogue so far, by which the act knows whether this was seen.</param>
internal sealed record DeskView(CatalogueDraft Draft, OrganCard Organ, CatalogueDifference? Difference, int Changes);

/// <summary>What lies on the desk: catalogues that were read and not adopted yet.</summary>
internal sealed class Desk(Db db, CatalogueStore store, IOrgans organs, TimeProvider time)
{
    private const int Most = 50;

    /// <summary>Open drafts of an organ, the newest first.</summary>
    public async Task<IReadOnlyList<DeskCard>> Of(OrganId organ, CancellationToken stop) =>
        await db.Set<CatalogueDraft>().AsNoTracking().Where(draft => draft.OrganId == organ && draft.ClosedAt == null).OrderByDescending(draft => draft.ReadAt).Take(Most)
            .Select(draft => new DeskCard(draft.Id, draft.Name, draft.RowCount, draft.ReadAt)).ToListAsync(stop);

    /// <summary>One draft.</summary>
    /// <exception cref="MissingException">There is no such draft.</exception>
    public async Task<DeskView> One(CatalogueDraftId id, CancellationToken stop)
    {
        // As it is stored, also where an act of the same request had closed it and was refused.
        var draft = await db.Set<CatalogueDraft>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, stop) ?? throw new MissingException(nameof(CatalogueDraft), id);
        var organ = (await organs.Find([draft.OrganId], time.LocalDay(), stop))[draft.OrganId];
        var changes = await store.Changes(draft.OrganId, stop);
        return new(draft, organ, draft.ClosedAt is null ? CatalogueDifference.Of(await store.Unended(draft.OrganId, stop), draft.Read()) : null, changes);
    }
}
