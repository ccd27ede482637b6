using Gongkai.Organs.Contracts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Data;
using Gongkai.Publishing.Catalogue;
using Gongkai.Publishing.Contracts;
using Gongkai.Publishing.Documents;
using Gongkai.Publishing.Release;
using Gongkai.Publishing.Types;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing.Queries;

/// <summary>One document of the console, for those who may see it.</summary>
internal sealed class DocumentPage(Db db, DocumentStore store, DocumentChecks documentChecks, CleanUpPages cleanUps, IOrgans organs, Timeline timeline, TimeProvider time)
{
    private const int LongestPast = 200;
    private const int MostEditions = 100;
    private const int MostExplaining = 20;
    private const int MostPolicies = 100;

    /// <summary>All that is shown of a document.</summary>
    /// <param name="id">The document.</param>
    /// <param name="edition">Number of the edition wanted; null for the open one, else the public one.</param>
    /// <param name="stop">Stops the queries.</param>
    /// <param name="checks">True to look through text and attachments too, for a page that shows what was found.</param>
    /// <exception cref="MissingException">There is no such document or edition.</exception>
    /// <exception cref="ForbiddenException">The person may not see what this organ has not published.</exception>
    public async Task<DocumentView> Of(DocumentId id, int? edition, CancellationToken stop, bool checks = false)
    {
        db.ChangeTracker.Clear(); // as it is stored, also where an act of the same request had changed it and was refused
        var document = await db.Set<Document>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, stop) ?? throw new MissingException(nameof(Document), id);
        Demand(document);
        var editions = await db.Set<Edition>().AsNoTracking().Where(one => one.DocumentId == id).OrderByDescending(one => one.Number).Take(MostEditions).ToListAsync(stop);
        var shown = edition is { } number
            ? editions.Find(one => one.Number == number) ?? throw new MissingException(nameof(Edition), number)
            : editions.Find(one => one.Id == document.OpenEditionId) ?? editions.Find(one => one.Id == document.PublicEditionId) ?? editions[0];
        var opened = await store.Open(document, shown.Id, stop);
        return new()
        {
            Document = document,
            Type = opened.Type,
            Organ = (await organs.Find([document.OrganId], time.LocalDay(), stop))[document.OrganId],
            Edition = shown,
            Text = opened.Text,
            Files = opened.Files,
            Reviews = opened.Reviews,
            Editions = editions,
            Checks = checks && document.OpenEditionId == shown.Id ? await documentChecks.Of(opened, stop) : null,
            Open = [.. ReleaseGate.Open(shown, opened.Type, opened.Reviews)],
            Item = document.ItemId is { } item ? await ItemName(item, stop) : null,
            Explains = document.ExplainsId is { } explained && await Linked(one => one.Id == explained, 1, stop) is [var only] ? only : null,
            ExplainedBy = await Linked(one => one.ExplainsId == id && (one.OpenEditionId != null || one.PublicEditionId != null), MostExplaining, stop),
            CleanUps = opened.Type.HasValidity ? await cleanUps.Of(id, stop) : [],
            Past = await timeline.Of(LongestPast, stop, new Subject(Subjects.Document, id.Value)),
        };
    }

    /// <summary>Policies of an organ that a document can explain, the newest first.</summary>
    public Task<IReadOnlyList<LinkedDocument>> Policies(OrganId organ, CancellationToken stop)
    {
        var types = DocumentTypes.All.Where(type => type.IsPolicy || !type.Explains && type.HasValidity).Select(type => type.Key).ToList();
        return Linked(one => one.OrganId == organ && types.Contains(one.Type) && (one.OpenEditionId != null || one.PublicEditionId != null), MostPolicies, stop);
    }

    /// <summary>Refuses who may not see drafts of the organ.</summary>
    public void Demand(Document document)
    {
        if (!db.Actor.May(PublishingPermissions.SeeDrafts, document.OrganId.Value)) throw new ForbiddenException(PublishingPermissions.SeeDrafts);
    }

    private async Task<string?> ItemName(CatalogueItemId id, CancellationToken stop)
    {
        var item = await db.Set<CatalogueItem>().AsNoTracking().Include(one => one.Wordings).SingleOrDefaultAsync(one => one.Id == id, stop);
        return item?.On(time.LocalDay()) is { } says ? $"{says.Field}·{says.Second}" : null;
    }

    private async Task<IReadOnlyList<LinkedDocument>> Linked(System.Linq.Expressions.Expression<Func<Document, bool>> which, int most, CancellationToken stop)
    {
        var rows = await (
            from document in db.Set<Document>().AsNoTracking().Where(which)
            join edition in db.Set<Edition>().AsNoTracking() on document.PublicEditionId ?? document.OpenEditionId equals edition.Id
            orderby document.Id descending
            select new { document.Id, edition.Title, document.Type, document.Address, IsPublic = document.PublicEditionId != null }).Take(most).ToListAsync(stop);
        return [.. rows.Select(row => new LinkedDocument(row.Id, row.Title, DocumentTypes.Of(row.Type).Name, row.Address, row.IsPublic))];
    }
}
