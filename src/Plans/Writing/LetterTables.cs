using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Gongkai.Plans.Writing;

/// <summary>Draws tables as official documents bear them.</summary>
public static class LetterTables
{
    /// <summary>A table without rows.</summary>
    /// <param name="widths">Widths of its columns, in twentieths of a point.</param>
    public static Table Frame(IReadOnlyList<int> widths)
    {
        ArgumentNullException.ThrowIfNull(widths);
        return new(
            new TableProperties(
                new TableWidth { Width = Number(widths.Sum()), Type = TableWidthUnitValues.Dxa },
                new TableJustification { Val = TableRowAlignmentValues.Center },
                Borders(),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(new TableCellLeftMargin { Width = 85, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 85, Type = TableWidthValues.Dxa })),
            new TableGrid(widths.Select(width => new GridColumn { Width = Number(width) })));
    }

    /// <summary>A cell.</summary>
    /// <param name="lines">Its lines, a paragraph each; at least one.</param>
    /// <param name="width">Its width, in twentieths of a point.</param>
    /// <param name="centred">True for figures, days and headings.</param>
    /// <param name="isHeading">True where it heads its column.</param>
    /// <param name="columns">Columns it covers.</param>
    /// <param name="merge">Restart where it goes on below, continue where it belongs to the one above; null otherwise.</param>
    public static TableCell Cell(IReadOnlyList<string> lines, int width, bool centred, bool isHeading, int columns = 1, MergedCellValues? merge = null)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var properties = new TableCellProperties(new TableCellWidth { Width = Number(width), Type = TableWidthUnitValues.Dxa });
        if (columns > 1) properties.Append(new GridSpan { Val = columns });
        if (merge is { } value) properties.Append(new VerticalMerge { Val = value });
        properties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
        return new([properties, .. lines.Select(line => Line(line, centred, isHeading))]);
    }

    private static Paragraph Line(string text, bool centred, bool isHeading)
    {
        var run = new Run(new Text(OfficeText.Storable(text)) { Space = SpaceProcessingModeValues.Preserve });
        if (isHeading) run.PrependChild(new RunProperties(LetterPage.HeadingFace()));
        var properties = new ParagraphProperties(new ParagraphStyleId { Val = LetterPage.CellStyle });
        if (centred) properties.Append(new Justification { Val = JustificationValues.Center });
        return new(properties, run);
    }

    private static TableBorders Borders() => new(
        new TopBorder { Val = BorderValues.Single, Size = 6 },
        new LeftBorder { Val = BorderValues.Single, Size = 6 },
        new BottomBorder { Val = BorderValues.Single, Size = 6 },
        new RightBorder { Val = BorderValues.Single, Size = 6 },
        new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 },
        new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 });

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
