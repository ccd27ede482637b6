using Gongkai.Duties.Contracts;
using Gongkai.Law.Limits;
using Gongkai.Platform.Data;
using Gongkai.Platform.Settings;
using Gongkai.Publishing.Contracts;
using Gongkai.Publishing.Documents;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing.Release;

/// <summary>
/// Interpretation in step (同步解读): a policy becomes public together with the document that explains it, or with a day by which that one is promised.
/// </summary>
internal sealed class InStep(Db db, DocumentStore store, IWorkCalendars calendars, SettingsStore settings, TimeProvider time)
{
    /// <summary>Most documents that explain one: text, card, questions, film.</summary>
    private const int Most = 20;

    /// <summary>The last day that may be promised today.</summary>
    public async Task<DateOnly> LatestPromise(CancellationToken stop)
    {
        var days = (await settings.Get<PublishingSettings>(stop)).InterpretationDays;
        return Limit.LastDay(time.LocalDay(), new(days, PeriodUnit.WorkingDays), await calendars.Current(stop)).Day;
    }

    /// <summary>Every reason against a document becoming public without its counterpart.</summary>
    /// <param name="opened">The edition that is to be public.</param>
    /// <param name="together">Editions that become public with it.</param>
    /// <param name="stop">Stops the queries.</param>
    public async Task<IReadOnlyList<Refusal>> Against(OpenedEdition opened, IReadOnlyList<OpenedEdition> together, CancellationToken stop)
    {
        var document = opened.Document;
        if (opened.Type.Explains && document.ExplainsId is null) return [new("publishing.explains-missing")];
        if (opened.Type.Explains && await IsHidden(document.ExplainsId!.Value, together, stop)) return [new("publishing.explained-not-public")];
        if (!opened.Type.IsPolicy || document.FirstPublishedAt is not null || together.Any(other => other.Document.ExplainsId == document.Id)) return [];
        if (await db.Set<Document>().AnyAsync(other => other.ExplainsId == document.Id && other.PublicEditionId != null, stop)) return [];
        if (document.InterpretationBy is not { } by) return [new("publishing.interpretation-missing")];
        if (by < time.LocalDay()) return [new("publishing.promise-past")];
        var latest = await LatestPromise(stop);
        return by > latest ? [new("publishing.promise-too-late") { Values = [latest] }] : [];
    }

    /// <summary>Documents that explain this one and are signed: they become public with it.</summary>
    public async Task<IReadOnlyList<OpenedEdition>> Companions(Document document, CancellationToken stop)
    {
        var ready =
            from other in db.Set<Document>()
            join edition in db.Set<Edition>() on other.OpenEditionId equals edition.Id
            where other.ExplainsId == document.Id && other.OrganId == document.OrganId && other.Attribute == DisclosureAttribute.Active && edition.State == EditionState.Approved
            orderby edition.Id
            select new { other, edition.Id };
        var companions = new List<OpenedEdition>();
        foreach (var one in await ready.Take(Most).ToListAsync(stop)) companions.Add(await store.Open(one.other, one.Id, stop));
        return companions;
    }

    private async Task<bool> IsHidden(DocumentId explained, IReadOnlyList<OpenedEdition> together, CancellationToken stop) =>
        !together.Any(other => other.Document.Id == explained) && !await db.Set<Document>().AnyAsync(other => other.Id == explained && other.PublicEditionId != null, stop);
}
