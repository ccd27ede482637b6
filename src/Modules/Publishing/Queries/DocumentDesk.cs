using System.Globalization;
using Gongkai.Organs.Contracts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Settings;
using Gongkai.Publishing.Documents;
using Gongkai.Publishing.Release;
using Gongkai.Publishing.Types;
using Gongkai.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Gongkai.Publishing.Queries;

/// <summary>Which documents a list of the console holds.</summary>
internal enum DeskTab
{
    /// <summary>What waits for this person: to judge, to publish, to write on.</summary>
    Waiting,

    /// <summary>What is being written.</summary>
    Drafts,

    /// <summary>What is being judged.</summary>
    InReview,

    /// <summary>What is signed or waits for its hour.</summary>
    Signed,

    /// <summary>What everybody reads.</summary>
    Public,

    /// <summary>What loses its force before long.</summary>
    Expiring,

    /// <summary>What is kept back.</summary>
    KeptBack,

    /// <summary>What was withdrawn or merged.</summary>
    Withdrawn,
}

/// <summary>What a list shows of itself.</summary>
/// <param name="Tab">Which.</param>
/// <param name="Organ">Of one organ only.</param>
/// <param name="Number">Document number or index number, whole.</param>
internal sealed record DeskFilter(DeskTab Tab, OrganId? Organ = null, string? Number = null);

/// <summary>The documents of the console, for those who may see what is not public.</summary>
internal sealed class DocumentDesk(Db db, PolicyLibrary library, SettingsStore settings, IOrgans organs, IStringLocalizer<Words> words, TimeProvider time)
{
    /// <summary>Documents on a page.</summary>
    public const int Size = 40;

    /// <summary>Open editions that are looked at for what waits for a person: those of the organs within reach.</summary>
    private const int MostOpen = 400;

    private static readonly EditionState[] Written = [EditionState.Draft, EditionState.Returned];
    private Task<List<Row>>? _forMe;

    private static readonly EditionState[] Signed = [EditionState.Approved, EditionState.Scheduled];

    /// <summary>A page of a list, the newest first.</summary>
    /// <param name="filter">Which list.</param>
    /// <param name="skip">How many come before: open work is bounded by the people who do it, published documents are shown in pages of the latest thousand.</param>
    /// <param name="stop">Stops the query.</param>
    public async Task<DocumentLines> Page(DeskFilter filter, int skip, CancellationToken stop)
    {
        if (filter.Tab == DeskTab.Expiring) return await Expiring(filter, stop);
        if (filter.Tab == DeskTab.Waiting) return await Waiting(filter, skip, stop);
        var rows = await Rows(filter).Skip(skip).Take(Size + 1).ToListAsync(stop);
        return new(await Lines(rows.Take(Size), stop), rows.Count > Size);
    }

    /// <summary>How many wait for this person; at most <see cref="MostOpen"/>.</summary>
    public async Task<int> CountWaiting(CancellationToken stop) => (await ForMe(new(DeskTab.Waiting), stop)).Count;

    private async Task<DocumentLines> Waiting(DeskFilter filter, int skip, CancellationToken stop)
    {
        var mine = await ForMe(filter, stop);
        return new(await Lines(mine.Skip(skip).Take(Size), stop), mine.Count > skip + Size);
    }

    private async Task<DocumentLines> Expiring(DeskFilter filter, CancellationToken stop)
    {
        IReadOnlyCollection<OrganId>? within = filter.Organ is { } one ? [one] : db.Actor.MayEverywhere(PublishingPermissions.SeeDrafts) ? null : [.. db.Actor.ScopesOf(PublishingPermissions.SeeDrafts).Select(OrganId.From)];
        if (filter.Organ is { } organ && !db.Actor.May(PublishingPermissions.SeeDrafts, organ.Value)) return new([], false);
        var ending = (await library.Expiring((await settings.Get<PublishingSettings>(stop)).ExpiryNoticeMonths, within, MostOpen, stop)).ToDictionary(row => row.Id, row => row.ExpiresOn);
        var ids = ending.Keys.ToList();
        var rows = await (
            from document in Seen(filter)
            join edition in db.Set<Edition>().AsNoTracking() on document.PublicEditionId equals edition.Id
            where ids.Contains(document.Id)
            orderby edition.ExpiresOn, document.Id
            select new Row { Document = document, Edition = edition }).Take(MostOpen).ToListAsync(stop);
        var lines = await Lines(rows, stop);
        return new([.. lines.Select(line => line with { Note = words["有效期至 {0}", DateText.Day(ending[line.Id])] })], false);
    }

    /// <summary>What waits, once a request: the menu, the lead of the page and its list all ask.</summary>
    private Task<List<Row>> ForMe(DeskFilter filter, CancellationToken stop) => filter.Organ is null ? _forMe ??= FindForMe(filter, stop) : FindForMe(filter, stop);

    /// <summary>What this person can do something about now: asked of the gate, so that nothing is shown that would be refused.</summary>
    private async Task<List<Row>> FindForMe(DeskFilter filter, CancellationToken stop)
    {
        var actor = db.Actor;
        var open = await Open(filter).Where(row => row.Edition.State != EditionState.Scheduled).OrderBy(row => row.Edition.Id).Take(MostOpen).ToListAsync(stop);
        var ids = open.ConvertAll(row => row.Edition.Id);
        var reviews = (await db.Set<Review>().AsNoTracking().Where(review => ids.Contains(review.EditionId)).OrderBy(review => review.Id).Take(MostOpen * 20).ToListAsync(stop)).ToLookup(review => review.EditionId);
        var afterwards = await Owed(filter).OrderBy(row => row.Edition.Id).Take(MostOpen).ToListAsync(stop);
        return [.. afterwards.Where(row => actor.May(PublishingPermissions.ReviewSecrecy, row.Document.OrganId.Value)), .. open.Where(row => IsForMe(row, [.. reviews[row.Edition.Id]]))];
    }

    private bool IsForMe(Row row, IReadOnlyCollection<Review> reviews)
    {
        var (organ, actor) = (row.Document.OrganId.Value, db.Actor);
        return row.Edition.State switch
        {
            EditionState.Draft => row.Edition.Authors.Contains(actor.AccountId ?? Guid.Empty),
            EditionState.Returned => actor.May(PublishingPermissions.Draft, organ),
            EditionState.Approved => row.Document.Attribute == DisclosureAttribute.Active ? actor.May(PublishingPermissions.Publish, organ) : row.Document.ReassessOn <= time.LocalDay() && actor.May(PublishingPermissions.ReviewContent, organ),
            _ => JudgingRights.All.Any(right => actor.May(right.Permission, organ) && !ReleaseGate.AgainstJudging(right.Kind, row.Edition, DocumentTypes.Of(row.Document.Type), reviews, actor.AccountId).Any()),
        };
    }

    private IQueryable<Row> Open(DeskFilter filter) =>
        from document in Seen(filter)
        join edition in db.Set<Edition>().AsNoTracking() on document.OpenEditionId equals edition.Id
        select new Row { Document = document, Edition = edition };

    private IQueryable<Row> Owed(DeskFilter filter) =>
        from edition in db.Set<Edition>().AsNoTracking()
        join document in Seen(filter) on edition.DocumentId equals document.Id
        where edition.ReviewAfterwardsBy != null && edition.ReviewedAfterwardsAt == null && document.PublicEditionId == edition.Id
        select new Row { Document = document, Edition = edition };

    private IQueryable<Row> Rows(DeskFilter filter)
    {
        var open = filter.Tab switch
        {
            DeskTab.Drafts => Open(filter).Where(row => Written.Contains(row.Edition.State)),
            DeskTab.InReview => Open(filter).Where(row => row.Edition.State == EditionState.InReview),
            DeskTab.Signed => Open(filter).Where(row => Signed.Contains(row.Edition.State) && row.Document.Attribute == DisclosureAttribute.Active),
            DeskTab.KeptBack => Open(filter).Where(row => row.Edition.State == EditionState.Approved && row.Document.Attribute != DisclosureAttribute.Active),
            _ => null,
        };
        if (open is not null) return Numbered(open, filter).OrderByDescending(row => row.Edition.Id);
        return filter.Tab == DeskTab.Public
            ? Numbered(from document in Seen(filter) join edition in db.Set<Edition>().AsNoTracking() on document.PublicEditionId equals edition.Id select new Row { Document = document, Edition = edition }, filter).OrderByDescending(row => row.Document.FirstPublishedAt)
            : Numbered(from document in Seen(filter).Where(one => one.WithdrawnAt != null) join edition in db.Set<Edition>().AsNoTracking() on new { document.Id, Number = document.Editions } equals new { Id = edition.DocumentId, edition.Number } select new Row { Document = document, Edition = edition }, filter).OrderByDescending(row => row.Document.WithdrawnAt);
    }

    private static IQueryable<Row> Numbered(IQueryable<Row> rows, DeskFilter filter) =>
        filter.Number is { Length: > 0 } number ? rows.Where(row => row.Edition.DocumentNumber == number || row.Document.IndexNumber == number) : rows;

    /// <summary>Documents of organs within the right.</summary>
    private IQueryable<Document> Seen(DeskFilter filter)
    {
        var all = db.Set<Document>().AsNoTracking();
        if (filter.Organ is { } one) all = all.Where(document => document.OrganId == one);
        if (db.Actor.MayEverywhere(PublishingPermissions.SeeDrafts)) return all;
        var within = db.Actor.ScopesOf(PublishingPermissions.SeeDrafts).Select(OrganId.From).ToList();
        return all.Where(document => within.Contains(document.OrganId));
    }

    private async Task<IReadOnlyList<DocumentLine>> Lines(IEnumerable<Row> rows, CancellationToken stop)
    {
        var shown = rows.ToList();
        var names = await organs.Find([.. shown.Select(row => row.Document.OrganId).Distinct()], time.LocalDay(), stop);
        return [.. shown.Select(row => new DocumentLine(
            row.Document.Id, row.Edition.Title, DocumentTypes.Of(row.Document.Type).Name, names.GetValueOrDefault(row.Document.OrganId)?.Name ?? "", row.Edition.State,
            row.Document.WithdrawnAt ?? row.Edition.PublishedAt ?? row.Edition.SubmittedAt ?? row.Edition.BegunAt, Note(row)))];
    }

    private string? Note(Row row) => (row switch
    {
        { Document.WithdrawnAt: not null } => row.Document.MergedIntoId is null ? words["已撤回"] : words["已合并"],
        { Edition.ReviewAfterwardsBy: { } by, Edition.ReviewedAfterwardsAt: null } => words["应急发布，{0} 前补审", Hour(by)],
        { Edition.PublishAt: { } at, Edition.State: EditionState.Scheduled } => words["定于 {0} 发布", Hour(at)],
        { Edition.ScheduleProblem: not null, Edition.State: EditionState.Approved } => words["没有按时发布"],
        { Document.ReassessOn: { } day, Document.Attribute: DisclosureAttribute.Withheld } => words["{0} 前重新评估", DateText.Day(day)],
        _ => null,
    })?.Value;

    private string Hour(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, time.LocalTimeZone).ToString("M月d日 HH:mm", CultureInfo.InvariantCulture);

    private sealed record Row
    {
        public required Document Document { get; init; }

        public required Edition Edition { get; init; }
    }
}
