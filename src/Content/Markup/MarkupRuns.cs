using System.Text;
using Gongkai.Content.Blocks;

namespace Gongkai.Content.Markup;

/// <summary>Reads the words of a line: <c>**strong**</c>, <c>^above^</c>, <c>~below~</c>, <c>[words](address)</c>. A sign without its partner is a word.</summary>
internal static class MarkupRuns
{
    /// <summary>Longest address as written; a longer one is none.</summary>
    private const int LongestAddress = 4_000;

    /// <summary>Reads a line.</summary>
    public static IReadOnlyList<Run> Read(string line)
    {
        var runs = new List<Run>();
        Read(line, RunStyle.Plain, null, runs);
        return runs;
    }

    /// <summary>Where a sign stands next that no backslash precedes; below 0 where it does not.</summary>
    public static int Closing(string line, int from, char sign)
    {
        for (var i = from; i < line.Length; i++)
        {
            if (line[i] == MarkupSigns.Escape) i++;
            else if (line[i] == sign) return i;
        }
        return -1;
    }

    private static void Read(string line, RunStyle style, string? link, List<Run> runs)
    {
        var words = new StringBuilder();
        var partners = new Partners(line);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == MarkupSigns.Escape && i + 1 < line.Length && MarkupSigns.Inline.Contains(line[i + 1], StringComparison.Ordinal))
            {
                words.Append(line[++i]);
                continue;
            }
            if (Styled(line, i, style, partners) is { } styled)
            {
                Flush(words, style, link, runs);
                Read(styled.Inner, style | styled.Style, link, runs);
                i = styled.End;
                continue;
            }
            if (link is null && Linked(line, i, partners) is { } linked)
            {
                Flush(words, style, link, runs);
                Read(linked.Inner, style, linked.Address, runs);
                i = linked.End;
                continue;
            }
            words.Append(line[i]);
        }
        Flush(words, style, link, runs);
    }

    private static (string Inner, RunStyle Style, int End)? Styled(string line, int at, RunStyle within, Partners partners)
    {
        if (line[at] == '*')
        {
            if (within.HasFlag(RunStyle.Strong) || at + 1 >= line.Length || line[at + 1] != '*' || partners.HasNoStrong) return null;
            for (var end = Closing(line, at + 2, '*'); end >= 0; end = Closing(line, end + 1, '*'))
            {
                if (end + 1 < line.Length && line[end + 1] == '*' && end > at + 2) return (line[(at + 2)..end], RunStyle.Strong, end + 1);
            }
            partners.HasNoStrong = true;
            return null;
        }
        var style = line[at] switch { '^' => RunStyle.Superscript, '~' => RunStyle.Subscript, _ => RunStyle.Plain };
        if (style == RunStyle.Plain || within.HasFlag(RunStyle.Superscript) || within.HasFlag(RunStyle.Subscript)) return null;
        var close = partners.Closing(at + 1, line[at]);
        return close > at + 1 ? (line[(at + 1)..close], style, close) : null;
    }

    private static (string Inner, string Address, int End)? Linked(string line, int at, Partners partners)
    {
        if (line[at] != '[') return null;
        var end = partners.Closing(at + 1, ']');
        if (end <= at + 1 || end + 1 >= line.Length || line[end + 1] != '(') return null;
        var close = partners.Closing(end + 2, ')');
        return close > end && close - end < LongestAddress && Links.Safe(line[(end + 2)..close].Replace("\\)", ")", StringComparison.Ordinal)) is { } address ? (line[(at + 1)..end], address, close) : null;
    }

    private static void Flush(StringBuilder words, RunStyle style, string? link, List<Run> runs)
    {
        if (words.Length > 0) runs.Add(new(words.ToString(), style, link));
        words.Clear();
    }

    /// <summary>Remembers where signs close, so that a line of signs without partners is not searched again for each of them.</summary>
    private sealed class Partners(string line)
    {
        private readonly Dictionary<char, (int From, int At)> _known = [];

        /// <summary>True once no strong words end any more.</summary>
        public bool HasNoStrong { get; set; }

        /// <summary>Where a sign stands next that no backslash precedes; below 0 where it does not. Asked from left to right.</summary>
        public int Closing(int from, char sign)
        {
            if (_known.TryGetValue(sign, out var known) && from >= known.From && (known.At < 0 || from <= known.At)) return known.At;
            var at = MarkupRuns.Closing(line, from, sign);
            _known[sign] = (from, at);
            return at;
        }
    }
}
