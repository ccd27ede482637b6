using Gongkai.Organs.Contracts;
using Gongkai.Plans.Reading;
using Gongkai.Platform.Data;
using Gongkai.Platform.Files;
using Gongkai.Platform.Rights;
using Gongkai.Publishing.Catalogue;
using Gongkai.Publishing.Drafts;
using Gongkai.Publishing.Reading;

namespace Gongkai.Publishing.Acts;

/// <summary>Reads a table of items onto the desk (导入公开目录). Nothing of it stands in the catalogue yet.</summary>
[Permission(PublishingPermissions.KeepCatalogue)]
internal sealed class ReadCatalogue(Db db, FileStore files, TimeProvider time)
{
    /// <param name="organ">Whose catalogue.</param>
    /// <param name="name">Name of the file.</param>
    /// <param name="content">Its content; must be able to seek, since it is read twice.</param>
    /// <param name="field">The field of all rows; null or blank lets the file tell.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    /// <returns>The draft, or every reason why the file cannot be taken, row by row.</returns>
    public async Task<Outcome<CatalogueDraftId>> Run(OrganId organ, string name, Stream content, string? field, CancellationToken stop)
    {
        db.Demand(this, organ.Value);
        var file = SourceReader.Read(name, content);
        if (!file.IsRead) return Outcome.Refused("publishing.unreadable", file.Failure.Sentence);
        var read = CatalogueReader.Read(file.Text, string.IsNullOrWhiteSpace(field) ? null : field.Trim());
        if (read.Reasons.Count > 0) return Outcome.Refused(read.Reasons);

        content.Position = 0;
        var kept = await files.Keep(content, stop);
        return await Put(organ, name, kept.Hex, [.. read.Rows.Select(row => row.Content)], stop);
    }

    private async Task<Outcome<CatalogueDraftId>> Put(OrganId organ, string name, string hash, IReadOnlyList<ItemContent> rows, CancellationToken stop)
    {
        var draft = new CatalogueDraft(new(NewId.At(time)), organ, name, hash, rows, time.GetUtcNow());
        db.Add(draft);
        db.Record(this, new(Subjects.Draft, draft.Id.Value), name, organ.Value);
        return await db.Commit(stop) is { IsDone: false } refused ? refused : draft.Id;
    }
}
