using Gongkai.Plans.Blocks;

namespace Gongkai.Plans.Grammar;

/// <summary>Cuts the blocks of a document into lines and tables of the folded text.</summary>
internal static class LineReader
{
    /// <summary>Lines and tables in reading order; lines that a page broke in mid-sentence are one.</summary>
    public static (Script Script, List<Line> Lines) Read(SourceText source)
    {
        var script = Script.Of(source.Text);
        var lines = Cut(source, script);
        var joins = PageBreaks.Find(script, lines);
        if (joins.Count == 0) return (script, lines);
        script = script.Without(joins);
        return (script, Cut(source, script));
    }

    private static List<Line> Cut(SourceText source, Script script)
    {
        var lines = new List<Line>();
        if (source.Blocks.Count == 0) AddLines(lines, script, 0, script.Text.Length, false);
        foreach (var block in source.Blocks)
        {
            var (start, end) = (script.FromSource(block.Span.Start), script.FromSource(block.Span.End));
            if (block is Table table) lines.Add(new(start, end, Grid: Of(table, script, start, end)));
            else AddLines(lines, script, Math.Max(start, lines.Count > 0 ? lines[^1].End : 0), end, block is Paragraph { RightAligned: true });
        }

        return LineSplitter.Split(script, PipeRows(script, lines));
    }

    private static void AddLines(List<Line> lines, Script script, int start, int end, bool right)
    {
        var text = script.Text;
        while (start < end)
        {
            var stop = text.IndexOf('\n', start, end - start);
            if (stop < 0) stop = end;
            // a block whose break was taken out carries the line above on
            if (stop > start && start > 0 && lines.Count > 0 && lines[^1].End == start && text[start - 1] != '\n') lines[^1] = lines[^1] with { End = stop };
            else if (stop > start)
            {
                var (from, to) = Trim(text, start, stop);
                // a bar at a line's end closes a cell that stands on a line of its own
                if (to > from && stop - start - (to - from) <= 2 && text.IndexOf('|', from, to - from) < 0) lines.Add(new(from, to, right));
                else lines.Add(new(start, stop, right));
            }

            start = stop + 1;
        }
    }

    private static Grid Of(Table table, Script script, int start, int end)
    {
        var rows = new List<GridRow>(table.Rows.Count);
        foreach (var row in table.Rows)
        {
            var cells = new List<GridCell>(row.Cells.Count);
            foreach (var cell in row.Cells)
            {
                var (from, to) = Trim(script.Text, script.FromSource(cell.Span.Start), script.FromSource(cell.Span.End));
                cells.Add(new(from, to, cell.Column, cell.Columns, cell.Rows));
            }

            rows.Add(new(script.FromSource(row.Span.Start), script.FromSource(row.Span.End), cells));
        }

        return new(start, end, rows);
    }

    /// <summary>Lines such as <c>1 | 任务 | 单位 |</c> are rows of a table that a text lost.</summary>
    private static List<Line> PipeRows(Script script, List<Line> lines)
    {
        var result = new List<Line>(lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Grid is not null || PipesWithin(script, lines[i]) == 0)
            {
                result.Add(lines[i]);
                continue;
            }

            var rows = new List<GridRow>();
            var from = i;
            // a cell may run on over lines of its own: those without a bar belong to the row above while rows follow
            for (; i < lines.Count && lines[i].Grid is null && PipesWithin(script, lines[i]) > 0; i++)
                rows.Add(new(lines[i].Start, lines[i].End, Cells(script, lines[i])));
            i--;
            result.Add(new(lines[from].Start, lines[i].End, Grid: new(lines[from].Start, lines[i].End, rows)));
        }

        return result;
    }

    /// <summary>Number of bars that divide two cells of one line; 0 where the line is no row.</summary>
    private static int PipesWithin(Script script, Line line)
    {
        int bars = 0, filled = 0;
        var inCell = false;
        foreach (var c in line.Of(script))
        {
            if (c is '|' or '丨')
            {
                bars++;
                inCell = false;
            }
            else if (!inCell)
            {
                filled++;
                inCell = true;
            }
        }

        return bars >= 2 && filled >= 2 || bars >= 3 && filled >= 1 ? bars : 0;
    }

    private static List<GridCell> Cells(Script script, Line line)
    {
        var cells = new List<GridCell>();
        var from = line.Start;
        if (script.Text[from] == '|') from++;
        for (var (i, column) = (from, 0); i <= line.End; i++)
        {
            if (i < line.End && script.Text[i] != '|') continue;
            if (i == line.End && i == from) break;
            var (start, end) = Trim(script.Text, from, i);
            cells.Add(new(start, end, column++));
            from = i + 1;
        }

        return cells;
    }

    private static (int Start, int End) Trim(string text, int start, int end)
    {
        while (start < end && text[start] is '\n' or '|') start++;
        while (end > start && text[end - 1] is '\n' or '|') end--;
        return (start, end);
    }
}
