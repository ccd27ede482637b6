using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Publishing.Contracts;

namespace Gongkai.Publishing.Acts;

/// <summary>Takes an attachment out of a draft (移除附件).</summary>
[Permission(PublishingPermissions.Draft)]
internal sealed class DetachFile(Db db, DocumentStore store, Drafting drafting)
{
    public async Task<Outcome> Run(DocumentId id, Guid file, CancellationToken stop)
    {
        if (await store.Open(this, id, stop) is not { } opened) return Outcome.Refused("publishing.nothing-open");
        if (opened.Edition.AgainstWriting().ToList() is { Count: > 0 } reasons) return Outcome.Refused(reasons);
        if (opened.Files.Find(one => one.Id == file) is not { } gone) return Outcome.Refused("publishing.file-gone");

        opened.Files.Remove(gone);
        db.Remove(gone);
        drafting.Seal(opened);
        db.Record(this, new(Subjects.Document, id.Value), gone.Name, opened.Document.OrganId.Value);
        return await db.Commit(stop);
    }
}
