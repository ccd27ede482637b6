using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Publishing.Contracts;
using Gongkai.Publishing.Documents;
using Gongkai.Publishing.Release;

namespace Gongkai.Publishing.Acts;

/// <summary>Lets stand what a check found, with the reason (保留): the reviewers see both.</summary>
[Permission(PublishingPermissions.Draft)]
internal sealed class KeepFinding(Db db, DocumentStore store, DocumentChecks checks, TimeProvider time)
{
    /// <param name="id">The document.</param>
    /// <param name="mark">Mark of what was found.</param>
    /// <param name="reason">Why it may stand.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    public async Task<Outcome> Run(DocumentId id, string? mark, string? reason, CancellationToken stop)
    {
        if (await store.Open(this, id, stop) is not { } opened) return Outcome.Refused("publishing.nothing-open");
        List<Refusal> reasons = [.. opened.Edition.AgainstWriting(), .. Reasons.Against(reason)];
        var found = (await checks.Of(opened, stop)).Findings.FirstOrDefault(one => one.Mark == mark);
        if (found is null) reasons.Add(new("publishing.finding-gone"));
        else if (found.Kept is not null) reasons.Add(new("publishing.finding-kept"));
        if (reasons.Count > 0) return Outcome.Refused(reasons);

        db.Add(new KeptFinding(NewId.At(time), opened.Edition.Id, found!.Mark, found.Code, reason!, db.Actor.Name, time.GetUtcNow()));
        db.Record(this, new(Subjects.Document, id.Value), $"{found.Shown}：{reason!.Trim()}", opened.Document.OrganId.Value);
        return await db.Commit(stop);
    }
}
