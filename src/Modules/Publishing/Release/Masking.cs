using Gongkai.Content.Blocks;
using Gongkai.Content.Writing;

namespace Gongkai.Publishing.Release;

/// <summary>Puts what a check proposes in the place of what it found, wherever in the text's blocks that stands.</summary>
internal static class Masking
{
    /// <summary>The text with one thing replaced.</summary>
    /// <returns>Null where it cannot be done by itself: it is not in the text, nothing is proposed, or it runs over several pieces of text.</returns>
    public static Body? In(Body body, Found found)
    {
        if (found is not { InText: { } span, Instead: { } instead }) return null;
        var text = PlainText.Of(body);
        var original = text.Text.Substring(span.Start, span.Length);
        var at = text.BlockAt(span.Start);
        var before = Occurrences(text.Text[text.Starts[at]..span.Start], original);
        return In(body.Blocks[at], original, instead, before) is { } masked ? new([.. body.Blocks.Take(at), masked, .. body.Blocks.Skip(at + 1)]) : null;
    }

    private static Block? In(Block block, string original, string instead, int skip)
    {
        var replaced = false;
        string Words(string words)
        {
            for (var from = 0; !replaced && words.IndexOf(original, from, StringComparison.Ordinal) is >= 0 and var at; from = at + original.Length)
            {
                if (skip-- > 0) continue;
                replaced = true;
                return string.Concat(words.AsSpan(0, at), instead, words.AsSpan(at + original.Length));
            }
            return words;
        }
        IReadOnlyList<Run> Runs(IReadOnlyList<Run> runs) => [.. runs.Select(run => run with { Text = Words(run.Text) })];
        Block made = block switch
        {
            Heading heading => heading with { Runs = Runs(heading.Runs) },
            Paragraph paragraph => paragraph with { Runs = Runs(paragraph.Runs) },
            ItemList list => list with { Items = [.. list.Items.Select(Runs)] },
            Table table => new Table([.. table.Rows.Select(row => new TableRow([.. row.Cells.Select(cell => cell with { Text = Words(cell.Text) })]))]),
            Picture picture => picture with { Alt = Words(picture.Alt), Caption = picture.Caption is { } caption ? Words(caption) : null },
            _ => block,
        };
        return replaced ? made : null;
    }

    private static int Occurrences(string text, string sought)
    {
        var count = 0;
        for (var at = text.IndexOf(sought, StringComparison.Ordinal); at >= 0; at = text.IndexOf(sought, at + sought.Length, StringComparison.Ordinal)) count++;
        return count;
    }
}
