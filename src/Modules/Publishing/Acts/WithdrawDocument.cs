using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Publishing.Contracts;
using Gongkai.Publishing.Documents;

namespace Gongkai.Publishing.Acts;

/// <summary>Takes a document from the public (撤回). Its address stays and says so, with the reason.</summary>
[Permission(PublishingPermissions.Withdraw)]
internal sealed class WithdrawDocument(Db db, TimeProvider time)
{
    /// <param name="id">The document.</param>
    /// <param name="reason">Why, in words for the public.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    public async Task<Outcome> Run(DocumentId id, string? reason, CancellationToken stop)
    {
        var document = await db.Get<Document>(id, stop);
        db.Demand(this, document.OrganId.Value);
        List<Refusal> reasons = [.. document.AgainstTakingDown(), .. Reasons.Against(reason)];
        if (reasons.Count > 0) return Outcome.Refused(reasons);

        var now = time.GetUtcNow();
        document.Withdraw(reason!, now);
        db.Record(this, new(Subjects.Document, id.Value), document.WithdrawnReason, document.OrganId.Value);
        return await db.Commit(stop);
    }
}
