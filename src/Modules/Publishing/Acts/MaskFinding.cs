using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Publishing.Contracts;
using Gongkai.Publishing.Release;

namespace Gongkai.Publishing.Acts;

/// <summary>Replaces what a check found in the text by what it proposes (脱敏), and says so on record without saying what stood there.</summary>
[Permission(PublishingPermissions.Draft)]
internal sealed class MaskFinding(Db db, DocumentStore store, DocumentChecks checks, Drafting drafting)
{
    /// <param name="id">The document.</param>
    /// <param name="mark">Mark of what was found.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    public async Task<Outcome> Run(DocumentId id, string? mark, CancellationToken stop)
    {
        if (await store.Open(this, id, stop) is not { } opened) return Outcome.Refused("publishing.nothing-open");
        if (opened.Edition.AgainstWriting().ToList() is { Count: > 0 } reasons) return Outcome.Refused(reasons);
        var found = (await checks.Of(opened, stop)).Findings.FirstOrDefault(one => one.Mark == mark);
        if (found is null) return Outcome.Refused("publishing.finding-gone");
        if (Masking.In(opened.Text.Body, found) is not { } masked) return Outcome.Refused("publishing.mask-by-hand");

        opened.Text.Write(masked);
        drafting.Seal(opened);
        db.Record(this, new(Subjects.Document, id.Value), found.Instead, opened.Document.OrganId.Value);
        return await db.Commit(stop);
    }
}
