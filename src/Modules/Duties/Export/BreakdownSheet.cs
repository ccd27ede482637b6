using Gongkai.Duties.Queries;
using Gongkai.Plans;
using Gongkai.Plans.Writing;
using Microsoft.Extensions.Localization;

namespace Gongkai.Duties.Export;

/// <summary>Lays an adopted plan out as a breakdown table (任务分解表): one line a task, organs by role.</summary>
internal static class BreakdownSheet
{
    private static readonly SheetColumn[] Columns =
    [
        new("序号", 6), new("章节", 28), new("任务内容", 60), new("牵头单位", 22), new("责任单位", 22), new("配合单位", 18), new("指导单位", 18),
        new("完成时限", 22), new("截止日期", 16), new("备注", 22),
    ];

    /// <summary>Writes a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="tasks">Its tasks in order.</param>
    /// <param name="words">Words of the module.</param>
    /// <param name="output">Takes the workbook; left open.</param>
    public static void Write(PlanCard plan, IEnumerable<PublicTask> tasks, IStringLocalizer words, Stream output) =>
        new Sheet("任务分解表", $"{plan.Title}任务分解表", Columns).Write(tasks.Select(task => Cells(task, words)), output);

    private static IReadOnlyList<SheetCell> Cells(PublicTask task, IStringLocalizer words) =>
    [
        SheetCell.Of(task.Number),
        SheetCell.Of(task.Section.Length > 0 ? $"{task.Chapter} / {task.Section}" : task.Chapter),
        SheetCell.Of(task.Text),
        SheetCell.Of(Names(task, UnitRole.Lead)),
        SheetCell.Of(Names(task, UnitRole.Responsible)),
        SheetCell.Of(Names(task, UnitRole.Cooperating)),
        SheetCell.Of(Names(task, UnitRole.Guiding)),
        SheetCell.Of(task.GoverningLimits.Any() ? string.Join('；', task.GoverningLimits.Distinct()) : words["年度内"]),
        SheetCell.Of(task.LastDay),
        SheetCell.Of(Remark(task)),
    ];

    /// <summary>Organs of a role; a collective name stands for its members, as the plan wrote it.</summary>
    private static string Names(PublicTask task, UnitRole role) => string.Join('、', task.Lines
        .Where(line => line.Role == role && line.WaivedReason is null)
        .Select(line => line.Group ?? (line.Share is { Length: > 0 } share ? $"{line.Organ.Name}（{share}）" : line.Organ.Name)).Distinct());

    private static string Remark(PublicTask task) => string.Join('；', task.Lines
        .Where(line => line.WaivedReason is not null).Select(line => $"{line.Organ.Name}已免除：{line.WaivedReason}"));
}
