using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Gongkai.Plans.Writing;

/// <summary>Writes an official letter as DOCX for WPS and Word, in the manner of GB/T 9704-2012 (党政机关公文格式).</summary>
public static class LetterFile
{
    /// <summary>Characters between a sealed letter's date and the edge (右空四字).</summary>
    private const double DateIndent = 4;

    /// <summary>Characters kept free at the edge beside a long signature (右空二字).</summary>
    private const double LeastIndent = 2;

    /// <summary>Writes one letter.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="output">Takes the document; left open.</param>
    public static void Write(Letter letter, Stream output)
    {
        ArgumentNullException.ThrowIfNull(letter);
        ArgumentNullException.ThrowIfNull(output);

        // A package needs to go back and forth in its stream, which the caller's may not allow.
        using var buffer = new MemoryStream();
        using (var document = WordprocessingDocument.Create(buffer, WordprocessingDocumentType.Document)) WriteParts(letter, document);
        buffer.Position = 0;
        buffer.CopyTo(output);
    }

    /// <summary>A day as letters write it: Arabic figures without leading zeros.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    private static void WriteParts(Letter letter, WordprocessingDocument document)
    {
        document.PackageProperties.Title = OfficeText.Storable(letter.Title.Replace("\n", "", StringComparison.Ordinal));
        var main = document.AddMainDocumentPart();
        main.AddNewPart<StyleDefinitionsPart>().Styles = LetterPage.Styles();
        main.AddNewPart<FontTablePart>().Fonts = LetterPage.Fonts();
        main.AddNewPart<DocumentSettingsPart>().Settings = LetterPage.Settings();
        var odd = main.AddNewPart<FooterPart>();
        odd.Footer = LetterPage.Footer(odd: true);
        var even = main.AddNewPart<FooterPart>();
        even.Footer = LetterPage.Footer(odd: false);

        var body = new Body(Words(letter.Title, LetterPage.TitleStyle));
        foreach (var block in letter.Body) body.Append(Of(block));
        if (letter.Body.Count > 0 && letter.Body[^1] is LetterParagraph) KeepWithNext((Paragraph)body.LastChild!); // no page holds a signature alone
        body.Append(Sign(letter));
        body.Append(LetterPage.Section(main.GetIdOfPart(odd), main.GetIdOfPart(even)));
        main.Document = new(body);
    }

    private static OpenXmlElement Of(LetterBlock block) => block switch
    {
        LetterHeading heading => Words(heading.Text, LetterPage.HeadingStyle),
        LetterParagraph paragraph => Words(paragraph.Text, null),
        LetterTable table => Of(table),
        _ => throw new ArgumentOutOfRangeException(nameof(block)),
    };

    private static Table Of(LetterTable table)
    {
        var shares = table.Columns.Sum(column => column.Share);
        var widths = table.Columns.Select(column => LetterPage.TextWidth * column.Share / shares).ToList();
        var drawn = new Table(
            new TableProperties(
                new TableWidth { Width = Number(widths.Sum()), Type = TableWidthUnitValues.Dxa },
                new TableJustification { Val = TableRowAlignmentValues.Center },
                Borders(),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(new TableCellLeftMargin { Width = 85, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 85, Type = TableWidthValues.Dxa })),
            new TableGrid(widths.Select(width => new GridColumn { Width = Number(width) })));
        drawn.Append(new TableRow(
            [new TableRowProperties(new CantSplit(), new TableHeader()), .. table.Columns.Select((column, i) => CellOf(column.Heading, widths[i], centred: true, isHeading: true))]));
        foreach (var row in table.Rows)
            drawn.Append(new TableRow([new TableRowProperties(new CantSplit()), .. table.Columns.Select((column, i) => CellOf(row[i], widths[i], column.Centred, isHeading: false))]));
        return drawn;
    }

    private static TableCell CellOf(string text, int width, bool centred, bool isHeading)
    {
        var run = new Run(new Text(OfficeText.Storable(text)) { Space = SpaceProcessingModeValues.Preserve });
        if (isHeading) run.PrependChild(new RunProperties(new RunFonts { EastAsia = "黑体" }));
        var properties = new ParagraphProperties(new ParagraphStyleId { Val = LetterPage.CellStyle });
        if (centred) properties.Append(new Justification { Val = JustificationValues.Center });
        return new(
            new TableCellProperties(new TableCellWidth { Width = Number(width), Type = TableWidthUnitValues.Dxa }, new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }),
            new Paragraph(properties, run));
    }

    private static TableBorders Borders() => new(
        new TopBorder { Val = BorderValues.Single, Size = 6 },
        new LeftBorder { Val = BorderValues.Single, Size = 6 },
        new BottomBorder { Val = BorderValues.Single, Size = 6 },
        new RightBorder { Val = BorderValues.Single, Size = 6 },
        new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 },
        new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 });

    /// <summary>Signature and date a line below the text, one centred over the other, so that a seal fits on both.</summary>
    private static IEnumerable<Paragraph> Sign(Letter letter)
    {
        yield return Kept(Words("", LetterPage.SignStyle));
        var date = Day(letter.Date);
        var signWidth = Width(letter.Signature ?? "");
        var dateIndent = Math.Max(DateIndent, LeastIndent + ((signWidth - Width(date)) / 2));
        if (letter.Signature is { Length: > 0 } signature)
            yield return Kept(Indented(Words(signature, LetterPage.SignStyle), dateIndent + ((Width(date) - signWidth) / 2)));
        yield return Indented(Words(date, LetterPage.SignStyle), dateIndent);
    }

    private static Paragraph Words(string text, string? style)
    {
        var paragraph = new Paragraph();
        if (style is not null) paragraph.Append(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        if (text.Length > 0) paragraph.Append(new Run(text.Split('\n').SelectMany((line, i) => Line(line, isFirst: i == 0))));
        return paragraph;
    }

    private static IEnumerable<OpenXmlElement> Line(string line, bool isFirst)
    {
        if (!isFirst) yield return new Break();
        yield return new Text(OfficeText.Storable(line)) { Space = SpaceProcessingModeValues.Preserve };
    }

    private static void KeepWithNext(Paragraph paragraph)
    {
        paragraph.ParagraphProperties ??= new();
        paragraph.ParagraphProperties.KeepNext = new();
        paragraph.ParagraphProperties.KeepLines = new();
    }

    private static Paragraph Kept(Paragraph paragraph)
    {
        paragraph.ParagraphProperties!.KeepNext = new();
        return paragraph;
    }

    private static Paragraph Indented(Paragraph paragraph, double characters)
    {
        paragraph.ParagraphProperties!.Indentation = new()
        {
            Right = Number((int)Math.Round(characters * LetterPage.Character)),
            RightChars = (int)Math.Round(characters * 100),
            FirstLine = "0",
            FirstLineChars = 0,
        };
        return paragraph;
    }

    /// <summary>Width in characters of the body; a figure takes half of one.</summary>
    private static double Width(string text) => text.Sum(letter => letter < 0x80 ? 0.5 : 1);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
