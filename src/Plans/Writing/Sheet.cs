using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Gongkai.Plans.Writing;

/// <summary>
/// Writes a table as XLSX for WPS and Excel: a title, a heading that stays in sight, widths, wrapped text in rows high enough for it,
/// real dates, landscape pages that repeat the heading, which has two rows where columns are grouped. Rows are written one by one, so that a
/// long ledger needs no more memory than a short one.
/// </summary>
/// <param name="name">Name of the sheet, at most 31 characters.</param>
/// <param name="title">The line above the heading.</param>
/// <param name="columns">Columns in order, at most 26.</param>
public sealed class Sheet(string name, string title, IReadOnlyList<SheetColumn> columns)
{
    private const int LongestCell = 32_767;
    private const int FirstHeadingRow = 2;

    /// <summary>Height of a line of text in points, and of the most that a row may have.</summary>
    private const double LineHeight = 15, HighestRow = 405;

    private readonly List<MergeCell> _merges = [];

    private bool IsGrouped => columns.Any(column => column.Group is not null);

    /// <summary>The row of the heading that the rows follow.</summary>
    private int HeadingRow => IsGrouped ? FirstHeadingRow + 1 : FirstHeadingRow;

    private char LastColumn => (char)('A' + columns.Count - 1);

    /// <summary>Writes the table.</summary>
    /// <param name="rows">Rows, each with one cell a column, or with a single cell that goes across all of them.</param>
    /// <param name="output">Takes the workbook; left open.</param>
    public void Write(IEnumerable<IReadOnlyList<SheetCell>> rows, Stream output)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(output);

        // A package needs to go back and forth in its stream, which the caller's may not allow.
        using var buffer = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(buffer, SpreadsheetDocumentType.Workbook)) WriteParts(rows, document);
        buffer.Position = 0;
        buffer.CopyTo(output);
    }

    private void WriteParts(IEnumerable<IReadOnlyList<SheetCell>> rows, SpreadsheetDocument document)
    {
        var book = document.AddWorkbookPart();
        var styles = book.AddNewPart<WorkbookStylesPart>();
        styles.Stylesheet = SheetStyles.Create();
        var part = book.AddNewPart<WorksheetPart>();
        var lastRow = WriteSheet(rows, part);
        book.Workbook = new(
            new Sheets(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = name, SheetId = 1, Id = book.GetIdOfPart(part) }),
            new DefinedNames(
                new DefinedName(string.Create(CultureInfo.InvariantCulture, $"'{name}'!$A${HeadingRow}:${LastColumn}${lastRow}")) { Name = "_xlnm._FilterDatabase", LocalSheetId = 0, Hidden = true },
                new DefinedName(string.Create(CultureInfo.InvariantCulture, $"'{name}'!${FirstHeadingRow}:${HeadingRow}")) { Name = "_xlnm.Print_Titles", LocalSheetId = 0 }));
    }

    private int WriteSheet(IEnumerable<IReadOnlyList<SheetCell>> rows, WorksheetPart part)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        writer.WriteElement(View());
        writer.WriteElement(new SheetFormatProperties { DefaultRowHeight = 15 });
        writer.WriteElement(new Columns(columns.Select((column, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = column.Width, CustomWidth = true })));
        writer.WriteStartElement(new SheetData());
        var lastRow = WriteRows(rows, writer);
        writer.WriteEndElement();
        writer.WriteElement(new AutoFilter { Reference = string.Create(CultureInfo.InvariantCulture, $"A{HeadingRow}:{LastColumn}{lastRow}") });
        writer.WriteElement(new MergeCells(_merges));
        writer.WriteElement(new PageMargins { Left = 0.5, Right = 0.5, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        writer.WriteElement(new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToHeight = 0 });
        writer.WriteElement(new HeaderFooter(new OddFooter("&C第 &P 页，共 &N 页")));
        writer.WriteEndElement();
        return lastRow;
    }

    // Title and heading stay in sight while the rows scroll.
    private SheetViews View() => new(new SheetView(
        new Pane { VerticalSplit = HeadingRow, TopLeftCell = Place(0, HeadingRow + 1), ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen },
        new Selection { Pane = PaneValues.BottomLeft, ActiveCell = Place(0, HeadingRow + 1), SequenceOfReferences = new ListValue<StringValue> { InnerText = Place(0, HeadingRow + 1) } })
    {
        WorkbookViewId = 0,
        TabSelected = true,
    });

    private int WriteRows(IEnumerable<IReadOnlyList<SheetCell>> rows, OpenXmlWriter writer)
    {
        writer.WriteElement(new Row(TextCell("A1", title, SheetStyles.Title)) { RowIndex = 1, Height = 30, CustomHeight = true });
        Merge(0, 1, columns.Count - 1, 1);
        WriteHeading(writer);
        var number = HeadingRow;
        foreach (var row in rows)
        {
            number++;
            if (row.Count == 1 && columns.Count > 1)
            {
                writer.WriteElement(new Row(columns.Select((_, i) => TextCell(Place(i, number), i == 0 ? row[0].Text ?? "" : "", SheetStyles.Heading))) { RowIndex = (uint)number, Height = 22, CustomHeight = true });
                Merge(0, number, columns.Count - 1, number);
            }
            else
            {
                writer.WriteElement(new Row(row.Select((cell, i) => CellOf(cell, Place(i, number)))) { RowIndex = (uint)number, Height = HeightOf(row), CustomHeight = true });
            }
        }

        return number;
    }

    private void WriteHeading(OpenXmlWriter writer)
    {
        if (IsGrouped)
        {
            writer.WriteElement(new Row(columns.Select((column, i) => TextCell(Place(i, FirstHeadingRow), column.Group ?? column.Heading, SheetStyles.Heading))) { RowIndex = FirstHeadingRow, Height = 22, CustomHeight = true });
            for (var first = 0; first < columns.Count;)
            {
                var last = first;
                while (columns[first].Group is { } group && last + 1 < columns.Count && columns[last + 1].Group == group) last++;
                Merge(first, FirstHeadingRow, last, columns[first].Group is null ? HeadingRow : FirstHeadingRow);
                first = last + 1;
            }
        }
        writer.WriteElement(new Row(columns.Select((column, i) => TextCell(Place(i, HeadingRow), IsGrouped && column.Group is null ? "" : column.Heading, SheetStyles.Heading))) { RowIndex = (uint)HeadingRow, Height = 22, CustomHeight = true });
    }

    private void Merge(int firstColumn, int firstRow, int lastColumn, int lastRow)
    {
        if ((firstColumn, firstRow) != (lastColumn, lastRow)) _merges.Add(new() { Reference = $"{Place(firstColumn, firstRow)}:{Place(lastColumn, lastRow)}" });
    }

    /// <summary>Not every office program makes a row high enough by itself, so the lines are counted here: a Chinese character takes two of a column's units.</summary>
    private double HeightOf(IReadOnlyList<SheetCell> row)
    {
        var lines = row.Select((cell, i) => (cell.Text ?? "").Split('\n').Sum(line => Math.Max(1, Math.Ceiling(PlanTable.Width(line) / (columns[i].Width - 1))))).Max();
        return Math.Min(HighestRow, (lines * LineHeight) + 4);
    }

    private static string Place(int column, int row) => string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + column)}{row}");

    private static Cell CellOf(SheetCell cell, string place) => cell switch
    {
        { Number: { } number } => NumberCell(place, number, SheetStyles.Number),
        { Day: { } day } => NumberCell(place, day.ToDateTime(TimeOnly.MinValue).ToOADate(), SheetStyles.Day),
        _ => TextCell(place, cell.Text ?? "", SheetStyles.Text),
    };

    private static Cell NumberCell(string place, double number, uint style) =>
        new(new CellValue(number.ToString(CultureInfo.InvariantCulture))) { CellReference = place, StyleIndex = style };

    private static Cell TextCell(string place, string text, uint style) =>
        new(new InlineString(new Text(Storable(text)) { Space = SpaceProcessingModeValues.Preserve })) { CellReference = place, StyleIndex = style, DataType = CellValues.InlineString };

    // What XML cannot hold is left out, and a cell holds so much and no more.
    private static string Storable(string text)
    {
        var kept = OfficeText.Storable(text);
        return kept.Length < LongestCell ? kept : kept[..(char.IsHighSurrogate(kept[LongestCell - 2]) ? LongestCell - 2 : LongestCell - 1)];
    }
}
