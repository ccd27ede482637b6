using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Gongkai.Plans.Writing;

/// <summary>Writes an official letter as DOCX for WPS and Word, in the manner of GB/T 9704-2012 (党政机关公文格式).</summary>
public static class LetterFile
{
    /// <summary>Writes one letter.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="output">Takes the document; left open.</param>
    public static void Write(Letter letter, Stream output)
    {
        ArgumentNullException.ThrowIfNull(letter);
        ArgumentNullException.ThrowIfNull(output);

        LetterDocument.Write(letter.Title.Replace("\n", "", StringComparison.Ordinal), output, (_, body) => Fill(letter, body));
    }

    /// <summary>A day as letters write it: Arabic figures without leading zeros.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    private static void Fill(Letter letter, Body body)
    {
        body.Append(Words(letter.Title, LetterPage.TitleStyle));
        foreach (var block in letter.Body) body.Append(Of(block));
        if (letter.Body.Count > 0 && letter.Body[^1] is LetterParagraph) KeepWithNext((Paragraph)body.LastChild!); // no page holds a signature alone
        body.Append(Sign(letter));
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
        var drawn = LetterTables.Frame(widths);
        drawn.Append(new TableRow(
            [new TableRowProperties(new CantSplit(), new TableHeader()), .. table.Columns.Select((column, i) => CellOf(column.Heading, widths[i], centred: true, isHeading: true))]));
        foreach (var row in table.Rows)
            drawn.Append(new TableRow([new TableRowProperties(new CantSplit()), .. table.Columns.Select((column, i) => CellOf(row[i], widths[i], column.Centred, isHeading: false))]));
        return drawn;
    }

    private static TableCell CellOf(string text, int width, bool centred, bool isHeading) =>
        LetterTables.Cell([text], width, centred, isHeading);

    /// <summary>Signature and date a line below the text.</summary>
    private static IEnumerable<Paragraph> Sign(Letter letter)
    {
        var blank = Words("", LetterPage.SignStyle);
        blank.ParagraphProperties!.KeepNext = new();
        return [blank, .. LetterSign.Lines(letter.Signature is { Length: > 0 } signature ? [signature] : [], Day(letter.Date))];
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
}
