using System.Globalization;
using Gongkai.Duties.Queries;
using Gongkai.Law.Wording;
using Gongkai.Plans.Writing;

namespace Gongkai.Duties.Export;

/// <summary>Words the supervision bulletin (通报) of a month as an official letter.</summary>
internal static class BulletinLetter
{
    private const int LongestText = 70;

    /// <summary>The letter.</summary>
    /// <param name="bulletin">What happened in the month.</param>
    /// <param name="date">The day it bears.</param>
    /// <param name="office">The office that signs where the plan names none.</param>
    public static Letter Of(BulletinView bulletin, DateOnly date, string? office)
    {
        var issuer = bulletin.Plan.Issuer.Length > 0 ? bulletin.Plan.Issuer : office;
        var month = bulletin.Month.First.ToString("yyyy年M月", CultureInfo.InvariantCulture);
        var head = string.IsNullOrEmpty(issuer) ? "" : issuer + "\n";
        return new($"{head}关于{month}政务公开工作要点\n落实情况的通报", [.. Body(bulletin)], issuer, date);
    }

    private static IEnumerable<LetterBlock> Body(BulletinView bulletin)
    {
        yield return new LetterParagraph(Summary(bulletin));
        var number = 0;
        if (bulletin.Rows.Count > 0)
        {
            yield return Heading(++number, "各单位落实情况");
            yield return Organs(bulletin);
        }
        foreach (var (title, items, isOpen) in new[] { ("本月到期尚未落实的任务", bulletin.Open, true), ("本月逾期落实的任务", bulletin.Late, false), ("以前到期仍未落实的任务", bulletin.EarlierOpen, true) })
        {
            if (items.Count == 0) continue;
            yield return Heading(++number, title);
            yield return Items(items, isOpen);
        }
        if (bulletin.Open.Count + bulletin.EarlierOpen.Count > 0)
            yield return new LetterParagraph("请有未落实任务的单位抓紧办理，办结后及时报送佐证；确有困难的，书面说明原因和预计完成时间。");
    }

    private static string Summary(BulletinView bulletin)
    {
        var number = string.IsNullOrEmpty(bulletin.Plan.DocumentNumber) ? "" : $"（{bulletin.Plan.DocumentNumber}）";
        var month = bulletin.Month.First.Month;
        var earlier = bulletin.EarlierOpen.Count == 0 ? "此前到期的任务均已落实。" : string.Create(CultureInfo.InvariantCulture, $"此前到期仍未落实的{bulletin.EarlierOpen.Count}项次。");
        var due = bulletin.Due == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{month}月没有到期的任务。")
            : string.Create(CultureInfo.InvariantCulture, $"{month}月到期的任务共{bulletin.Due}项次：按期落实{bulletin.InTime}项次，占{100 * bulletin.InTime / bulletin.Due}%；逾期落实{bulletin.Late.Count}项次；尚未落实{bulletin.Open.Count}项次。");
        return $"现将《{bulletin.Plan.Title}》{number}的落实情况通报如下。截至{LetterFile.Day(bulletin.AsOf)}，{due}{earlier}";
    }

    private static LetterHeading Heading(int number, string title) => new($"{ChineseNumerals.Write(number)}、{title}");

    private static LetterTable Organs(BulletinView bulletin) => new(
        [new("单位", 36), new("到期", 12, Centred: true), new("按期落实", 14, Centred: true), new("逾期落实", 14, Centred: true), new("尚未落实", 14, Centred: true), new("退回佐证", 14, Centred: true)],
        [.. bulletin.Rows.Select(row => (IReadOnlyList<string>)[row.Organ, Text(row.Due), Text(row.InTime), Text(row.Late), Text(row.Open), Text(row.Returned)])]);

    private static LetterTable Items(IReadOnlyList<BulletinItem> items, bool isOpen) => new(
        [new("序号", 8, Centred: true), new("任务", 41), new("单位", 22), new("期限", 16, Centred: true), new(isOpen ? "超期天数" : "迟交天数", 13, Centred: true)],
        [.. items.Select(item => (IReadOnlyList<string>)[Text(item.Number), Excerpt.Of(item.Text, LongestText), item.Organ, DueOf(item), Text(item.DaysLate)])]);

    private static string DueOf(BulletinItem item) =>
        item.DueOn.ToString("M月d日", CultureInfo.InvariantCulture) + (item.Label is { Length: > 0 } label ? $"（{label}）" : "");

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
