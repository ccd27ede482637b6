using Gongkai.Content.Blocks;
using Gongkai.Organs.Contracts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Files;
using Gongkai.Platform.Rights;
using Gongkai.Publishing.Contracts;
using Gongkai.Publishing.Documents;
using Gongkai.Publishing.Types;

namespace Gongkai.Publishing.Acts;

/// <summary>Begins a document with its first draft (起草).</summary>
[Permission(PublishingPermissions.Draft)]
internal sealed class BeginDocument(Db db, Drafting drafting, FileStore files, TimeProvider time)
{
    /// <param name="organ">Who publishes it.</param>
    /// <param name="type">Key of its type.</param>
    /// <param name="content">What is known already.</param>
    /// <param name="pictures">Pictures that stand in the text, by the digest under which it names them.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    /// <param name="proposals">What an imported text says of itself; null for none.</param>
    public async Task<Outcome<DocumentId>> Run(OrganId organ, string? type, DraftContent content, IReadOnlyList<NewPicture> pictures, CancellationToken stop, IReadOnlyList<ReadProposal>? proposals = null)
    {
        db.Demand(this, organ.Value);
        if (DocumentTypes.Find(type) is not { } known) return Outcome.Refused("publishing.type-missing");
        var now = time.GetUtcNow();
        var document = new Document(new(NewId.At(time)), organ, known.Key, now);
        if (await drafting.Against(document, content, stop) is { Count: > 0 } reasons) return Outcome.Refused(reasons);

        var id = new EditionId(NewId.At(time));
        var edition = new Edition(id, document.Id, document.Begin(id), ChangeKind.First, "", now);
        var opened = new OpenedEdition(document, edition, new(id, Body.Empty), [], []);
        foreach (var picture in pictures.Take(Attachment.MostPictures)) opened.Files.Add(await Keep(id, picture, opened.Files.Count + 1, stop));
        drafting.Write(opened, content);
        opened.Text.Propose(proposals ?? []);
        db.AddRange([document, edition, opened.Text, .. opened.Files]);
        db.Record(this, new(Subjects.Document, document.Id.Value), edition.Title, organ.Value);
        return await db.Commit(stop) is { IsDone: false } refused ? refused : document.Id;
    }

    private async Task<Attachment> Keep(EditionId edition, NewPicture picture, int place, CancellationToken stop)
    {
        var hash = await files.Keep(new MemoryStream(picture.Bytes, writable: false), stop);
        return new(NewId.At(time), edition, place, picture.Name, hash.Hex, picture.Bytes.Length, isPicture: true);
    }
}

/// <summary>A picture that came with a text.</summary>
/// <param name="Name">Its name, clean.</param>
/// <param name="Bytes">What it is.</param>
internal sealed record NewPicture(string Name, byte[] Bytes);
