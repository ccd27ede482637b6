using Gongkai.Organs.Contracts;
using Gongkai.Platform.Data;
using Gongkai.Publishing.Contracts;

namespace Gongkai.Publishing.Documents;

/// <summary>
/// A document for as long as the site lives: one address, one index number, and its editions, of which one may be public and one open.
/// </summary>
internal sealed class Document : IVersioned
{
    private Document() { }

    public Document(DocumentId id, OrganId organ, string type, DateTimeOffset at) => (Id, OrganId, Type, BegunAt) = (id, organ, type, at);

    public DocumentId Id { get; private init; }

    /// <summary>Who publishes it.</summary>
    public OrganId OrganId { get; private init; }

    /// <summary>Key of its type.</summary>
    public string Type { get; private init; } = "";

    public DateTimeOffset BegunAt { get; private init; }

    /// <summary>The item of the catalogue that it is published under; null where it belongs to none.</summary>
    public CatalogueItemId? ItemId { get; private set; }

    /// <summary>Address part that was wished for it; null where it gets one of its own.</summary>
    public string? WishedAddress { get; private set; }

    /// <summary>Address part of its page; null until it is public for the first time, and never changed after.</summary>
    public string? Address { get; private set; }

    /// <summary>索引号; null until it is public for the first time, and never given to another.</summary>
    public string? IndexNumber { get; private set; }

    public DisclosureAttribute Attribute { get; private set; }

    public WithholdingGround Ground { get; private set; }

    public string AttributeReason { get; private set; } = "";

    /// <summary>Day by which what is kept back is looked at again.</summary>
    public DateOnly? ReassessOn { get; private set; }

    /// <summary>The document that this one explains; null for none.</summary>
    public DocumentId? ExplainsId { get; private set; }

    /// <summary>Day by which an interpretation is promised; null where it came in step or none is asked for.</summary>
    public DateOnly? InterpretationBy { get; private set; }

    /// <summary>The edition that everybody reads; null before the first and after withdrawal.</summary>
    public EditionId? PublicEditionId { get; private set; }

    /// <summary>The edition that is worked on; null where nobody does.</summary>
    public EditionId? OpenEditionId { get; private set; }

    /// <summary>Number of editions so far.</summary>
    public int Editions { get; private set; }

    public DateTimeOffset? FirstPublishedAt { get; private set; }

    public DateTimeOffset? LastPublishedAt { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Why it was withdrawn, in words for the public.</summary>
    public string? WithdrawnReason { get; private set; }

    /// <summary>The document that took its place; its page leads there.</summary>
    public DocumentId? MergedIntoId { get; private set; }

    public int Version { get; private set; }

    public Disclosure Disclosure => new(Attribute, Ground, AttributeReason, ReassessOn);

    /// <summary>Every reason against beginning a new edition.</summary>
    public IEnumerable<Refusal> AgainstNewEdition()
    {
        if (OpenEditionId is not null) yield return new("publishing.edition-open");
        if (MergedIntoId is not null) yield return new("publishing.document-merged");
    }

    /// <summary>Begins an edition; the number of it.</summary>
    public int Begin(EditionId edition)
    {
        OpenEditionId = edition;
        return ++Editions;
    }

    /// <summary>Says what it is for, under which item it stands, which document it explains and which address it wishes for.</summary>
    public void Place(CatalogueItemId? item, Disclosure disclosure, DocumentId? explains, string? wished)
    {
        (ItemId, ExplainsId) = (item, explains);
        (Attribute, Ground, AttributeReason, ReassessOn) = disclosure.Tidy();
        if (Address is null) WishedAddress = string.IsNullOrWhiteSpace(wished) ? null : wished.Trim().ToLowerInvariant();
    }

    /// <summary>Looks again at what was kept back and keeps it back on (重新评估).</summary>
    public void KeepBack(DateOnly reassessOn) => ReassessOn = reassessOn;

    /// <summary>Promises an interpretation by a day.</summary>
    public void Promise(DateOnly? by) => InterpretationBy = by;

    /// <summary>Gives it the names that it bears from its first publication on.</summary>
    public void Name(string address, string indexNumber)
    {
        Address ??= address;
        IndexNumber ??= indexNumber;
    }

    /// <summary>Makes its open edition the public one.</summary>
    public void Publish(EditionId edition, DateTimeOffset at)
    {
        (PublicEditionId, LastPublishedAt) = (edition, at);
        FirstPublishedAt ??= at;
        (WithdrawnAt, WithdrawnReason) = (null, null);
        if (OpenEditionId == edition) OpenEditionId = null;
    }

    /// <summary>Closes the open edition without publishing it.</summary>
    public void CloseOpen() => OpenEditionId = null;

    /// <summary>Every reason against withdrawing it or merging it into another.</summary>
    public IEnumerable<Refusal> AgainstTakingDown()
    {
        if (PublicEditionId is null) yield return new("publishing.not-public");
    }

    /// <summary>Takes it from the public.</summary>
    public void Withdraw(string reason, DateTimeOffset at) => (PublicEditionId, WithdrawnAt, WithdrawnReason) = (null, at, reason.Trim());

    /// <summary>Lets another take its place.</summary>
    public void MergeInto(DocumentId other, string reason, DateTimeOffset at)
    {
        Withdraw(reason, at);
        MergedIntoId = other;
    }

    /// <summary>Every reason against an address that was wished for.</summary>
    public static IEnumerable<Refusal> AgainstAddress(string? wished)
    {
        if (string.IsNullOrWhiteSpace(wished)) yield break;
        var text = wished.Trim();
        if (text.Length is < 3 or > 60 || text.Any(sign => !char.IsAsciiLetterOrDigit(sign) && sign != '-') || text[0] == '-' || text[^1] == '-') yield return new("publishing.address-unusable");
    }
}
