namespace Gongkai.Plans.Writing;

/// <summary>Writes the tasks of a plan as a breakdown table (任务分解表) in XLSX for WPS and Excel.</summary>
public static class PlanSheet
{
    private static readonly double[] Widths = [6, 28, 60, 22, 22, 18, 18, 22, 13, 18];

    /// <summary>Writes one plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="output">Takes the workbook; left open.</param>
    public static void Write(Plan plan, Stream output)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var columns = PlanColumns.Headings.Zip(Widths, (heading, width) => new SheetColumn(heading, width));
        new Sheet("任务分解表", plan.Title ?? plan.Source.Name, [.. columns]).Write(PlanColumns.Tasks(plan).Select(task => Cells(plan, task)), output);
    }

    private static IReadOnlyList<SheetCell> Cells(Plan plan, PlanTask task) => [.. PlanColumns.Cells(plan, task).Select((text, i) => i switch
    {
        0 => SheetCell.Of(task.Number),
        PlanColumns.DayColumn => SheetCell.Of(PlanColumns.LastDay(task)),
        _ => SheetCell.Of(text),
    })];
}
