using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Wordprocessing;
using Gongkai.Plans.Blocks;
using Gongkai.Plans.Reading;
using Xunit;
using Cells = DocumentFormat.OpenXml.Spreadsheet;
using Word = DocumentFormat.OpenXml.Wordprocessing;

namespace Gongkai.Rules.Plans.Reading;

/// <summary>Makes small real files and reads them.</summary>
internal static class Samples
{
    static Samples() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static Encoding Gb18030 => Encoding.GetEncoding("GB18030");

    public static Encoding Big5 => Encoding.GetEncoding(950);

    /// <summary>Reads bytes that must be readable.</summary>
    public static SourceText Read(string name, byte[] bytes)
    {
        var reading = SourceReader.Read(name, new MemoryStream(bytes));
        Assert.True(reading.IsRead, reading.Failure?.Sentence);
        AssertSound(reading.Text);
        return reading.Text;
    }

    public static SourceText Read(string name, string text) => Read(name, Encoding.UTF8.GetBytes(text));

    /// <summary>Reads bytes that must not be readable, and gives the code of the failure.</summary>
    public static string Failure(string name, byte[] bytes, ReadingLimits? limits = null)
    {
        var reading = SourceReader.Read(name, new MemoryStream(bytes), limits);
        Assert.False(reading.IsRead);
        Assert.EndsWith("。", reading.Failure.Sentence, StringComparison.Ordinal);
        Assert.Contains("请", reading.Failure.Sentence, StringComparison.Ordinal);
        return reading.Failure.Code;
    }

    /// <summary>What always holds: every span lies in the text, blocks follow each other and do not overlap, cells lie in their rows.</summary>
    public static void AssertSound(SourceText text)
    {
        var at = 0;
        foreach (var block in text.Blocks)
        {
            AssertInside(block.Span, at, text.Text.Length);
            at = block.Span.End;
            if (block is not Gongkai.Plans.Blocks.Table table) continue;
            var inRow = block.Span.Start;
            foreach (var row in table.Rows)
            {
                AssertInside(row.Span, inRow, block.Span.End);
                inRow = row.Span.End;
                var (inCell, column) = (row.Span.Start, 0);
                foreach (var cell in row.Cells)
                {
                    AssertInside(cell.Span, inCell, row.Span.End);
                    Assert.True(cell.Column >= column && cell.Columns >= 1 && cell.Rows >= 1);
                    (inCell, column) = (cell.Span.End, cell.Column + cell.Columns);
                }
            }
        }

        foreach (var doubt in text.Doubts) AssertInside(doubt.Span, 0, text.Text.Length);
    }

    private static void AssertInside(TextSpan span, int from, int to) =>
        Assert.True(span.Start >= from && span.Length >= 0 && span.End <= to, $"{span} does not lie in {from} to {to}");

    public static List<string> Paragraphs(SourceText text) => [.. text.Blocks.OfType<Gongkai.Plans.Blocks.Paragraph>().Select(block => text[block.Span].ToString())];

    public static Gongkai.Plans.Blocks.Table OnlyTable(SourceText text) => Assert.Single(text.Blocks.OfType<Gongkai.Plans.Blocks.Table>());

    /// <summary>Cells of a table as text, rows divided by line breaks and cells by bars.</summary>
    public static string Grid(SourceText text, Gongkai.Plans.Blocks.Table table) =>
        string.Join('\n', table.Rows.Select(row => string.Join('|', row.Cells.Select(cell => text[cell.Span].ToString()))));

    /// <summary>A DOCX with the given body.</summary>
    public static byte[] Docx(IEnumerable<OpenXmlElement> body, Action<MainDocumentPart>? more = null)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.Document = new(new Body(body));
            more?.Invoke(main);
        }

        return stream.ToArray();
    }

    public static Word.Paragraph P(string text, params OpenXmlElement[] properties)
    {
        var paragraph = new Word.Paragraph();
        if (properties.Length > 0) paragraph.Append(new ParagraphProperties(properties));
        paragraph.Append(R(text));
        return paragraph;
    }

    public static Word.Run R(string text) => new(new Word.Text(text) { Space = SpaceProcessingModeValues.Preserve });

    public static NumberingProperties Numbered(int numbering, int level) =>
        new(new NumberingLevelReference { Val = level }, new NumberingId { Val = numbering });

    public static Level LevelOf(int index, NumberFormatValues format, string text) =>
        new(new StartNumberingValue { Val = 1 }, new Word.NumberingFormat { Val = format }, new LevelText { Val = text }) { LevelIndex = index };

    /// <summary>A workbook whose sheets the caller fills.</summary>
    public static byte[] Xlsx(params (string Name, Action<SheetData, Worksheet> Fill, SheetStateValues State)[] sheets)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = DateStyles();
            var list = new Sheets();
            uint number = 1;
            foreach (var (name, fill, state) in sheets)
            {
                var part = book.AddNewPart<WorksheetPart>();
                var data = new SheetData();
                part.Worksheet = new(data);
                fill(data, part.Worksheet);
                list.Append(new Sheet { Name = name, SheetId = number++, Id = book.GetIdOfPart(part), State = state });
            }

            book.Workbook = new(list);
        }

        return stream.ToArray();
    }

    public static Cells.Cell Inline(string place, string text) =>
        new(new InlineString(new Cells.Text(text))) { CellReference = place, DataType = CellValues.InlineString };

    public static Cells.Cell Value(string place, string number, uint style = 0) =>
        new(new CellValue(number)) { CellReference = place, StyleIndex = style };

    // Style 1 is a date, 2 a year and month in the file's own code, 3 a percentage.
    private static Stylesheet DateStyles() => new(
        new NumberingFormats(new Cells.NumberingFormat { NumberFormatId = 170, FormatCode = "yyyy\"年\"m\"月\"" }),
        new Cells.Fonts(new Cells.Font()),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None })),
        new Borders(new Cells.Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { NumberFormatId = 14, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = 170, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = 9, ApplyNumberFormat = true }));

    /// <summary>A package made of raw entries.</summary>
    public static byte[] Zip(params (string Name, string Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return stream.ToArray();
    }

    /// <summary>A minimal DOCX around a raw document part.</summary>
    public static byte[] RawDocx(string documentXml) => Zip(
        ("[Content_Types].xml", """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""),
        ("_rels/.rels", """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"""),
        ("word/document.xml", documentXml));
}
