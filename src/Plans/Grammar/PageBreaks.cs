namespace Gongkai.Plans.Grammar;

/// <summary>Finds line breaks that come from a page's width and not from the writer, and the page numbers between them.</summary>
internal static class PageBreaks
{
    /// <summary>Folded stretches to take out, ascending: a line break alone, or with the page number that stands in it.</summary>
    public static List<(int Start, int End)> Find(Script script, List<Line> lines)
    {
        var cuts = new List<(int Start, int End)>();
        var width = Width(script, lines);
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            var next = i + 1;
            while (width > 0 && next + 1 < lines.Count && next - i < 3 && lines[next].Grid is null && Furniture.IsPageNumber(lines[next].Of(script))) next++;
            if (lines[i].Grid is not null || lines[next].Grid is not null) continue;
            // an empty line between two lines is the writer's
            if (next == i + 1 && lines[next].Start - lines[i].End != 1 && width == 0) continue;
            if (!RunsOn(script, lines[i], lines[next], width)) continue;
            cuts.Add((lines[i].End, lines[next].Start));
            i = next - 1;
        }

        return cuts;
    }

    private static bool RunsOn(Script script, Line line, Line next, int width)
    {
        var text = script.Text;
        var last = text[line.End - 1];
        if (text[next.Start] is '|' || last == '|') return false;
        if (RoleWords.LabelAt(script, line.Start, line.End) is { Kind: not (LabelKind.Person or LabelKind.Limit) } label && label.End == line.End) return UnitNames.EndsLikeName(FirstName(script, next));
        if (last == '、' && line.Length > 4) return true;
        if (line.Length < 12) return false;
        var balanced = Balanced(script, line);
        if (Numbering.Read(text, next.Start, next.End).Mark != Mark.None && balanced) return false;
        if (RoleWords.LabelAt(script, next.Start, next.End) is not null && balanced) return false;
        var full = width > 0 && Math.Abs(script.Width(line.Start, line.End) - width) <= 3;
        if (full) return last is not (':' or ';') && (last is not '。' || !script.GapBefore(next.Start));
        if (width > 0 || last is '。' or ';' or ':' or '!' or '?') return false;
        if (!balanced) return true;
        // a sentence with commas that stops without a mark goes on below, unless a list of bodies stands there
        var inside = line.Of(script);
        if (inside.EndsWith("落实") || inside.EndsWith("负责") || inside.EndsWith("配合") || inside.EndsWith("牵头")) return false;
        if (text[next.Start] is '-' or '(' || inside.IndexOfAny(',', '。') < 0 || last is ')' or '”') return false;
        var below = next.Of(script);
        if (below.Length < 6 || below.IndexOfAny('。', ',') < 0 || below.Length < 40 && UnitNames.EndsLikeName(below.TrimEnd('。')) || AssignmentReader.HasRoleWord(below) && below.Length < 60 && !below.Contains('。')) return false;
        return !UnitNames.EndsLikeName(inside) && !Furniture.IsLine(script, next) && !char.IsAsciiDigit(last);
    }

    private static ReadOnlySpan<char> FirstName(Script script, Line line)
    {
        var text = line.Of(script);
        var cut = text.IndexOfAny('、', ',', ';');
        return cut > 0 ? text[..cut] : text.TrimEnd('。');
    }

    private static bool Balanced(Script script, Line line)
    {
        var depth = 0;
        foreach (var c in line.Of(script))
            depth += c is '(' or '[' or '《' or '“' ? 1 : c is ')' or ']' or '》' or '”' ? -1 : 0;
        return depth <= 0;
    }

    /// <summary>Width of the page in half characters where most lines that do not end a sentence are equally wide; 0 where they are not.</summary>
    private static int Width(Script script, List<Line> lines)
    {
        var widths = new Dictionary<int, int>();
        var open = 0;
        foreach (var line in lines)
        {
            if (line.Grid is not null || line.Length is < 16 or > 90) continue;
            if (script.Text[line.End - 1] is '。' or ';' or ':' or ')' or '|') continue;
            open++;
            var width = script.Width(line.Start, line.End);
            widths[width] = widths.GetValueOrDefault(width) + 1;
        }

        if (open < 8) return 0;
        int best = 0, count = 0;
        foreach (var (width, _) in widths)
        {
            var near = 0;
            for (var w = width - 2; w <= width + 2; w++) near += widths.GetValueOrDefault(w);
            if (near > count || near == count && width > best) (best, count) = (width, near);
        }

        return count * 10 >= open * 6 ? best : 0;
    }
}
