using Gongkai.Platform.Audit;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Publishing.Contracts;
using Gongkai.Publishing.Documents;
using Gongkai.Publishing.Release;

namespace Gongkai.Publishing.Acts;

/// <summary>Makes an edition public whose hour has come (到时发布). What speaks against it now keeps it back and is told; it is never published late in silence.</summary>
[Permission(PublishingPermissions.Publish)]
internal sealed class ReleaseScheduled(Db db, DocumentStore store, Releases releases, ReleaseAlarm alarm, TimeProvider time)
{
    public async Task<Outcome> Run(DocumentId id, CancellationToken stop)
    {
        await using var all = await db.Database.BeginTransactionAsync(stop);
        if (await store.Open(this, id, stop) is not { Edition: { State: EditionState.Scheduled, PublishAt: { } at } edition } opened) return Outcome.Refused("publishing.not-scheduled");
        if (at > time.GetUtcNow()) return Outcome.Refused("publishing.hour-to-come");

        var reasons = await releases.Publish(opened, stop);
        if (reasons.Count > 0)
        {
            edition.Unschedule(string.Join(' ', reasons.Select(reason => reason.Code)));
            await alarm.Raise(opened, reasons, stop);
        }
        db.Record(this, new(Subjects.Document, id.Value), edition.Title, opened.Document.OrganId.Value, reasons.Count > 0 ? AuditResult.Refused : AuditResult.Done);
        return await db.Commit(all, stop);
    }
}
