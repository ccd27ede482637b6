using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Publishing.Contracts;
using Gongkai.Publishing.Release;

namespace Gongkai.Publishing.Acts;

/// <summary>Hands a draft in to be reviewed (送审).</summary>
[Permission(PublishingPermissions.Draft)]
internal sealed class SubmitDraft(Db db, DocumentStore store, DocumentChecks checks, TimeProvider time)
{
    public async Task<Outcome> Run(DocumentId id, CancellationToken stop)
    {
        if (await store.Open(this, id, stop) is not { } opened) return Outcome.Refused("publishing.nothing-open");
        List<Refusal> reasons = [.. opened.Edition.AgainstWriting(), .. opened.Edition.Head.AgainstSubmitting(opened.Type), .. opened.AgainstPictures()];
        if (opened.Text.Body.IsEmpty && opened.Files.Count == 0) reasons.Add(new("publishing.text-missing"));
        if (opened.Type.Explains && opened.Document.ExplainsId is null) reasons.Add(new("publishing.explains-missing"));
        if (reasons.Count == 0) reasons.AddRange(await checks.Against(opened, stop));
        if (reasons.Count > 0) return Outcome.Refused(reasons);

        opened.Edition.Submit(db.Actor.AccountId, time.GetUtcNow());
        db.Record(this, new(Subjects.Document, id.Value), scope: opened.Document.OrganId.Value);
        return await db.Commit(stop);
    }
}
