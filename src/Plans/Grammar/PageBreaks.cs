namespace Gongkai.Plans.Grammar;

/// <summary>Finds line breaks that come from a page's width and not from the writer.</summary>
internal static class PageBreaks
{
    /// <summary>Folded offsets of the line breaks to take out, ascending.</summary>
    public static List<int> Find(Script script, List<Line> lines)
    {
        var joins = new List<int>();
        var width = Width(script, lines);
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            var (line, next) = (lines[i], lines[i + 1]);
            if (line.Grid is not null || next.Grid is not null || next.Start - line.End != 1) continue;
            if (RunsOn(script, line, next, width)) joins.Add(line.End);
        }

        return joins;
    }

    private static bool RunsOn(Script script, Line line, Line next, int width)
    {
        var text = script.Text;
        if (line.Length < 12 || text[line.End - 1] is '。' or ';' or ':' or '!' or '?' or '|' or '”' && width == 0 || text[next.Start] is '|' or '-' or '(' && width == 0) return false;
        if (Numbering.Read(text, next.Start, next.End).Mark != Mark.None && Balanced(script, line)) return false;
        if (RoleWords.LabelAt(script, next.Start, next.End) is not null) return false;
        if (width > 0 && Math.Abs(line.Length - width) <= 2) return true;
        if (width > 0 && line.Length < width - 2) return false;
        // a sentence with commas that stops without a mark goes on below, unless a list of bodies stands there
        var inside = line.Of(script);
        if (inside.IndexOfAny(',', '。') < 0 || text[line.End - 1] == ')' && Balanced(script, line)) return !Balanced(script, line) && inside.Contains('(');
        if (!Balanced(script, line)) return true;
        var below = next.Of(script);
        if (below.Length < 6 || below.IndexOfAny('。', ',') < 0 || UnitNames.EndsLikeName(below.TrimEnd('。')) || AssignmentReader.HasRoleWord(below) && below.Length < 60) return false;
        return !UnitNames.EndsLikeName(inside) && !Furniture.IsLine(script, next) && char.IsAsciiDigit(text[line.End - 1]) is false;
    }

    private static bool Balanced(Script script, Line line)
    {
        var depth = 0;
        foreach (var c in line.Of(script))
            depth += c is '(' or '[' or '《' or '“' ? 1 : c is ')' or ']' or '》' or '”' ? -1 : 0;
        return depth <= 0;
    }

    /// <summary>Width of the page in characters where most lines that do not end a sentence have the same length; 0 where they do not.</summary>
    private static int Width(Script script, List<Line> lines)
    {
        var lengths = new Dictionary<int, int>();
        var open = 0;
        foreach (var line in lines)
        {
            if (line.Grid is not null || line.Length < 18 || line.Length > 90) continue;
            if (script.Text[line.End - 1] is '。' or ';' or ':' or ')' or '|') continue;
            open++;
            lengths[line.Length] = lengths.GetValueOrDefault(line.Length) + 1;
        }

        if (open < 8) return 0;
        int best = 0, count = 0;
        foreach (var (length, _) in lengths)
        {
            var near = lengths.GetValueOrDefault(length - 1) + lengths.GetValueOrDefault(length) + lengths.GetValueOrDefault(length + 1);
            if (near > count || near == count && length > best) (best, count) = (length, near);
        }

        return count * 10 >= open * 6 ? best : 0;
    }
}
