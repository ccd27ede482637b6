using Gongkai.Content.Blocks;
using Gongkai.Content.Writing;
using Gongkai.Plans.Grammar;
using Number = Gongkai.Plans.Grammar.Mark;

namespace Gongkai.Content.Importing;

/// <summary>Tells which lines of an imported text head what follows: by their official number (一、 · （一） · 1. · (1)), or by the style of the file.</summary>
internal static class HeadingLines
{
    /// <summary>Longest heading; a longer line is a paragraph that begins with a number or bears a style by mistake.</summary>
    private const int Longest = 40;

    private const int LongestByStyle = 80;

    /// <summary>Blocks at the head of a text among which its title stands.</summary>
    private const int Top = 6;

    /// <summary>Makes headings of the paragraphs that are some.</summary>
    /// <param name="blocks">Blocks of the text; changed in place.</param>
    /// <param name="levels">By block: level that the file's own style gives it, 1 to 9; 0 for none.</param>
    public static void Mark(List<Block> blocks, List<int> levels)
    {
        var numbers = blocks.ConvertAll(NumberOf);
        var marks = numbers.ConvertAll(number => number.Mark);
        var hasParts = marks.Contains(Number.Part);
        var title = TitleAt(blocks, levels, marks);
        var behindTitle = BehindTitle(title, blocks, levels);
        var styled = Enumerable.Range(0, blocks.Count).Where(i => (i < title || i >= behindTitle) && marks[i] == Number.None && IsStyled(blocks[i], levels[i])).ToHashSet();
        var shallowest = styled.Select(i => levels[i]).DefaultIfEmpty(1).Min();
        if (title >= 0) blocks[title] = (Paragraph)blocks[title] with { Side = Side.Centre };
        var (isUnderHeading, isAttachmentList) = (false, false);
        var counting = new HashSet<Number>(); // kinds of Arabic number whose last one was a heading
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is not Paragraph { Runs: var runs } paragraph || (i >= title && i < behindTitle)) continue;
            isAttachmentList = isAttachmentList ? marks[i] is Number.Digit : PlainText.Of(runs).StartsWith("附件", StringComparison.Ordinal);
            var level = Level(marks[i], hasParts);
            var isArabic = marks[i] is Number.Digit or Number.DigitBracket;
            var isHeading = level > 0
                ? paragraph.Side != Side.End && (!isArabic || isUnderHeading && !isAttachmentList && Heads(i, marks, blocks) && (numbers[i].Value == 1 || counting.Contains(marks[i])))
                : styled.Contains(i);
            if (isArabic && !isHeading) counting.Remove(marks[i]);
            if (!isHeading) continue;
            if (isArabic) counting.Add(marks[i]);
            blocks[i] = new Heading(level > 0 ? level : Math.Clamp(levels[i] - shallowest + 1, 1, Heading.Deepest), Plain(runs));
            isUnderHeading = true;
        }
    }

    /// <summary>A heading is strong by what it is; only a difference within it says something.</summary>
    private static IReadOnlyList<Run> Plain(IReadOnlyList<Run> runs)
    {
        if (!runs.All(run => run.Style.HasFlag(RunStyle.Strong))) return runs;
        var line = new RunLine();
        foreach (var run in runs) line.Append(run.Text, run.Style & ~RunStyle.Strong, run.Link);
        return line.Take();
    }

    private static ItemNumber NumberOf(Block block)
    {
        if (block is not Paragraph { Runs: var runs } || !IsShortLine(PlainText.Of(runs), Longest)) return default;
        var number = Numbering.ReadLine(PlainText.Of(runs));
        return number.Value > 0 ? number : default;
    }

    private static int Level(Number mark, bool hasParts) => mark switch
    {
        Number.Part => 1,
        Number.Section => 2,
        Number.Han => hasParts ? 2 : 1,
        Number.HanBracket => hasParts ? 3 : 2,
        Number.Digit => hasParts ? 4 : 3,
        Number.DigitBracket => 4,
        _ => 0,
    };

    /// <summary>Arabic numbers count items as often as they number headings: one that heads has text of its own below it.</summary>
    private static bool Heads(int i, List<Number> marks, List<Block> blocks) =>
        i + 1 < blocks.Count && marks[i + 1] != marks[i] && blocks[i + 1] is Table or ItemList or Paragraph { Side: Side.Start };

    private static bool IsStyled(Block block, int level) => level > 0 && block is Paragraph { Runs: var runs } && IsShortLine(PlainText.Of(runs), LongestByStyle);

    /// <summary>The title bears a style of the outermost level and stands above everything else; it is no heading within the text.</summary>
    private static int TitleAt(List<Block> blocks, List<int> levels, List<Number> marks)
    {
        for (var i = 0; i < Math.Min(Top, blocks.Count); i++)
        {
            if (marks[i] != Number.None) return -1;
            if (!IsStyled(blocks[i], levels[i])) continue;
            var level = levels[i];
            return blocks[i] is Paragraph { Side: Side.Centre } || !levels.Skip(i + 1).Any(other => other > 0 && other <= level) ? i : -1;
        }
        return -1;
    }

    /// <summary>The block behind the title, which may go on over several lines that stand alike (a title broken where the sense allows it).</summary>
    private static int BehindTitle(int title, List<Block> blocks, List<int> levels)
    {
        if (title < 0) return -1;
        var next = title + 1;
        while (next < blocks.Count && blocks[title] is Paragraph { Side: Side.Centre } && blocks[next] is Paragraph { Side: Side.Centre } && levels[next] == levels[title]) next++;
        return next;
    }

    private static bool IsShortLine(string words, int longest) => words.Length > 0 && words.Length <= longest && words[^1] is not ('。' or '；' or ';' or '：' or ':' or '，' or ',' or '、') && !words.Contains('。', StringComparison.Ordinal);
}
