using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Publishing.Contracts;
using Gongkai.Publishing.Documents;

namespace Gongkai.Publishing.Acts;

/// <summary>Begins a new edition of a document (修订): what is public stays until the new one takes its place.</summary>
[Permission(PublishingPermissions.Draft)]
internal sealed class BeginEdition(Db db, DocumentStore store, Drafting drafting, TimeProvider time)
{
    /// <param name="id">The document.</param>
    /// <param name="change">How much it changes: major or minor.</param>
    /// <param name="note">What changes, in words for the public.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    public async Task<Outcome> Run(DocumentId id, ChangeKind change, string? note, CancellationToken stop)
    {
        var document = await db.Get<Document>(id, stop);
        db.Demand(this, document.OrganId.Value);
        List<Refusal> reasons = [.. document.AgainstNewEdition(), .. Reasons.Against(note)];
        if (change is not (ChangeKind.Major or ChangeKind.Minor)) reasons.Add(new("publishing.change-kind-missing"));
        if (await Latest(document, stop) is not { } latest) reasons.Add(new("publishing.nothing-to-revise"));
        else if (reasons.Count == 0) return await Begin(document, latest, change, note!.Trim(), stop);
        return Outcome.Refused(reasons);
    }

    private async Task<Outcome> Begin(Document document, OpenedEdition latest, ChangeKind change, string note, CancellationToken stop)
    {
        var id = new EditionId(NewId.At(time));
        var edition = new Edition(id, document.Id, document.Begin(id), change, note, time.GetUtcNow());
        edition.Write(latest.Edition.Head);
        var opened = new OpenedEdition(document, edition, new(id, latest.Text.Body), [.. latest.Files.Select(file => file.CopyTo(NewId.At(time), id))], []);
        drafting.Seal(opened);
        db.AddRange([edition, opened.Text, .. opened.Files]);
        db.Record(this, new(Subjects.Document, document.Id.Value), note, document.OrganId.Value);
        return await db.Commit(stop);
    }

    /// <summary>What is public; of a withdrawn document what was public last.</summary>
    private async Task<OpenedEdition?> Latest(Document document, CancellationToken stop)
    {
        var edition = document.PublicEditionId ?? await store.LastPublished(document.Id, stop);
        return edition is { } id ? await store.Open(document, id, stop) : null;
    }
}
