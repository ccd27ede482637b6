using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Publishing.Contracts;
using Gongkai.Publishing.Release;

namespace Gongkai.Publishing.Acts;

/// <summary>Makes a signed edition public (发布), with the interpretation that goes with it or a day by which it comes.</summary>
[Article("711", 17, Paragraph = 1), Permission(PublishingPermissions.Publish)]
internal sealed class PublishEdition(Db db, DocumentStore store, Releases releases)
{
    /// <param name="id">The document.</param>
    /// <param name="interpretationBy">Day by which an interpretation is promised; null where it comes in step or none is asked for.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    public async Task<Outcome> Run(DocumentId id, DateOnly? interpretationBy, CancellationToken stop)
    {
        await using var all = await db.Database.BeginTransactionAsync(stop);
        if (await store.Open(this, id, stop) is not { } opened) return Outcome.Refused("publishing.nothing-open");
        if (opened.Type.IsPolicy && opened.Document.FirstPublishedAt is null) opened.Document.Promise(interpretationBy ?? opened.Document.InterpretationBy);
        if (await releases.Publish(opened, stop) is { Count: > 0 } reasons) return Outcome.Refused(reasons);

        db.Record(this, new(Subjects.Document, id.Value), opened.Edition.Title, opened.Document.OrganId.Value);
        return await db.Commit(all, stop);
    }
}
