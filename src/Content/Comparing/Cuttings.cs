using System.Globalization;
using System.Text;
using Gongkai.Content.Blocks;
using Gongkai.Content.Writing;

namespace Gongkai.Content.Comparing;

/// <summary>A passage and what is compared of it besides its words.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Sort">Kind of block: only passages of one kind are put side by side as changed.</param>
/// <param name="Look">How it stands, as a text: the same look is the same text.</param>
internal sealed record Cutting(Passage Passage, char Sort, string Look);

/// <summary>Cuts texts into passages.</summary>
internal static class Cuttings
{
    /// <summary>The passages of a text, in order; their words joined by line ends are its plain text.</summary>
    public static List<Cutting> Of(Body body)
    {
        var all = new List<Cutting>(body.Blocks.Count);
        for (var i = 0; i < body.Blocks.Count; i++)
        {
            switch (body.Blocks[i])
            {
                case Heading heading:
                    all.Add(new(new(i, 0, PlainText.Of(heading.Runs)), 'p', string.Create(CultureInfo.InvariantCulture, $"h{heading.Level}{Look(heading.Runs)}")));
                    break;
                case Paragraph paragraph:
                    all.Add(new(new(i, 0, PlainText.Of(paragraph.Runs)), 'p', $"{paragraph.Side}{Look(paragraph.Runs)}"));
                    break;
                case ItemList list:
                    for (var item = 0; item < list.Items.Count; item++) all.Add(new(new(i, item, PlainText.Of(list.Items[item])), 'p', $"{list.Ordered}{Look(list.Items[item])}"));
                    break;
                case Table table:
                    for (var row = 0; row < table.Rows.Count; row++) all.Add(new(new(i, row, string.Join('\t', table.Rows[row].Cells.Select(cell => cell.Text))), 't', string.Concat(table.Rows[row].Cells.Select(Look))));
                    break;
                case Picture picture:
                    all.Add(new(new(i, 0, picture.Caption is null ? picture.Alt : picture.Alt + "\n" + picture.Caption), 'i', picture.File));
                    break;
            }
        }
        return all;
    }

    private static string Look(TableCell cell) => string.Create(CultureInfo.InvariantCulture, $"{cell.Columns},{cell.Rows},{cell.IsHeading};");

    private static string Look(IReadOnlyList<Run> runs)
    {
        if (runs is [{ Style: RunStyle.Plain, Link: null }]) return "";
        var look = new StringBuilder();
        foreach (var run in runs) look.Append(CultureInfo.InvariantCulture, $";{run.Text.Length},{(int)run.Style},{run.Link}");
        return look.ToString();
    }
}
