using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Gongkai.Plans.Blocks;

namespace Gongkai.Plans.Reading;

/// <summary>Reads a workbook: one table per visible sheet, cells as they are shown; hidden sheets, rows and columns are reported and left out.</summary>
internal static class XlsxReader
{
    /// <summary>Reads a workbook.</summary>
    /// <exception cref="UnreadableException">The package breaks a limit or holds no workbook.</exception>
    public static SourceText Read(string name, ReadOnlyMemory<byte> bytes, ReadingLimits limits)
    {
        PackageGuard.Check(bytes, limits);
        using var stream = new MemoryStream();
        stream.Write(bytes.Span);
        using var document = SpreadsheetDocument.Open(stream, isEditable: true, OfficePackages.Settings());
        if (document.WorkbookPart is not { } book || PackageGuard.Checked(book).Workbook?.Sheets is not { } sheets) throw new UnreadableException(ReadingFailures.Damaged);

        var builder = new SourceBuilder(name);
        var values = new XlsxValues(book);
        var read = new List<(string Name, XlsxSheet Sheet)>();
        foreach (var sheet in sheets.Elements<Sheet>())
        {
            var sheetName = sheet.Name?.Value ?? "";
            if (sheet.State?.Value is SheetStateValues.Hidden or SheetStateValues.VeryHidden)
            {
                builder.Doubt("plans.hidden-sheet", default, sheetName);
                continue;
            }

            if (sheet.Id?.Value is not { } id || !book.TryGetPartById(id, out var part) || part is not WorksheetPart worksheet) continue;
            var content = XlsxSheet.Read(PackageGuard.Checked(worksheet), values);
            if (!content.IsEmpty) read.Add((sheetName, content));
        }

        foreach (var (sheetName, sheet) in read)
        {
            if (read.Count > 1) builder.AddParagraph(sheetName, new(Level: 1));
            if (sheet.HiddenRows > 0) builder.Count("plans.hidden-rows", new(builder.Here, 0));
            builder.AddTable(sheet.Draft(limits.Columns));
        }

        return builder.Build();
    }
}
