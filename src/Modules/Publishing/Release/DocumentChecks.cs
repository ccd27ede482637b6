using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gongkai.Checks;
using Gongkai.Content.Writing;
using Gongkai.Platform.Data;
using Gongkai.Platform.Settings;
using Gongkai.Publishing.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Gongkai.Publishing.Release;

/// <summary>
/// Looks for what must not be published, in the head, the text and every attachment, hidden parts too: when a draft is handed in, for whoever reviews it,
/// and again at the moment of publication.
/// </summary>
internal sealed class DocumentChecks(Db db, FileReports files, SiteLists siteLists, SettingsStore settings, IStringLocalizer<Words> words)
{
    /// <summary>Most findings that are shown; a draft with more has other troubles.</summary>
    private const int Most = 500;

    /// <summary>Every reason against publishing it as it stands: one that counts what was found.</summary>
    public async Task<IReadOnlyList<Refusal>> Against(OpenedEdition opened, CancellationToken stop)
    {
        var stopping = (await Of(opened, stop)).Stopping;
        return stopping.Count == 0 ? [] : [new("publishing.findings-open") { Values = [stopping.Count, string.Join('、', stopping.Select(found => words[$"{found.Code}.name"].Value).Distinct().Take(5))] }];
    }

    /// <summary>Looks at a draft.</summary>
    public async Task<CheckReport> Of(OpenedEdition opened, CancellationToken stop)
    {
        var wanted = await settings.Get<PublishingSettings>(stop);
        var kept = await db.Set<KeptFinding>().AsNoTracking().Where(one => one.EditionId == opened.Edition.Id).OrderBy(one => one.Mark).Take(Most).ToDictionaryAsync(one => one.Mark, stop);
        var lists = siteLists.With(wanted.Words);
        List<Found> found = [.. await InHead(opened, lists, stop), .. InText(opened, lists)];
        foreach (var file in opened.Files) found.AddRange(await InFile(file, lists, stop));
        return new([.. found.DistinctBy(one => one.Mark)
            .Select(one => one with { IsBlocking = wanted.Blocking.Contains(one.Code), Kept = kept.GetValueOrDefault(one.Mark) })
            .OrderByDescending(one => one.Stops).Take(Most)]);
    }

    private async Task<IReadOnlyList<Found>> InHead(OpenedEdition opened, CheckLists lists, CancellationToken stop)
    {
        var (edition, list) = (opened.Edition, new List<Found>());
        list.AddRange(Numbered(TextChecks.Find(edition.Title, lists)).Select(one => Of(one.Finding, "title", words["标题"], one.Number)));
        var facts = new HeadFacts(edition.Title, edition.DocumentNumber.Length == 0 ? null : edition.DocumentNumber, edition.WrittenOn, null, edition.EffectiveOn, edition.ExpiresOn, opened.Files.Count(file => !file.IsPicture), []);
        list.AddRange(Numbered(HeadChecks.Find(facts, PlainText.Of(opened.Text.Body).Text)).Select(one => Of(one.Finding, "head", one.Finding.Place, one.Number)));
        if (edition.DocumentNumber.Length > 0 && await Twice(opened.Document, edition.DocumentNumber, stop)) list.Add(new("publishing.number-twice", Mark("number", edition.DocumentNumber), "", edition.DocumentNumber));
        return list;
    }

    private IEnumerable<Found> InText(OpenedEdition opened, CheckLists lists)
    {
        var text = PlainText.Of(opened.Text.Body);
        return Numbered(TextChecks.Find(text.Text, lists)).Select(one => Of(one.Finding, "text", words["正文第 {0} 段", text.BlockAt(one.Finding.Span.Start) + 1], one.Number) with { InText = one.Finding.Span });
    }

    private async Task<IReadOnlyList<Found>> InFile(Attachment file, CheckLists lists, CancellationToken stop)
    {
        var report = await files.Of(file.Name, file.Hash, lists, stop);
        var gaps = report.Gaps.Where(gap => !file.IsPicture || gap.Code != CheckCodes.Picture).Select(gap => new Found(gap.Code, Mark(file.Hash, gap.Code, gap.Place), PlaceIn(file, gap.Place), ""));
        return [.. Numbered(report.Findings).Select(one => Of(one.Finding, file.Hash, PlaceIn(file, one.Finding.Place), one.Number) with { Instead = null }), .. gaps];
    }

    private string PlaceIn(Attachment file, string place) => (file.IsPicture, place.Length) switch
    {
        (true, _) => words["正文图片“{0}” {1}", file.Name, place],
        (_, 0) => words["附件“{0}”", file.Name],
        _ => words["附件“{0}”，{1}", file.Name, place],
    };

    private Task<bool> Twice(Document document, string number, CancellationToken stop) => (
        from other in db.Set<Edition>()
        join owner in db.Set<Document>() on other.DocumentId equals owner.Id
        where other.DocumentNumber == number && owner.Id != document.Id && owner.MergedIntoId == null && other.State != EditionState.Discarded && other.State != EditionState.Superseded
        select other.Id).AnyAsync(stop);

    /// <summary>Findings, each with how many of the same kind and words came before it.</summary>
    private static IEnumerable<(Finding Finding, int Number)> Numbered(IReadOnlyList<Finding> findings) =>
        findings.GroupBy(one => (one.Code, one.Place, one.Shown)).SelectMany(same => same.Select((one, number) => (one, number)));

    /// <summary>The same thing at the same place of the same wording has the same mark, whatever stands around it.</summary>
    private static Found Of(Finding one, string source, string place, int number) => new(one.Code, Mark(source, one.Code, one.Place, one.Shown, number.ToString(CultureInfo.InvariantCulture)), place, one.Shown) { Instead = one.Instead };

    private static string Mark(params IEnumerable<string> parts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))).AsSpan(0, 12));
}
