using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Publishing.Catalogue;
using Gongkai.Publishing.Contracts;
using Gongkai.Publishing.Documents;
using Gongkai.Publishing.Release;

namespace Gongkai.Publishing.Acts;

/// <summary>Sets the hour at which a signed edition becomes public (定时发布). Everything is asked again at that hour.</summary>
[Permission(PublishingPermissions.Publish)]
internal sealed class ScheduleEdition(Db db, DocumentStore store, Releases releases, TimeProvider time)
{
    /// <param name="id">The document.</param>
    /// <param name="at">The hour.</param>
    /// <param name="interpretationBy">Day by which an interpretation is promised; null where it comes in step or none is asked for.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    public async Task<Outcome> Run(DocumentId id, DateTimeOffset at, DateOnly? interpretationBy, CancellationToken stop)
    {
        if (await store.Open(this, id, stop) is not { } opened) return Outcome.Refused("publishing.nothing-open");
        if (CatalogueItem.OutsideCalendar(time.LocalDay(at))) return Outcome.Refused(CatalogueItem.BeyondCalendar);
        if (at <= time.GetUtcNow()) return Outcome.Refused("publishing.hour-past");
        if (opened.Edition.State != EditionState.Approved) return Outcome.Refused("publishing.not-approved");
        if (opened.Type.IsPolicy && opened.Document.FirstPublishedAt is null) opened.Document.Promise(interpretationBy);
        if (await releases.Against(opened, stop) is { Count: > 0 } reasons) return Outcome.Refused(reasons);

        opened.Edition.Schedule(at);
        db.Record(this, new(Subjects.Document, id.Value), TimeZoneInfo.ConvertTime(at, time.LocalTimeZone).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture), opened.Document.OrganId.Value);
        return await db.Commit(stop);
    }
}
