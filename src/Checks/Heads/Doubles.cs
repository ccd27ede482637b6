namespace Gongkai.Checks;

/// <summary>Finds marks and words written twice: 。。, ，。, 的的, 的通知的通知. Words that Chinese doubles by itself (人人, 常常) are none.</summary>
internal static class Doubles
{
    private const string Marks = "。,、;:?!";

    /// <summary>Characters that never stand twice in a row in official writing.</summary>
    private const string Particles = "的了和与及在是为对将把被从由于或其";

    /// <summary>Words whose end and beginning make a pair: 目的的, 为了了解, 对对口, 的的确确.</summary>
    private static readonly string[] Allowed = ["目的的", "为了了解", "了了解", "的的确", "对对口", "和和", "从从", "于于田", "于于"];

    private static readonly WordSet Endings = new(["通知", "公告", "通告", "意见", "方案", "办法", "规定", "决定", "报告", "请示", "批复", "要点"]);

    public static void Look(ScannedText text, FindingList findings)
    {
        for (var at = 0; at + 1 < text.Length; at++)
        {
            var (c, next) = (text[at], text[at + 1]);
            if (Marks.Contains(c) && IsDoubledMark(text, at)) findings.Add(CheckCodes.Doubled, at, at + 2, text.Words(at, at + 2), text.Source[at].ToString());
            else if (c == next && Particles.Contains(c) && !IsAllowed(text, at)) findings.Add(CheckCodes.Doubled, at, at + 2, text.Words(at, at + 2), c.ToString());
            else if (c == '的' && IsRepeated(text, at) is > 0 and var length) findings.Add(CheckCodes.Doubled, at, at + (2 * length), text.Words(at, at + (2 * length)), text.Words(at, at + length));
        }
    }

    // ASCII marks double in other writing (::, ?!, ...), so both must be marks of Chinese, and ?! and !! are left to the writer.
    private static bool IsDoubledMark(ScannedText text, int at)
    {
        var next = text[at + 1];
        if (!Marks.Contains(next) || text[at] is '?' or '!' || next is '?' or '!') return false;
        if (char.IsAscii(text.Source[at]) || char.IsAscii(text.Source[at + 1])) return false;
        return at + 2 >= text.Length || text[at + 2] != text[at];
    }

    private static bool IsAllowed(ScannedText text, int at)
    {
        foreach (var word in Allowed)
        {
            for (var offset = 0; offset < word.Length - 1; offset++)
                if (at >= offset && text.Folded[(at - offset)..].StartsWith(word) && offset + 2 <= word.Length && word[offset] == word[offset + 1]) return true;
        }

        return false;
    }

    /// <summary>的通知的通知: the length of one of them.</summary>
    private static int IsRepeated(ScannedText text, int at)
    {
        var (found, word) = Endings.First(text.Folded[(at + 1)..Math.Min(text.Length, at + 4)]);
        if (found != 0) return 0;
        var length = word.Length + 1;
        return at + (2 * length) <= text.Length && text.Folded.Slice(at, length).SequenceEqual(text.Folded.Slice(at + length, length)) ? length : 0;
    }
}
