using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Gongkai.Plans.Reading;

/// <summary>Turns stored cell values into what the sheet shows.</summary>
internal sealed class XlsxValues
{
    // Excel counts days from 1904 in workbooks that began on a Macintosh.
    private const double MacintoshOffset = 1462;

    private readonly List<string> _shared = [];
    private readonly List<XlsxFormat> _formats = [];
    private readonly bool _from1904;

    public XlsxValues(WorkbookPart book)
    {
        _from1904 = book.Workbook?.WorkbookProperties?.Date1904?.Value == true;
        if (book.SharedStringTablePart is { } strings) ReadShared(PackageGuard.Checked(strings));
        if (book.WorkbookStylesPart is { } styles && PackageGuard.Checked(styles).Stylesheet is { } sheet) ReadFormats(sheet);
    }

    /// <summary>The text a cell shows; empty for none and for error values.</summary>
    public string Text(Cell cell)
    {
        var value = cell.CellValue?.Text ?? "";
        var type = cell.DataType?.InnerText ?? "n";
        return type switch
        {
            "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < _shared.Count ? _shared[index] : "",
            "inlineStr" => cell.InlineString is { } inline ? Plain(inline) : "",
            "b" => value == "1" ? "TRUE" : "FALSE",
            "e" => "",
            "n" => Number(value, cell.StyleIndex?.Value),
            _ => value.Trim(),
        };
    }

    private string Number(string value, uint? style)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return value.Trim();
        var format = style is { } index && index < _formats.Count ? _formats[(int)index] : XlsxFormat.General;
        return format.Show(number, _from1904 ? MacintoshOffset : 0);
    }

    private void ReadShared(SharedStringTablePart part)
    {
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.IsStartElement && reader.ElementType == typeof(SharedStringItem)) _shared.Add(Plain(reader.LoadCurrentElement()!));
        }
    }

    private void ReadFormats(Stylesheet sheet)
    {
        var codes = new Dictionary<uint, string>();
        foreach (var format in sheet.NumberingFormats?.Elements<NumberingFormat>() ?? [])
        {
            if (format.NumberFormatId?.Value is { } id && format.FormatCode?.Value is { } code) codes[id] = code;
        }

        foreach (var cell in sheet.CellFormats?.Elements<CellFormat>() ?? [])
        {
            var id = cell.NumberFormatId?.Value ?? 0;
            _formats.Add(XlsxFormat.Of(id, codes.GetValueOrDefault(id)));
        }
    }

    // Phonetic runs tell how a text is said; they are not part of it.
    private static string Plain(OpenXmlElement item) =>
        string.Concat(item.Elements().Select(part => part switch
        {
            Text text => text.Text,
            Run run => run.Text?.Text ?? "",
            _ => "",
        })).Trim();
}
