using System.Text;
using Gongkai.Content.Blocks;

namespace Gongkai.Content.Writing;

/// <summary>What a text says without how it stands: a line a paragraph, a line a row of a table with its cells divided by a tab. Checks and search read this.</summary>
/// <param name="Text">The whole.</param>
/// <param name="Starts">Where each block begins in it, in order of the blocks.</param>
public sealed record PlainText(string Text, IReadOnlyList<int> Starts)
{
    /// <summary>Writes a text.</summary>
    public static PlainText Of(Body body)
    {
        ArgumentNullException.ThrowIfNull(body);
        var text = new StringBuilder();
        var starts = new List<int>(body.Blocks.Count);
        foreach (var block in body.Blocks)
        {
            if (starts.Count > 0) text.Append('\n');
            starts.Add(text.Length);
            Append(text, block);
        }
        return new(text.ToString(), starts);
    }

    /// <summary>Number of the block in which an offset lies, from 0.</summary>
    public int BlockAt(int offset)
    {
        var (low, high) = (0, Starts.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Starts[middle] <= offset) low = middle;
            else high = middle - 1;
        }
        return low;
    }

    /// <summary>The words of runs.</summary>
    public static string Of(IReadOnlyList<Run> runs) => string.Concat(runs.Select(run => run.Text));

    private static void Append(StringBuilder text, Block block)
    {
        switch (block)
        {
            case Heading heading:
                text.Append(Of(heading.Runs));
                break;
            case Paragraph paragraph:
                text.Append(Of(paragraph.Runs));
                break;
            case ItemList list:
                text.AppendJoin('\n', list.Items.Select(Of));
                break;
            case Table table:
                text.AppendJoin('\n', table.Rows.Select(row => string.Join('\t', row.Cells.Select(cell => cell.Text))));
                break;
            case Picture picture:
                text.Append(picture.Alt).Append(picture.Caption is null ? "" : "\n").Append(picture.Caption);
                break;
        }
    }
}
