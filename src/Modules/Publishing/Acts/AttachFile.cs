using Gongkai.Platform.Data;
using Gongkai.Platform.Files;
using Gongkai.Platform.Rights;
using Gongkai.Publishing.Contracts;
using Gongkai.Publishing.Documents;

namespace Gongkai.Publishing.Acts;

/// <summary>Adds an attachment or a picture to a draft (添加附件).</summary>
[Permission(PublishingPermissions.Draft)]
internal sealed class AttachFile(Db db, DocumentStore store, Drafting drafting, TimeProvider time)
{
    /// <summary>What may stand in a text.</summary>
    public static readonly UploadRules Pictures = new(UploadKind.Png, UploadKind.Jpeg);

    /// <param name="id">The document.</param>
    /// <param name="taken">The file, looked at and stored with this act.</param>
    /// <param name="size">Its size in bytes.</param>
    /// <param name="isPicture">True for a picture that will stand in the text.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    /// <returns>Digest under which the text names a picture.</returns>
    public async Task<Outcome<string>> Run(DocumentId id, TakenFile taken, long size, bool isPicture, CancellationToken stop)
    {
        if (await store.Open(this, id, stop) is not { } opened) return Outcome.Refused("publishing.nothing-open");
        if (opened.Edition.AgainstWriting().ToList() is { Count: > 0 } reasons) return Outcome.Refused(reasons);
        var most = isPicture ? Attachment.MostPictures : Attachment.Most;
        if (opened.Files.Count(file => file.IsPicture == isPicture) >= most) return Outcome.Refused("publishing.too-many-files", most);

        if (opened.Files.Any(file => file.Hash == taken.Hash.Hex && file.IsPicture == isPicture)) return isPicture ? taken.Hash.Hex : Outcome.Refused("publishing.file-there", taken.Name);

        var place = opened.Files.Where(file => file.IsPicture == isPicture).Select(file => file.Place).DefaultIfEmpty().Max() + 1;
        var added = new Attachment(NewId.At(time), opened.Edition.Id, place, taken.Name, taken.Hash.Hex, size, isPicture);
        opened.Files.Add(db.Add(added).Entity);
        drafting.Seal(opened);
        db.Record(this, new(Subjects.Document, id.Value), added.Name, opened.Document.OrganId.Value);
        return await db.Commit(stop) is { IsDone: false } refused ? refused : added.Hash;
    }
}
