using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Publishing.Contracts;
using Gongkai.Publishing.Documents;

namespace Gongkai.Publishing.Acts;

/// <summary>Looks again at what was kept back (定期评估): it stays so until another day, or goes back to its draft to be published.</summary>
[Article("711", 18), Permission(PublishingPermissions.ReviewContent)]
internal sealed class ReassessDocument(Db db, DocumentStore store, TimeProvider time)
{
    /// <param name="id">The document.</param>
    /// <param name="keepUntil">Day by which it is looked at again; null where it may be published now.</param>
    /// <param name="reason">What was found.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    public async Task<Outcome> Run(DocumentId id, DateOnly? keepUntil, string? reason, CancellationToken stop)
    {
        if (await store.Open(this, id, stop) is not { } opened) return Outcome.Refused("publishing.nothing-open");
        List<Refusal> reasons = [.. Reasons.Against(reason)];
        if (opened.Document.Attribute == DisclosureAttribute.Active || opened.Edition.State != EditionState.Approved) reasons.Add(new("publishing.nothing-kept-back"));
        if (keepUntil is { } until && until <= time.LocalDay()) reasons.Add(new("publishing.reassessment-past", "711/18"));
        if (reasons.Count > 0) return Outcome.Refused(reasons);

        if (keepUntil is { } day)
        {
            opened.Document.KeepBack(day);
        }
        else
        {
            opened.Document.Place(opened.Document.ItemId, new(DisclosureAttribute.Active), opened.Document.ExplainsId, opened.Document.WishedAddress);
            opened.Edition.Return(withRemark: false);
            opened.Edition.Seal(opened.Digest(), hand: null);
        }
        db.Record(this, new(Subjects.Document, id.Value), reason!.Trim(), opened.Document.OrganId.Value);
        return await db.Commit(stop);
    }
}
