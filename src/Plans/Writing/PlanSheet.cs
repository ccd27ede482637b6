using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Gongkai.Plans.Writing;

/// <summary>
/// Writes the tasks of a plan as a breakdown table (任务分解表) in XLSX for WPS and Excel: frozen heading, widths, wrapped
/// text, real dates, landscape pages that repeat the heading. Text is stored as text, so no cell can become a formula.
/// </summary>
public static class PlanSheet
{
    private const int LongestCell = 32_767;
    private static readonly double[] Widths = [6, 28, 60, 22, 22, 18, 18, 22, 13, 18];

    /// <summary>Writes one plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="output">Takes the workbook; left open.</param>
    public static void Write(Plan plan, Stream output)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(output);

        // A package needs to go back and forth in its stream, which the caller's may not allow.
        using var buffer = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(buffer, SpreadsheetDocumentType.Workbook)) WriteParts(plan, document);
        buffer.Position = 0;
        buffer.CopyTo(output);
    }

    private static void WriteParts(Plan plan, SpreadsheetDocument document)
    {
        var book = document.AddWorkbookPart();
        var styles = book.AddNewPart<WorkbookStylesPart>();
        styles.Stylesheet = PlanSheetStyles.Create();
        var part = book.AddNewPart<WorksheetPart>();
        var tasks = PlanColumns.Tasks(plan);
        part.Worksheet = new(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            View(),
            new SheetFormatProperties { DefaultRowHeight = 15 },
            ColumnWidths(),
            Rows(plan, tasks),
            new AutoFilter { Reference = Area(tasks.Count + 2) },
            new MergeCells(new MergeCell { Reference = $"A1:{LastColumn}1" }),
            new PageMargins { Left = 0.5, Right = 0.5, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 },
            new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToHeight = 0 },
            new HeaderFooter(new OddFooter("&C第 &P 页，共 &N 页")));
        book.Workbook = new(
            new Sheets(new Sheet { Name = SheetName, SheetId = 1, Id = book.GetIdOfPart(part) }),
            new DefinedNames(
                new DefinedName($"'{SheetName}'!{Fixed(tasks.Count + 2)}") { Name = "_xlnm._FilterDatabase", LocalSheetId = 0, Hidden = true },
                new DefinedName($"'{SheetName}'!$2:$2") { Name = "_xlnm.Print_Titles", LocalSheetId = 0 }));
    }

    private const string SheetName = "任务分解表";

    private static char LastColumn => (char)('A' + PlanColumns.Headings.Count - 1);

    private static string Area(int lastRow) => string.Create(CultureInfo.InvariantCulture, $"A2:{LastColumn}{lastRow}");

    private static string Fixed(int lastRow) => string.Create(CultureInfo.InvariantCulture, $"$A$2:${LastColumn}${lastRow}");

    // Title and heading stay in sight while the tasks scroll.
    private static SheetViews View() => new(new SheetView(
        new Pane { VerticalSplit = 2, TopLeftCell = "A3", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen },
        new Selection { Pane = PaneValues.BottomLeft, ActiveCell = "A3", SequenceOfReferences = new ListValue<StringValue> { InnerText = "A3" } })
    {
        WorkbookViewId = 0,
        TabSelected = true,
    });

    private static Columns ColumnWidths() => new(Widths.Select((width, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = width, CustomWidth = true }));

    private static SheetData Rows(Plan plan, IReadOnlyList<PlanTask> tasks)
    {
        var rows = new SheetData();
        var title = new Row(TextCell("A1", plan.Title ?? plan.Source.Name, PlanSheetStyles.Title)) { RowIndex = 1, Height = 30, CustomHeight = true };
        rows.Append(title);
        rows.Append(new Row(PlanColumns.Headings.Select((heading, i) => TextCell(Place(i, 2), heading, PlanSheetStyles.Heading))) { RowIndex = 2, Height = 22, CustomHeight = true });
        for (var t = 0; t < tasks.Count; t++)
        {
            var number = (uint)t + 3;
            var cells = PlanColumns.Cells(plan, tasks[t]).Select((text, i) => i switch
            {
                0 => NumberCell(Place(i, number), tasks[t].Number, PlanSheetStyles.Number),
                PlanColumns.DayColumn when PlanColumns.LastDay(tasks[t]) is { } day =>
                    NumberCell(Place(i, number), day.ToDateTime(TimeOnly.MinValue).ToOADate(), PlanSheetStyles.Day),
                _ => TextCell(Place(i, number), text, PlanSheetStyles.Text),
            });
            rows.Append(new Row(cells) { RowIndex = number });
        }

        return rows;
    }

    private static string Place(int column, uint row) => string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + column)}{row}");

    private static Cell NumberCell(string place, double number, uint style) =>
        new(new CellValue(number.ToString(CultureInfo.InvariantCulture))) { CellReference = place, StyleIndex = style };

    private static Cell TextCell(string place, string text, uint style) =>
        new(new InlineString(new Text(Storable(text)) { Space = SpaceProcessingModeValues.Preserve })) { CellReference = place, StyleIndex = style, DataType = CellValues.InlineString };

    // What XML cannot hold is left out, and a cell holds so much and no more.
    private static string Storable(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length && kept.Length < LongestCell - 1; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) kept.Append(text[i]);
            else if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) kept.Append(text[i]).Append(text[++i]);
        }

        return kept.ToString();
    }
}
