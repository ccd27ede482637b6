using Gongkai.Duties.Queries;
using Gongkai.Plans.Writing;
using Microsoft.Extensions.Localization;

namespace Gongkai.Duties.Export;

/// <summary>Lays the ledger (台账) out as a workbook.</summary>
internal static class LedgerSheet
{
    private static readonly SheetColumn[] Columns =
    [
        new("序号", 6), new("章节", 24), new("小节", 22), new("任务内容", 56), new("承担单位", 22), new("角色", 10), new("来源单位组", 14), new("单位分工", 26),
        new("完成时限", 22), new("下一期限", 16), new("状态", 10), new("已落实期数", 11), new("其中逾期", 10), new("未落实期数", 11), new("待审佐证", 10),
    ];

    /// <summary>Writes lines of the ledger.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="asOf">Day of the states.</param>
    /// <param name="lines">Lines in order.</param>
    /// <param name="words">Words of states and roles.</param>
    /// <param name="output">Takes the workbook; left open.</param>
    public static void Write(PlanCard plan, DateOnly asOf, IEnumerable<LedgerLine> lines, IStringLocalizer words, Stream output) =>
        new Sheet("台账", $"《{plan.Title}》落实台账（截至{LetterFile.Day(asOf)}）", Columns).Write(lines.Select(line => Cells(line, words)), output);

    private static IReadOnlyList<SheetCell> Cells(LedgerLine line, IStringLocalizer words) =>
    [
        SheetCell.Of(line.Number),
        SheetCell.Of(line.Chapter),
        SheetCell.Of(line.Section),
        SheetCell.Of(line.Text),
        SheetCell.Of(line.Organ),
        SheetCell.Of(words[$"role.{line.Role}"]),
        SheetCell.Of(line.Group ?? ""),
        SheetCell.Of(line.Share ?? ""),
        SheetCell.Of(LimitsOf(line, words)),
        SheetCell.Of(line.Facts is { Waived: false, Answers: true } ? line.Facts.NextDueOn : null),
        SheetCell.Of(words[$"state.{line.State}"]),
        SheetCell.Of(line.Facts.MetCount),
        SheetCell.Of(line.Facts.MetLateCount),
        SheetCell.Of(line.Facts.OpenCount),
        SheetCell.Of(line.Waiting),
    ];

    private static string LimitsOf(LedgerLine line, IStringLocalizer words)
    {
        var written = line.Limits.Where(limit => limit.Length > 0).Distinct().ToList();
        return written.Count == 0 ? words["年度内"] : string.Join('；', written);
    }
}
