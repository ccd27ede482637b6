using Gongkai.Law.CivilCode;
using Gongkai.Organs.Contracts;
using Gongkai.Platform.Data;
using Gongkai.Publishing.CleanUps;
using Gongkai.Publishing.Contracts;
using Gongkai.Publishing.Documents;
using Gongkai.Publishing.Library;
using Gongkai.Publishing.Types;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing.Queries;

/// <summary>What a public document does to another, with its address.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="From">First day on which it holds.</param>
/// <param name="Number">Number of the document that it is done to.</param>
/// <param name="By">Title of the document that does it.</param>
/// <param name="Address">Address part of that one.</param>
internal sealed record KnownEffect(EffectKind Kind, DateOnly From, string Number, string By, string Address);

/// <summary>A document of the library.</summary>
internal sealed record LibraryLine(PublicLine Line, DateOnly? WrittenOn, DateOnly? EffectiveOn, DateOnly? ExpiresOn, Validity Validity);

/// <summary>What is asked of the library.</summary>
/// <param name="Day">The day whose state of things is shown.</param>
/// <param name="Organ">Of one organ.</param>
/// <param name="Type">Key of a type.</param>
/// <param name="Holds">True for what holds that day, false for what does not any more, null for both.</param>
internal sealed record LibraryFilter(DateOnly Day, OrganId? Organ = null, string? Type = null, bool? Holds = null);

/// <summary>Rules and normative documents with their validity over time (规章规范性文件库).</summary>
internal sealed class PolicyLibrary(Db db, TimeProvider time)
{
    public const int Size = 30;

    private const int MostEffects = 1_000;

    private static readonly List<string> Types = [.. DocumentTypes.All.Where(type => type.HasValidity).Select(type => type.Key)];

    /// <summary>A stretch of the library, the newest first, and one more where there is more.</summary>
    /// <param name="filter">What is asked.</param>
    /// <param name="before">Instant of the last one shown before; null for the beginning.</param>
    /// <param name="stop">Stops the queries.</param>
    public async Task<IReadOnlyList<LibraryLine>> List(LibraryFilter filter, DateTimeOffset? before, CancellationToken stop)
    {
        var day = filter.Day;
        var end = time.InstantAt(day, TimeOnly.MaxValue);
        var rows = from document in db.Set<Document>().AsNoTracking()
                   join edition in db.Set<Edition>().AsNoTracking() on document.PublicEditionId equals edition.Id
                   where Types.Contains(document.Type) && document.FirstPublishedAt < end
                   select new { document, edition };
        if (filter.Organ is { } organ) rows = rows.Where(row => row.document.OrganId == organ);
        if (filter.Type is { } type) rows = rows.Where(row => row.document.Type == type);
        if (before is { } instant) rows = rows.Where(row => row.document.FirstPublishedAt < instant);
        var ending = Ending(day);
        if (filter.Holds == true) rows = rows.Where(row => (row.edition.ExpiresOn == null || row.edition.ExpiresOn >= day) && !ending.Contains(row.edition.DocumentNumber));
        if (filter.Holds == false) rows = rows.Where(row => row.edition.ExpiresOn < day || ending.Contains(row.edition.DocumentNumber));
        var found = await rows.OrderByDescending(row => row.document.FirstPublishedAt).Take(Size + 1)
            .Select(row => new { Line = new PublicLine(row.document.Address!, row.edition.Title, row.document.Type, row.document.OrganId, row.edition.DocumentNumber, row.document.FirstPublishedAt!.Value), row.edition.WrittenOn, row.edition.EffectiveOn, row.edition.ExpiresOn }).ToListAsync(stop);
        var effects = (await EffectsOn([.. found.Select(row => row.Line.Number)], stop)).ToLookup(effect => effect.Number);
        return [.. found.Select(row => new LibraryLine(row.Line, row.WrittenOn, row.EffectiveOn, row.ExpiresOn, ValidityRule.Of(row.EffectiveOn, row.ExpiresOn, effects[row.Line.Number].Select(effect => (effect.Kind, effect.From)), day)))];
    }

    /// <summary>What public documents do to those of these numbers, the earliest first.</summary>
    public async Task<IReadOnlyList<KnownEffect>> EffectsOn(IReadOnlyCollection<string> numbers, CancellationToken stop)
    {
        var named = numbers.Where(number => number.Length > 0).Distinct().ToList();
        if (named.Count == 0) return [];
        return await (
            from effect in db.Set<Effect>().AsNoTracking()
            join source in db.Set<Document>().AsNoTracking() on effect.SourceId equals source.Id
            join edition in db.Set<Edition>().AsNoTracking() on source.PublicEditionId equals edition.Id
            where named.Contains(effect.TargetNumber)
            orderby effect.From, effect.Id
            select new KnownEffect(effect.Kind, effect.From, effect.TargetNumber, edition.Title, source.Address!)).Take(MostEffects).ToListAsync(stop);
    }

    /// <summary>Documents of an organ that have validity and hold today, by number: what a round of cleaning up looks through.</summary>
    /// <param name="organ">Whose.</param>
    /// <param name="most">Most documents.</param>
    /// <param name="stop">Stops the query.</param>
    public async Task<IReadOnlyList<(DocumentId Id, string Number, string Title)>> Holding(OrganId organ, int most, CancellationToken stop)
    {
        var today = time.LocalDay();
        var ending = Ending(today);
        var found = await (from document in db.Set<Document>().AsNoTracking()
                           join edition in db.Set<Edition>().AsNoTracking() on document.PublicEditionId equals edition.Id
                           where document.OrganId == organ && document.Type != CleanUpResult.Type && Types.Contains(document.Type) && (edition.ExpiresOn == null || edition.ExpiresOn >= today) && !ending.Contains(edition.DocumentNumber)
                           orderby edition.DocumentNumber, document.Id
                           select new { document.Id, edition.DocumentNumber, edition.Title }).Take(most).ToListAsync(stop);
        return found.ConvertAll(row => (row.Id, row.DocumentNumber, row.Title));
    }

    /// <summary>Documents that lose their force within some months, the nearest first: to be renewed, replaced or let go.</summary>
    /// <param name="months">How far to look.</param>
    /// <param name="within">Organs; null for all.</param>
    /// <param name="most">Most documents.</param>
    /// <param name="stop">Stops the query.</param>
    public async Task<IReadOnlyList<(DocumentId Id, string Title, OrganId Organ, DateOnly ExpiresOn)>> Expiring(int months, IReadOnlyCollection<OrganId>? within, int most, CancellationToken stop)
    {
        var today = time.LocalDay();
        var last = Article202CorrespondingDay.LastDay(today, months);
        var ending = Ending(today);
        var rows = from document in db.Set<Document>().AsNoTracking()
                   join edition in db.Set<Edition>().AsNoTracking() on document.PublicEditionId equals edition.Id
                   where Types.Contains(document.Type) && edition.ExpiresOn >= today && edition.ExpiresOn <= last && !ending.Contains(edition.DocumentNumber)
                   select new { document, edition };
        if (within is not null) rows = rows.Where(row => within.Contains(row.document.OrganId));
        var found = await rows.OrderBy(row => row.edition.ExpiresOn).ThenBy(row => row.document.Id).Take(most).Select(row => new { row.document.Id, row.edition.Title, row.document.OrganId, row.edition.ExpiresOn }).ToListAsync(stop);
        return found.ConvertAll(row => (row.Id, row.Title, row.OrganId, row.ExpiresOn!.Value));
    }

    /// <summary>Numbers of documents that something public has ended by a day.</summary>
    private IQueryable<string> Ending(DateOnly day) =>
        from effect in db.Set<Effect>()
        join source in db.Set<Document>() on effect.SourceId equals source.Id
        where effect.Kind != EffectKind.Amends && effect.From <= day && source.PublicEditionId != null
        select effect.TargetNumber;
}
