using Gongkai.Content.Comparing;
using Gongkai.Platform.Data;
using Gongkai.Publishing.Contracts;
using Gongkai.Publishing.Documents;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing.Queries;

/// <summary>Two editions of a document side by side.</summary>
/// <param name="Before">The earlier.</param>
/// <param name="After">The later.</param>
/// <param name="Difference">What differs, passage by passage.</param>
internal sealed record ComparedEditions(Edition Before, Edition After, BodyDifference Difference);

/// <summary>Sets editions of a document side by side (各版对照).</summary>
internal sealed class EditionComparison(Db db)
{
    /// <param name="document">The document.</param>
    /// <param name="before">Number of the earlier edition.</param>
    /// <param name="after">Number of the later one.</param>
    /// <param name="publicOnly">True for what the public may see: editions that were public.</param>
    /// <param name="stop">Stops the queries.</param>
    /// <returns>Null where there are no two such editions.</returns>
    public async Task<ComparedEditions?> Of(DocumentId document, int before, int after, bool publicOnly, CancellationToken stop)
    {
        var editions = await db.Set<Edition>().AsNoTracking()
            .Where(edition => edition.DocumentId == document && (edition.Number == before || edition.Number == after) && (!publicOnly || edition.PublishedAt != null))
            .OrderBy(edition => edition.Number).Take(2).ToListAsync(stop);
        if (editions is not [var earlier, var later]) return null;
        var texts = await db.Set<EditionText>().AsNoTracking().Where(text => text.EditionId == earlier.Id || text.EditionId == later.Id).OrderBy(text => text.EditionId).Take(2).ToDictionaryAsync(text => text.EditionId, stop);
        return new(earlier, later, BodyDifference.Of(texts[earlier.Id].Body, texts[later.Id].Body));
    }
}
