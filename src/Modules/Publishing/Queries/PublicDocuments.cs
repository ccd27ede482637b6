using Gongkai.Organs.Contracts;
using Gongkai.Platform.Data;
using Gongkai.Publishing.Contracts;
using Gongkai.Publishing.Documents;
using Gongkai.Publishing.Library;
using Gongkai.Publishing.Types;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing.Queries;

/// <summary>A document as the public sees it.</summary>
internal sealed record PublicDocumentView
{
    public required Document Document { get; init; }

    public required DocumentType Type { get; init; }

    public required OrganCard Organ { get; init; }

    /// <summary>What is read; null where it was withdrawn.</summary>
    public Edition? Edition { get; init; }

    /// <summary>The text as HTML that was made when it was published.</summary>
    public string Html { get; init; } = "";

    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>Editions that were public, the newest first.</summary>
    public IReadOnlyList<Edition> Editions { get; init; } = [];

    /// <summary>What it explains, and what explains it; public ones only.</summary>
    public IReadOnlyList<LinkedDocument> Explains { get; init; } = [];

    public IReadOnlyList<LinkedDocument> ExplainedBy { get; init; } = [];

    /// <summary>Whether it holds today; null for a type of which nobody asks.</summary>
    public Validity? Validity { get; init; }

    /// <summary>What other public documents do to it.</summary>
    public IReadOnlyList<KnownEffect> Effects { get; init; } = [];

    /// <summary>Address part of the document that took its place; null for none.</summary>
    public string? MovedTo { get; init; }
}

/// <summary>A public document in a list.</summary>
internal sealed record PublicLine(string Address, string Title, string Type, OrganId Organ, string Number, DateTimeOffset FirstPublishedAt);

/// <summary>Which public documents a list holds.</summary>
/// <param name="Organ">Of one organ.</param>
/// <param name="Type">Key of a type.</param>
/// <param name="Item">Under one item of the catalogue.</param>
internal sealed record PublicFilter(OrganId? Organ = null, string? Type = null, CatalogueItemId? Item = null);

/// <summary>What everybody may read.</summary>
internal sealed class PublicDocuments(Db db, IOrgans organs, PolicyLibrary library, TimeProvider time)
{
    /// <summary>Documents on a page of a list.</summary>
    public const int Size = 30;

    private const int MostEditions = 50;
    private const int MostLinked = 20;

    /// <summary>One document by its address.</summary>
    /// <returns>Null where there is no such address.</returns>
    public async Task<PublicDocumentView?> ByAddress(string address, CancellationToken stop)
    {
        var document = await db.Set<Document>().AsNoTracking().SingleOrDefaultAsync(one => one.Address == address, stop);
        if (document is null) return null;
        var organ = (await organs.Find([document.OrganId], time.LocalDay(), stop))[document.OrganId];
        var view = new PublicDocumentView { Document = document, Type = DocumentTypes.Of(document.Type), Organ = organ };
        if (document.PublicEditionId is not { } current)
        {
            var moved = document.MergedIntoId is { } other ? await db.Set<Document>().AsNoTracking().Where(one => one.Id == other).Select(one => one.Address).SingleOrDefaultAsync(stop) : null;
            return view with { MovedTo = moved };
        }
        var type = DocumentTypes.Of(document.Type);
        var editions = await db.Set<Edition>().AsNoTracking().Where(one => one.DocumentId == document.Id && one.PublishedAt != null).OrderByDescending(one => one.Number).Take(MostEditions).ToListAsync(stop);
        var read = editions.Find(one => one.Id == current)!;
        var effects = type.HasValidity ? await library.EffectsOn([read.DocumentNumber], stop) : [];
        return view with
        {
            Edition = read,
            Validity = type.HasValidity ? ValidityRule.Of(read.EffectiveOn, read.ExpiresOn, effects.Select(effect => (effect.Kind, effect.From)), time.LocalDay()) : null,
            Effects = effects,
            Html = await db.Set<EditionText>().AsNoTracking().Where(text => text.EditionId == current).Select(text => text.Html).SingleOrDefaultAsync(stop) ?? "",
            Attachments = await db.Set<Attachment>().AsNoTracking().Where(file => file.EditionId == current && !file.IsPicture).OrderBy(file => file.Place).Take(Attachment.Most).ToListAsync(stop),
            Editions = editions,
            Explains = document.ExplainsId is { } explained ? await Linked(one => one.Id == explained, stop) : [],
            ExplainedBy = await Linked(one => one.ExplainsId == document.Id, stop),
        };
    }

    /// <summary>A stretch of a list, the newest first.</summary>
    /// <param name="filter">Which list.</param>
    /// <param name="before">Instant of the last one shown before; null for the beginning. What a page costs does not grow with its number.</param>
    /// <param name="stop">Stops the query.</param>
    public async Task<IReadOnlyList<PublicLine>> List(PublicFilter filter, DateTimeOffset? before, CancellationToken stop)
    {
        var documents = db.Set<Document>().AsNoTracking().Where(one => one.FirstPublishedAt != null && one.PublicEditionId != null);
        if (filter.Organ is { } organ) documents = documents.Where(one => one.OrganId == organ);
        if (filter.Type is { } type) documents = documents.Where(one => one.Type == type);
        if (filter.Item is { } item) documents = documents.Where(one => one.ItemId == item);
        if (before is { } instant) documents = documents.Where(one => one.FirstPublishedAt < instant);
        return await (
            from document in documents.OrderByDescending(one => one.FirstPublishedAt).Take(Size + 1)
            join edition in db.Set<Edition>().AsNoTracking() on document.PublicEditionId equals edition.Id
            orderby document.FirstPublishedAt descending
            select new PublicLine(document.Address!, edition.Title, document.Type, document.OrganId, edition.DocumentNumber, document.FirstPublishedAt!.Value)).ToListAsync(stop);
    }

    /// <summary>A file of a public edition.</summary>
    /// <param name="address">Address part of the document.</param>
    /// <param name="hash">Digest of the file.</param>
    /// <param name="isPicture">True for a picture of the text.</param>
    /// <param name="stop">Stops the query.</param>
    /// <returns>Null where what is public holds no such file.</returns>
    public Task<Attachment?> File(string address, string hash, bool isPicture, CancellationToken stop) => (
        from document in db.Set<Document>().AsNoTracking()
        join file in db.Set<Attachment>().AsNoTracking() on document.PublicEditionId equals file.EditionId
        where document.Address == address && file.Hash == hash && file.IsPicture == isPicture
        select file).FirstOrDefaultAsync(stop);

    private async Task<IReadOnlyList<LinkedDocument>> Linked(System.Linq.Expressions.Expression<Func<Document, bool>> which, CancellationToken stop)
    {
        var rows = await (
            from document in db.Set<Document>().AsNoTracking().Where(which)
            join edition in db.Set<Edition>().AsNoTracking() on document.PublicEditionId equals edition.Id
            orderby document.FirstPublishedAt
            select new { document.Id, edition.Title, document.Type, document.Address }).Take(MostLinked).ToListAsync(stop);
        return [.. rows.Select(row => new LinkedDocument(row.Id, row.Title, DocumentTypes.Of(row.Type).Name, row.Address, true))];
    }
}
