using System.Buffers;
using Gongkai.Plans.Grammar.Tables;

namespace Gongkai.Plans.Grammar;

/// <summary>Finds the plan among notice, titles, print block and page furniture.</summary>
internal sealed class BodyFinder(Script script)
{
    private static readonly string[] TitleEndings = ["要点", "方案", "分工", "安排", "计划", "分解表", "清单", "意见", "任务", "措施", "办法", "台账", "任务表", "一览表", "责任表", "细则", "规划", "分工表", "制度", "要求", "重点", "通知", "规定"];

    private static readonly string[] Openings = ["为", "根据", "按照", "依据", "现将", "今年", "以", "全面贯彻", "深入贯彻", "经", "遵照", "围绕"];

    private static readonly SearchValues<char> Marks = SearchValues.Create("。:;,、)》");

    /// <summary>Sorts the lines.</summary>
    public Body Find(IReadOnlyList<Line> lines)
    {
        var body = new Body();
        var kept = new List<Line>(lines.Count);
        var printed = false;
        foreach (var line in lines)
        {
            // behind 抄送 the copies go on over lines of their own, up to an attachment
            printed = printed ? line.Grid is null && !LooksLikeTitle(line) && !line.Of(script).StartsWith("附件") : line.Grid is null && kept.Count > 8 && (line.Of(script).StartsWith("抄送") || line.Of(script).StartsWith("抄报"));
            if (printed || line.Grid is null && (Furniture.IsLine(script, line) || IsBar(line))) body.Furniture.Add(line);
            else kept.Add(line);
        }

        kept = new FlatTables(script, null).Rebuild(kept);
        PutAsideIndexBlocks(kept, body);
        var title = TitleAt(kept);
        if (title >= 0) body.Title = (kept[TitleStart(kept, title)].Start, kept[title].End);
        var start = FirstOfBody(kept, title);
        for (var i = 0; i < start; i++) body.Front.Add(kept[i]);
        var attachments = false;
        var tail = Tail(kept, start);
        for (var i = start; i < kept.Count; i++)
        {
            var line = kept[i];
            var closing = i >= tail || line.Grid is null && IsClosing(line, kept, i, ref attachments);
            (closing ? body.Back : body.Lines).Add(line);
        }

        return body;
    }

    private bool IsBar(Line line) => line.Of(script).IndexOfAnyExcept('|', '丨') < 0;

    /// <summary>A table before the first task that has no columns of a breakdown table is the index block of a page.</summary>
    private void PutAsideIndexBlocks(List<Line> lines, Body body)
    {
        for (var i = 0; i < lines.Count && i < 60; i++)
        {
            if (lines[i].Grid is not { } grid)
            {
                if (Numbering.Read(script.Text, lines[i].Start, lines[i].End).Mark is Mark.Han or Mark.Part or Mark.HanBracket) return;
                continue;
            }

            if (IsBreakdown(grid)) return;
            foreach (var row in grid.Rows) body.Furniture.Add(new(row.Start, row.End));
            lines.RemoveAt(i--);
        }
    }

    private bool IsBreakdown(Grid grid) =>
        grid.Rows.Take(6).Any(r => Columns.IsHeader([.. r.Cells.Where(c => !c.Empty).Select(c => Columns.Of(script.Text.AsSpan(c.Start, c.Length)))]))
        || (grid.Rows.Count >= 3 && grid.Rows.SelectMany(r => r.Cells).Any(c => c.Length > 20 && !script.Text.AsSpan(c.Start, c.Length).Contains(':')));

    /// <summary>The last line before the first heading that reads like the title of a plan; -1 where none does.</summary>
    private int TitleAt(List<Line> lines)
    {
        var found = -1;
        for (var i = 0; i < Math.Min(lines.Count, 60); i++)
        {
            if (lines[i].Grid is not null) break;
            if (Numbering.Read(script.Text, lines[i].Start, lines[i].End).Mark is Mark.Han or Mark.Part or Mark.HanBracket && found >= 0) break;
            if (LooksLikeTitle(lines[i])) found = found < 0 || !IsNotice(lines[i]) || IsNotice(lines[found]) ? i : found;
        }

        return found;
    }

    /// <summary>A title broken in two lines begins with the line above where that is half a title itself.</summary>
    private int TitleStart(List<Line> lines, int title)
    {
        if (title == 0 || lines[title].Length > 14 || lines[title - 1].Grid is not null || lines[title].Of(script).IndexOf("20", StringComparison.Ordinal) >= 0) return title;
        var above = lines[title - 1].Of(script);
        return above.Length is >= 6 and <= 40 && above.IndexOfAny(Marks) < 0 && !IsDate(above) && !UnitNames.EndsLikeName(above) && !above.EndsWith("号") ? title - 1 : title;
    }

    private bool IsNotice(Line line) => line.Of(script).EndsWith("通知") || line.Of(script).EndsWith("函");

    private bool LooksLikeTitle(Line line)
    {
        if (line.Length is < 6 or > 80) return false;
        var text = line.Of(script).TrimEnd("》)");
        if (text.IndexOfAny('。', ';') >= 0 || text.StartsWith("附件") || text.Contains(':')) return false;
        if (line.Of(script).EndsWith(")") && text.LastIndexOf('(') is var open and > 6) text = text[..open];
        foreach (var ending in TitleEndings)
            if (text.EndsWith(ending, StringComparison.Ordinal)) return text.IndexOf("公开", StringComparison.Ordinal) >= 0 || text.IndexOf("政务", StringComparison.Ordinal) >= 0 || ending is "方案" or "要点" or "计划" or "通知" or "分解表" or "分工";
        return false;
    }

    private int FirstOfBody(List<Line> lines, int title)
    {
        var from = Math.Max(0, title + 1);
        for (var i = from; i < lines.Count; i++)
        {
            if (lines[i].Grid is not null) return i;
            var mark = Numbering.Read(script.Text, lines[i].Start, lines[i].End).Mark;
            if (mark is not (Mark.None or Mark.Firstly)) return i;
        }

        // no headings at all: the paragraphs behind title, addressees and opening are the plan
        while (from < lines.Count && (lines[from].Length < 20 || lines[from].Of(script).EndsWith(":") || Opens(lines[from]) && lines.Count - from > 2)) from++;
        return from;
    }

    private bool Opens(Line line) => Array.Exists(Openings, o => line.Of(script).StartsWith(o, StringComparison.Ordinal));

    /// <summary>Short words at the very end, one below the other, are the menu of a page.</summary>
    private int Tail(List<Line> lines, int start)
    {
        var tail = lines.Count;
        while (tail > start + 1 && lines[tail - 1] is { Grid: null, Length: < 16 } line && Numbering.Read(script.Text, line.Start, line.End).Mark == Mark.None
            && line.Of(script).IndexOfAny(Marks) < 0 && !AssignmentReader.HasRoleWord(line.Of(script)) && !UnitNames.EndsLikeName(line.Of(script)) && line.Of(script).IndexOfAnyInRange('0', '9') < 0) tail--;
        return lines.Count - tail >= 2 ? tail : lines.Count;
    }

    private bool IsClosing(Line line, List<Line> lines, int i, ref bool attachments)
    {
        var text = line.Of(script);
        if (text.StartsWith("附件") || text.StartsWith("附:") || text.StartsWith("附表"))
        {
            attachments = true;
            return text.Length < 80;
        }

        var number = Numbering.Read(script.Text, line.Start, line.End);
        if (attachments && number.Mark == Mark.Digit && line.Length < 50 && !text.Contains('。')) return true;
        attachments = false;
        if (number.Mark != Mark.None) return false;
        if (IsDate(text) || IsRelease(text) || text.StartsWith("特此通知") || text.StartsWith("联系人") || text.StartsWith("注:") || text.StartsWith("备注:") || text.StartsWith("说明:") || text.StartsWith("本方案自") || text.StartsWith("本要点自") || text.StartsWith("(联系")) return true;
        if (line.RightAligned && text.Length < 40) return true;
        // the caption of a table that follows
        if (i + 1 < lines.Count && lines[i + 1].Grid is not null && LooksLikeTitle(line)) return true;
        // a signature: a body's name alone, with nothing but a date or the end below
        if (text.Length <= 30 && UnitNames.IsName(text) && i + 1 < lines.Count && lines[i + 1].Grid is null && IsDate(lines[i + 1].Of(script))) return true;
        if (i == lines.Count - 1 && i > 1 && text.Length is > 4 and <= 30 && UnitNames.IsName(text) && text.IndexOfAny('、', ',') < 0 && lines[i - 1].Grid is null && lines[i - 1].Of(script).EndsWith("。")
            && !lines.Take(i).Any(l => l.Grid is null && l.Length <= 30 && UnitNames.IsName(l.Of(script)) && l.Start > lines[0].End)) return true;
        return i > lines.Count - 4 && LooksLikeTitle(line) && lines[^1].Grid is null && text.Length > 12;
    }

    /// <summary>True for a line that is a date and nothing else.</summary>
    public static bool IsDate(ReadOnlySpan<char> text)
    {
        text = text.Trim("()");
        if (text.Length is < 8 or > 13) return false;
        foreach (var c in text)
            if (!char.IsAsciiDigit(c) && !Letters.IsHanDigit(c) && c is not ('年' or '月' or '日' or '-' or '.' or '/' or 'O' or 'o' or '○')) return false;
        return text.Contains('年') || text.Count('-') == 2 || text.Count('.') == 2;
    }

    /// <summary>True for 此件公开发布 and its like.</summary>
    public static bool IsRelease(ReadOnlySpan<char> text) => text.Length < 16 && (text.Contains("此件", StringComparison.Ordinal) || text.Contains("主动公开", StringComparison.Ordinal) && text[0] == '(');
}
