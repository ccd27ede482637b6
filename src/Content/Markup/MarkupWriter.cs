using System.Text;
using Gongkai.Content.Blocks;

namespace Gongkai.Content.Markup;

/// <summary>Writes a text in its plain form; <see cref="MarkupReader"/> reads the same text back.</summary>
public static class MarkupWriter
{
    /// <summary>Writes a text.</summary>
    public static string Write(Body body)
    {
        ArgumentNullException.ThrowIfNull(body);
        var text = new StringBuilder();
        Block? before = null;
        foreach (var block in body.Blocks)
        {
            // Two lists or tables in a row stay two.
            if (before is not null && before.GetType() == block.GetType() && block is ItemList or Table) text.Append('\n');
            Append(text, block);
            before = block;
        }
        return text.ToString();
    }

    private static void Append(StringBuilder text, Block block)
    {
        switch (block)
        {
            case Heading heading:
                text.Append(MarkupSigns.Heading, Math.Clamp(heading.Level, 1, Heading.Deepest)).Append(' ').Append(Inline(heading.Runs)).Append('\n');
                break;
            case Paragraph paragraph:
                var words = Inline(paragraph.Runs);
                text.Append(paragraph.Side switch { Side.End => MarkupSigns.End, Side.Centre => MarkupSigns.Centre, _ => MarkupReader.BeginsWithSign(words) ? "\\" : "" }).Append(words).Append('\n');
                break;
            case ItemList list:
                foreach (var item in list.Items) text.Append(list.Ordered ? MarkupSigns.OrderedItem : MarkupSigns.Item).Append(Inline(item)).Append('\n');
                break;
            case Table table:
                Append(text, table);
                break;
            case Picture picture:
                text.Append(MarkupSigns.Picture).Append(Words(picture.Alt)).Append("](").Append(picture.File).Append(')').Append(picture.Caption is { } caption ? " " + Words(caption) : "").Append('\n');
                break;
        }
    }

    private static void Append(StringBuilder text, Table table)
    {
        foreach (var row in TableGrid.Rows(table))
        {
            foreach (var place in row)
            {
                for (var i = 0; i < place.Columns; i++)
                {
                    text.Append(MarkupSigns.Cell);
                    if (place.Cell is not { } cell) text.Append(MarkupSigns.Up);
                    else if (i > 0) text.Append(MarkupSigns.Left);
                    else text.Append(cell.IsHeading ? "!" : "").Append(CellWords(cell.Text, cell.IsHeading));
                }
            }
            text.Append(MarkupSigns.Cell).Append('\n');
        }
    }

    private static string CellWords(string text, bool isHeading)
    {
        var words = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal).Replace("⏎", "\\⏎", StringComparison.Ordinal).Replace('\n', MarkupSigns.Break);
        return !isHeading && words.Length > 0 && words[0] is MarkupSigns.HeadingCell or '<' or '^' ? "\\" + words : words;
    }

    private static string Inline(IReadOnlyList<Run> runs) => string.Concat(runs.Select(Inline));

    private static string Inline(Run run)
    {
        var words = Words(run.Text);
        if (run.Style.HasFlag(RunStyle.Strong)) words = $"**{words}**";
        if (run.Style.HasFlag(RunStyle.Superscript)) words = $"^{words}^";
        else if (run.Style.HasFlag(RunStyle.Subscript)) words = $"~{words}~";
        return run.Link is { } link ? $"[{words}]({link.Replace(")", "\\)", StringComparison.Ordinal)})" : words;
    }

    private static string Words(string text)
    {
        var words = new StringBuilder(text.Length);
        foreach (var sign in text)
        {
            if (MarkupSigns.Inline.Contains(sign, StringComparison.Ordinal)) words.Append(MarkupSigns.Escape);
            words.Append(sign is '\n' or '\r' ? ' ' : sign);
        }
        return words.ToString();
    }
}
