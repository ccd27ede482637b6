using Gongkai.Content.Blocks;
using Gongkai.Platform.Data;
using Gongkai.Publishing.Contracts;
using Gongkai.Publishing.Documents;
using Gongkai.Publishing.Types;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>One edition with all that hangs on it, loaded for an act.</summary>
/// <param name="Document">Its document.</param>
/// <param name="Edition">The edition.</param>
/// <param name="Text">Its text.</param>
/// <param name="Files">Its attachments and pictures.</param>
/// <param name="Reviews">Every review of it.</param>
internal sealed record OpenedEdition(Document Document, Edition Edition, EditionText Text, List<Attachment> Files, List<Review> Reviews)
{
    public DocumentType Type => DocumentTypes.Of(Document.Type);

    /// <summary>Every reason against its text: a picture whose file is not attached, which nobody would see.</summary>
    public IEnumerable<Refusal> AgainstPictures()
    {
        if (Text.Body.Pictures.Count(digest => !Files.Exists(file => file.IsPicture && file.Hash == digest)) is > 0 and var missing) yield return new("publishing.picture-missing") { Values = [missing] };
    }

    /// <summary>Digest of what it says at this moment.</summary>
    public string Digest() => EditionDigest.Of(Document.Type, Edition.Head, Text.Body, Document.Disclosure, Files);
}

/// <summary>Loads documents for acts.</summary>
internal sealed class DocumentStore(Db db)
{
    /// <summary>The edition of a document that is worked on, for an act: who may not learns nothing of how the document stands.</summary>
    /// <param name="act">The act, whose permission is asked for.</param>
    /// <param name="id">The document.</param>
    /// <param name="stop">Stops the queries.</param>
    /// <returns>Null where nobody works on one.</returns>
    /// <exception cref="MissingException">There is no such document.</exception>
    /// <exception cref="ForbiddenException">The act may not be done for its organ.</exception>
    public async Task<OpenedEdition?> Open(object act, DocumentId id, CancellationToken stop)
    {
        var document = await db.Get<Document>(id, stop);
        db.Demand(act, document.OrganId.Value);
        return document.OpenEditionId is { } edition ? await Open(document, edition, stop) : null;
    }

    /// <summary>One edition of a document.</summary>
    public async Task<OpenedEdition> Open(Document document, EditionId edition, CancellationToken stop) => new(
        document,
        await db.Get<Edition>(edition, stop),
        await db.Get<EditionText>(edition, stop),
        await db.Set<Attachment>().Where(file => file.EditionId == edition).OrderBy(file => file.Place).ThenBy(file => file.Id).Take(Attachment.Most + Attachment.MostPictures).ToListAsync(stop),
        await db.Set<Review>().Where(review => review.EditionId == edition).OrderBy(review => review.At).Take(MostReviews).ToListAsync(stop));

    /// <summary>The edition that was public last; null where none ever was.</summary>
    public async Task<EditionId?> LastPublished(DocumentId id, CancellationToken stop) =>
        await db.Set<Edition>().Where(edition => edition.DocumentId == id && edition.PublishedAt != null).OrderByDescending(edition => edition.Number).Select(edition => (EditionId?)edition.Id).FirstOrDefaultAsync(stop);

    /// <summary>Most reviews of one edition that are looked at: it would have been sent back some hundred times.</summary>
    private const int MostReviews = 300;

    /// <summary>Every reason against a text of this size.</summary>
    public static IEnumerable<Refusal> AgainstText(Body body)
    {
        if (body.Size > Body.MostBlocks) yield return new("publishing.text-too-many-blocks") { Values = [Body.MostBlocks] };
        if (body.ToJson().Length > Body.MostCharacters) yield return new("publishing.text-too-long") { Values = [Body.MostCharacters] };
    }
}
