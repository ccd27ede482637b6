using Gongkai.Platform.Data;
using Gongkai.Publishing.Contracts;
using Gongkai.Publishing.Documents;
using Gongkai.Publishing.Types;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>Writes what a person typed into a draft; several acts begin or go on with one.</summary>
internal sealed class Drafting(Db db, TimeProvider time)
{
    /// <summary>Every reason against writing this.</summary>
    public async Task<List<Refusal>> Against(Document document, DraftContent content, CancellationToken stop)
    {
        var head = content.Head.Tidy(DocumentTypes.Of(document.Type));
        List<Refusal> reasons = [.. head.AgainstKeeping(), .. DocumentStore.AgainstText(content.Body), .. content.Disclosure.Tidy().Against(time.LocalDay())];
        if (document.Address is null) reasons.AddRange(Document.AgainstAddress(content.WishedAddress));
        if (content.Item is { } item && !await db.Set<Catalogue.CatalogueItem>().AnyAsync(one => one.Id == item && one.OrganId == document.OrganId, stop)) reasons.Add(new("publishing.item-of-another"));
        if (content.Explains is { } explained && (explained == document.Id || !await db.Set<Document>().AnyAsync(one => one.Id == explained && (one.OrganId == document.OrganId || one.PublicEditionId != null), stop))) reasons.Add(new("publishing.explains-nothing"));
        if (content.WishedAddress?.Trim().ToLowerInvariant() is { Length: > 0 } wished && document.Address is null && await IsTaken(document.Id, wished, stop)) reasons.Add(new("publishing.address-taken") { Values = [wished] });
        return reasons;
    }

    /// <summary>Writes it.</summary>
    public void Write(OpenedEdition opened, DraftContent content)
    {
        opened.Document.Place(content.Item, content.Disclosure, content.Explains, content.WishedAddress);
        opened.Edition.Write(content.Head.Tidy(opened.Type));
        opened.Text.Write(content.Body);
        Seal(opened);
    }

    /// <summary>Notes what it says now.</summary>
    public void Seal(OpenedEdition opened) => opened.Edition.Seal(opened.Digest(), db.Actor.AccountId);

    private Task<bool> IsTaken(DocumentId document, string wished, CancellationToken stop) =>
        db.Set<Document>().AnyAsync(other => other.Id != document && (other.Address == wished || other.WishedAddress == wished), stop);
}
