using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Publishing.Contracts;
using Gongkai.Publishing.Documents;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing.Acts;

/// <summary>Lets another document take the place of one that stands twice (合并): its address leads there from now on.</summary>
[Permission(PublishingPermissions.Withdraw)]
internal sealed class MergeDocument(Db db, TimeProvider time)
{
    /// <param name="id">The document that goes.</param>
    /// <param name="into">Address part of the one that stays.</param>
    /// <param name="reason">Why.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    public async Task<Outcome> Run(DocumentId id, string? into, string? reason, CancellationToken stop)
    {
        var document = await db.Get<Document>(id, stop);
        db.Demand(this, document.OrganId.Value);
        var address = into?.Trim() ?? "";
        var other = address.Length == 0 ? null : await db.Set<Document>().FirstOrDefaultAsync(one => one.Address == address && one.PublicEditionId != null, stop);
        List<Refusal> reasons = [.. document.AgainstTakingDown(), .. Reasons.Against(reason)];
        if (other is null || other.Id == id) reasons.Add(new("publishing.merge-target-missing"));
        if (document.OpenEditionId is not null) reasons.Add(new("publishing.edition-open"));
        if (reasons.Count > 0) return Outcome.Refused(reasons);

        var now = time.GetUtcNow();
        document.MergeInto(other!.Id, reason!, now);
        db.Record(this, new(Subjects.Document, id.Value), reason!.Trim(), document.OrganId.Value);
        return await db.Commit(stop);
    }
}
