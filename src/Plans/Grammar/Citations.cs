namespace Gongkai.Plans.Grammar;

/// <summary>A document in 《》, in folded offsets.</summary>
internal readonly record struct Citation(int Start, int End, (int Start, int End) Number, bool Planned);

/// <summary>Finds the documents a plan stands on and those it orders to be written.</summary>
internal sealed class Citations(Script script)
{
    private static readonly string[] Writing = ["制定", "编制", "起草", "修订", "出台", "更新完成", "完善", "研究制定", "拟定", "印发", "制订", "建立", "更新", "编写", "修改"];

    /// <summary>Every document once, in order of first mention.</summary>
    /// <param name="from">Folded offset where the document proper begins.</param>
    /// <param name="to">Behind the document proper.</param>
    /// <param name="title">The plan's own title, which is no citation; empty where unknown.</param>
    public List<Citation> Find(int from, int to, string title)
    {
        var text = script.Text;
        var found = new List<Citation>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = text.IndexOf('《', from, to - from); i >= 0; i = i + 1 < to ? text.IndexOf('《', i + 1, to - i - 1) : -1)
        {
            var close = Closing(i, to);
            if (close < 0 || close - i < 3) continue;
            var name = text[(i + 1)..close];
            if (name.Length >= 4 && title.Contains(name, StringComparison.Ordinal) || IsShortForm(i, from) || !seen.Add(name))
            {
                i = close;
                continue;
            }

            found.Add(new(i + 1, close, NumberBehind(close + 1, to), IsPlanned(i, from)));
            foreach (var alias in Aliases(close + 1, to)) seen.Add(alias);
            i = close;
        }

        return found;
    }

    private int Closing(int open, int to)
    {
        var depth = 0;
        var stop = Math.Min(to, open + 160);
        for (var i = open; i < stop; i++)
        {
            if (script.Text[i] == '《') depth++;
            else if (script.Text[i] == '》' && --depth == 0) return i;
            else if (script.Text[i] == '\n') return -1;
        }

        return -1;
    }

    private bool IsShortForm(int open, int from) => open - from >= 2 && script.Text.AsSpan(Math.Max(from, open - 5), Math.Min(5, open - from)).Contains("简称", StringComparison.Ordinal);

    /// <summary>Short names that a bracket behind the title defines: (以下简称《条例》).</summary>
    private List<string> Aliases(int at, int to)
    {
        var aliases = new List<string>();
        var stop = Math.Min(to, at + 40);
        var window = script.Text.AsSpan(at, stop - at);
        var line = window.IndexOf('\n');
        if (line >= 0) window = window[..line];
        var named = window.IndexOf("简称", StringComparison.Ordinal);
        if (named < 0) return aliases;
        var open = window[named..].IndexOf('《');
        var close = window[named..].IndexOf('》');
        if (open >= 0 && close > open) aliases.Add(window[named..][(open + 1)..close].ToString());
        return aliases;
    }

    private (int Start, int End) NumberBehind(int at, int to)
    {
        var text = script.Text;
        if (at >= to || text[at] is not '(' and not '[') return default;
        var close = -1;
        var depth = 0;
        for (var i = at; i < Math.Min(to, at + 40); i++)
        {
            if (text[i] is '(' or '[') depth++;
            else if (text[i] is ')' or ']' && --depth == 0)
            {
                close = i;
                break;
            }
        }

        if (close < 0) return default;
        var end = at + 1;
        while (end < close && text[end] is not (',' or ';')) end++;
        return text[end - 1] == '号' ? (at + 1, end) : default;
    }

    private bool IsPlanned(int open, int from)
    {
        var start = open;
        while (start > from && open - start < 16 && script.Text[start - 1] is not (',' or '。' or ';' or '\n' or '》' or '(')) start--;
        var before = script.Text.AsSpan(start, open - start);
        if (before.Contains("根据", StringComparison.Ordinal) || before.Contains("按照", StringComparison.Ordinal) || before.Contains("落实", StringComparison.Ordinal) || before.Contains("新修订的", StringComparison.Ordinal) || before.Contains("关于", StringComparison.Ordinal)) return false;
        foreach (var word in Writing)
            if (before.Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }
}
