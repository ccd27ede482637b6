using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Publishing.Contracts;
using Gongkai.Publishing.Documents;

namespace Gongkai.Publishing.Acts;

/// <summary>Calls off the hour of a publication (取消定时); the edition stays signed.</summary>
[Permission(PublishingPermissions.Publish)]
internal sealed class CallOffSchedule(Db db, DocumentStore store)
{
    public async Task<Outcome> Run(DocumentId id, CancellationToken stop)
    {
        if (await store.Open(this, id, stop) is not { } opened) return Outcome.Refused("publishing.nothing-open");
        if (opened.Edition.State != EditionState.Scheduled) return Outcome.Refused("publishing.not-scheduled");

        opened.Edition.Unschedule(problem: null);
        db.Record(this, new(Subjects.Document, id.Value), scope: opened.Document.OrganId.Value);
        return await db.Commit(stop);
    }
}
