namespace Gongkai.Plans.Grammar;

/// <summary>Cuts lines that hold a whole document: sharing sites put headings and items of a plan into one paragraph.</summary>
internal static class LineSplitter
{
    /// <summary>Shorter lines are never cut: an enumeration within a sentence is no outline.</summary>
    private const int Long = 150;

    /// <summary>Fewer numbers than this make no outline.</summary>
    private const int Fewest = 3;

    /// <summary>The lines, long ones cut before every number that goes on counting.</summary>
    public static List<Line> Split(Script script, List<Line> lines)
    {
        if (!lines.Exists(l => l.Grid is null && l.Length >= Long)) return lines;
        var result = new List<Line>(lines.Count);
        foreach (var line in lines)
        {
            var cuts = line.Grid is null && line.Length >= Long ? Cuts(script.Text, line) : [];
            var from = line.Start;
            foreach (var cut in cuts)
            {
                if (cut > from) result.Add(line with { Start = from, End = cut });
                from = cut;
            }

            result.Add(line with { Start = from });
        }

        return result;
    }

    private static List<int> Cuts(string text, Line line)
    {
        var cuts = new List<int>();
        int han = 0, bracket = 0, digit = 0;
        for (var i = line.Start + 1; i < line.End - 2; i++)
        {
            if (text[i] != '(' && !Letters.IsHanDigit(text[i]) && !char.IsAsciiDigit(text[i])) continue;
            var closed = text[i - 1] is '。' or ')' or ']';
            var number = Numbering.Read(text, i, line.End);
            switch (number.Mark)
            {
                case Mark.Han when closed && number.Value == han + 1:
                    (han, bracket, digit) = (number.Value, 0, 0);
                    break;
                // 二、工作任务(一)…: the first section may follow its chapter's heading without a mark
                case Mark.HanBracket when (closed && (number.Value == bracket + 1 || number.Value == 1)) || (number.Value == 1 && cuts.Count > 0 && i - cuts[^1] < 24):
                    bracket = number.Value;
                    break;
                case Mark.Digit when closed && (number.Value == digit + 1 || number.Value == 1):
                    digit = number.Value;
                    break;
                default:
                    continue;
            }

            cuts.Add(i);
            i = number.End - 1;
        }

        return cuts.Count >= Fewest ? cuts : [];
    }
}
