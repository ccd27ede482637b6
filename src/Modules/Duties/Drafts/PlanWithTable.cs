using Gongkai.Plans.Blocks;

namespace Gongkai.Duties.Drafts;

/// <summary>
/// Lays a breakdown table (任务分解表) that came as a file of its own behind the plan it belongs to, as offices do when they print both.
/// The reader then pairs rows with tasks and doubts every difference just as in a plan that holds its own table.
/// </summary>
internal static class PlanWithTable
{
    /// <summary>One text of both, the table after the plan; spans of the table's blocks are moved behind the plan's text.</summary>
    public static SourceText Join(SourceText plan, SourceText table)
    {
        var by = plan.Text.Length + 1;
        return new(
            plan.Name,
            $"{plan.Text}\n{table.Text}",
            [.. plan.Blocks, .. table.Blocks.Select(block => Moved(block, by))],
            [.. plan.Doubts, .. table.Doubts.Select(doubt => doubt with { Span = Moved(doubt.Span, by) })]);
    }

    private static Block Moved(Block block, int by) => block switch
    {
        Table table => table with { Span = Moved(table.Span, by), Rows = [.. table.Rows.Select(row => Moved(row, by))] },
        _ => block with { Span = Moved(block.Span, by) },
    };

    private static TableRow Moved(TableRow row, int by) =>
        row with { Span = Moved(row.Span, by), Cells = [.. row.Cells.Select(cell => cell with { Span = Moved(cell.Span, by) })] };

    private static TextSpan Moved(TextSpan span, int by) => span with { Start = span.Start + by };
}
