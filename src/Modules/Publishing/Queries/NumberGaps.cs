using Gongkai.Law.Wording;
using Gongkai.Organs.Contracts;
using Gongkai.Platform.Data;
using Gongkai.Publishing.Documents;
using Gongkai.Publishing.Numbers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing.Queries;

/// <summary>Series of document numbers with what became of each number (缺号管理).</summary>
internal sealed class NumberGaps(Db db)
{
    /// <summary>Most documents of an organ and year that are looked at.</summary>
    private const int Most = 6_000;

    /// <summary>The series of an organ in a year, by code.</summary>
    public async Task<IReadOnlyList<NumberSeries>> Of(OrganId organ, int year, CancellationToken stop)
    {
        var rows = await (
            from edition in db.Set<Edition>().AsNoTracking()
            join document in db.Set<Document>().AsNoTracking() on edition.DocumentId equals document.Id
            where document.OrganId == organ && edition.NumberYear == year && edition.State != EditionState.Discarded && edition.State != EditionState.Superseded
            orderby edition.Id
            select new { edition.DocumentNumber, edition.Title, edition.State, document.Id, document.Attribute, document.PublicEditionId, document.WithdrawnAt }).Take(Most).ToListAsync(stop);
        var notes = await db.Set<NumberNote>().AsNoTracking().Where(note => note.OrganId == organ && note.Year == year).OrderBy(note => note.Serial).Take(Most).ToListAsync(stop);
        var known = rows.Select(row => (Number: Parse(row.DocumentNumber), Row: row)).Where(one => one.Number?.Year == year)
            .Select(one => (one.Number!.Value.IssuerCode, Entry: new SeriesNumber(one.Number.Value.Serial, Standing(one.Row.PublicEditionId is not null, one.Row.WithdrawnAt is not null, one.Row.Attribute), one.Row.Id, one.Row.Title)))
            .OrderBy(one => one.Entry.Standing) // a public edition stands for the one that is being revised
            .Concat(notes.Select(note => (IssuerCode: note.Code, Entry: new SeriesNumber(note.Serial, note.Fate == NumberFate.Void ? NumberStanding.Void : NumberStanding.KeptBack, null, note.Reason))));
        return [.. known.GroupBy(one => one.IssuerCode).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => NumberSeries.Of(group.Key, year, group.Select(one => one.Entry)))];
    }

    private static NumberStanding Standing(bool isPublic, bool isWithdrawn, DisclosureAttribute attribute) =>
        isPublic ? NumberStanding.Public : attribute != DisclosureAttribute.Active ? NumberStanding.KeptBack : isWithdrawn ? NumberStanding.Withdrawn : NumberStanding.UnderWay;

    private static DocumentNumber? Parse(string text) => DocumentNumber.TryParse(text, out var number) ? number : null;
}
