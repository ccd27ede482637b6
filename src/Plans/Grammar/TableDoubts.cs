using Gongkai.Plans.Grammar.Limits;

namespace Gongkai.Plans.Grammar;

/// <summary>Compares a breakdown table with the narrative it repeats and notes where the two differ.</summary>
internal sealed class TableDoubts(AsWritten written, DoubtFinder doubts, TaskMaker maker)
{
    /// <summary>Compares row by row.</summary>
    /// <param name="narrative">The tasks of the text.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="matches">For each row the index of the task it repeats; null where none.</param>
    public void Compare(List<Passage> narrative, List<Passage> rows, List<int?> matches)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            var place = (rows[i].Start, Math.Min(rows[i].End, rows[i].Start + 30));
            if (matches[i] is not { } task)
            {
                doubts.Add(DoubtCodes.RowUnmatched, place, []);
                continue;
            }

            Limits(narrative[task], rows[i], task + 1);
            Units(narrative[task], rows[i], task + 1);
        }
    }

    private void Limits(Passage task, Passage row, int number)
    {
        var inText = maker.Limits(task);
        var inRow = maker.Limits(row);
        foreach (var limit in inRow)
            if (limit.Aspects is { } aspects)
                doubts.Add(DoubtCodes.QuotaAmbiguous, (limit.Start, limit.End), [written.Text(limit.Start, limit.End), Text(aspects), Text(limit.MinCount ?? 1)], number);
        if (inText.Count == 0 || inRow.Count == 0 || inText.Exists(a => inRow.Exists(b => Same(a, b)))) return;
        doubts.Add(DoubtCodes.RowLimitsDiffer, (inText[0].Start, inText[0].End), [written.Text(inText[0].Start, inText[0].End), written.Text(inRow[0].Start, inRow[0].End)], number);
    }

    private static string Text(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static bool Same(FoundLimit a, FoundLimit b) =>
        a.Kind == b.Kind && a.Date == b.Date && a.Recurrence == b.Recurrence && a.Days == b.Days && a.Hours == b.Hours;

    private void Units(Passage task, Passage row, int number)
    {
        var named = task.Assignments.SelectMany(a => a.Units).Select(u => Core(u.Start, u.End)).ToHashSet(StringComparer.Ordinal);
        if (named.Count == 0) return;
        // 市直部门 and 市直有关部门 are one group: only bodies with a name of their own are compared
        foreach (var unit in row.Assignments.SelectMany(a => a.Units))
            if (Core(unit.Start, unit.End) is { Length: > 0 } core && !named.Contains(core) && !named.Any(n => n.Contains(core, StringComparison.Ordinal) || core.Contains(n, StringComparison.Ordinal)))
                doubts.Add(DoubtCodes.RowUnitsDiffer, (unit.Start, unit.End), [written.Text(unit.Start, unit.End)], number);
    }

    private string Core(int start, int end)
    {
        var name = written.Script.Text[start..end];
        return name.Contains("部门", StringComparison.Ordinal) || name.Contains('镇') || name.Contains("街道", StringComparison.Ordinal) || name.Contains("单位", StringComparison.Ordinal) || name.StartsWith('各') ? "" : name;
    }
}
