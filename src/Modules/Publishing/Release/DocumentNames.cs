using System.Globalization;
using Gongkai.Organs.Contracts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Settings;
using Gongkai.Publishing.Documents;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing.Release;

/// <summary>Gives a document its address and its index number when it is public for the first time. Neither is ever given twice.</summary>
internal sealed class DocumentNames(Db db, SettingsStore settings)
{
    /// <summary>Names a document; one that is named keeps its names.</summary>
    /// <param name="document">The document.</param>
    /// <param name="organ">Who publishes it.</param>
    /// <param name="on">Day of its first publication.</param>
    /// <param name="stop">Stops before anything is counted.</param>
    /// <remarks>Within a transaction that the act began: until it ends nobody else gets a number of this organ and year.</remarks>
    public async Task Name(Document document, OrganCard organ, DateOnly on, CancellationToken stop)
    {
        if (document.Address is not null) return;
        var number = await Next(organ.Id, on.Year, stop);
        var template = (await settings.Get<PublishingSettings>(stop)).IndexNumber;
        document.Name(document.WishedAddress ?? string.Create(CultureInfo.InvariantCulture, $"{organ.Key}-{on.Year}-{number}"), Fill(template, organ.Key, on, number));
    }

    /// <summary>Fills a template in.</summary>
    internal static string Fill(string template, string organ, DateOnly on, int number)
    {
        var text = template.Replace("{organ}", organ, StringComparison.Ordinal)
            .Replace("{year}", on.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{month}", on.Month.ToString("D2", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{number}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        for (var digits = 1; digits <= 9; digits++) text = text.Replace($"{{number:{digits}}}", number.ToString("D" + digits, CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return text;
    }

    private async Task<int> Next(OrganId organ, int year, CancellationToken stop)
    {
        var counted = await db.Set<DocumentSeries>().Where(series => series.OrganId == organ && series.Year == year).ExecuteUpdateAsync(set => set.SetProperty(series => series.Last, series => series.Last + 1), stop);
        if (counted == 1) return await db.Set<DocumentSeries>().Where(series => series.OrganId == organ && series.Year == year).Select(series => series.Last).SingleAsync(stop);
        if (db.Set<DocumentSeries>().Local.FirstOrDefault(series => series.OrganId == organ && series.Year == year) is { } begun) return begun.Grow();
        db.Add(new DocumentSeries(organ, year)); // the second who begins one at the same moment breaks its key, and is told to try again
        return 1;
    }
}
