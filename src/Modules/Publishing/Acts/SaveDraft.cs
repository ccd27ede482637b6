using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Publishing.Contracts;

namespace Gongkai.Publishing.Acts;

/// <summary>Saves what was written into a draft (保存草稿).</summary>
[Permission(PublishingPermissions.Draft)]
internal sealed class SaveDraft(Db db, DocumentStore store, Drafting drafting)
{
    /// <param name="id">The document.</param>
    /// <param name="version">Version of the draft that the person was looking at: a later one means that somebody saved in between, and what both wrote must be brought together by a person.</param>
    /// <param name="content">What was written.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    public async Task<Outcome> Run(DocumentId id, int version, DraftContent content, CancellationToken stop)
    {
        if (await store.Open(this, id, stop) is not { } opened) return Outcome.Refused("publishing.nothing-open");
        List<Refusal> reasons = [.. opened.Edition.AgainstWriting(), .. await drafting.Against(opened.Document, content, stop)];
        if (opened.Edition.Version != version) reasons.Add(new("publishing.saved-by-another"));
        if (reasons.Count > 0) return Outcome.Refused(reasons);

        drafting.Write(opened, content);
        db.Record(this, new(Subjects.Document, id.Value), scope: opened.Document.OrganId.Value);
        return await db.Commit(stop);
    }
}
