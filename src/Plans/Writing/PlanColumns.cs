using System.Globalization;

namespace Gongkai.Plans.Writing;

/// <summary>The columns that table, CSV and sheet share: a breakdown table (任务分解表).</summary>
internal static class PlanColumns
{
    /// <summary>Headings in order.</summary>
    public static readonly IReadOnlyList<string> Headings = ["序号", "章节", "任务内容", "牵头单位", "责任单位", "配合单位", "指导单位", "完成时限", "截止日期", "备注"];

    /// <summary>Place of the day column among the headings.</summary>
    public const int DayColumn = 8;

    /// <summary>The tasks to show: those of the narrative, and where there are none the table's.</summary>
    public static IReadOnlyList<PlanTask> Tasks(Plan plan) => plan.Tasks.Count > 0 ? plan.Tasks : plan.TableTasks;

    /// <summary>A task's cells as text, in the order of <see cref="Headings"/>.</summary>
    public static IReadOnlyList<string> Cells(Plan plan, PlanTask task) =>
    [
        task.Number.ToString(CultureInfo.InvariantCulture),
        string.Join(" / ", task.SectionPath),
        task.Text,
        Names(task, UnitRole.Lead),
        Names(task, UnitRole.Responsible),
        Names(task, UnitRole.Cooperating),
        Names(task, UnitRole.Guiding),
        string.Join('；', task.Limits.Select(limit => limit.Phrase).Distinct()),
        LastDay(task)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        Remark(plan, task),
    ];

    /// <summary>The last of the days that a task's limits name; null where they name none.</summary>
    public static DateOnly? LastDay(PlanTask task) => task.Limits.Where(limit => limit.Kind == LimitKind.Date).Select(limit => limit.Date).Max();

    private static string Names(PlanTask task, UnitRole role) =>
        string.Join('、', task.Units.Where(unit => unit.Role == role).Select(unit => unit.Duty is null ? unit.FullName : $"{unit.FullName}（{unit.Duty}）"));

    private static string Remark(Plan plan, PlanTask task)
    {
        var doubts = plan.Doubts.Count(doubt => doubt.Task == task.Number);
        var truncated = task.Truncated ? "原文在此中断" : "";
        var asked = doubts == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"待核对{doubts}处");
        return truncated.Length > 0 && asked.Length > 0 ? $"{truncated}；{asked}" : truncated + asked;
    }
}
