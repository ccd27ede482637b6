using DocumentFormat.OpenXml.Spreadsheet;
using Xunit;

namespace Gongkai.Rules.Plans.Reading;

public sealed class XlsxReaderTests
{
    private static readonly Action<SheetData, Worksheet> Two = (data, _) =>
        data.Append(new Row(Samples.Inline("A1", "序号"), Samples.Inline("B1", "任务")), new Row(Samples.Value("A2", "1"), Samples.Inline("B2", "公开规划")));

    [Fact]
    public void Shows_dates_percentages_and_numbers_as_the_sheet_does()
    {
        var text = Samples.Read("表.xlsx", Samples.Xlsx(("任务", (data, _) => data.Append(new Row(
            Samples.Inline("A1", "公开规划"), Samples.Value("B1", "46203", 1), Samples.Value("C1", "46203", 2), Samples.Value("D1", "0.95", 3), Samples.Value("E1", "0.30000000000000004"), Samples.Value("F1", "12"))), SheetStateValues.Visible)));
        Assert.Equal("公开规划|2026年6月30日|2026年6月|95%|0.3|12", Samples.Grid(text, Samples.OnlyTable(text)));
    }

    [Fact]
    public void Lays_out_merged_cells_and_gaps()
    {
        var text = Samples.Read("表.xlsx", Samples.Xlsx(("任务", (data, sheet) =>
        {
            data.Append(
                new Row(Samples.Inline("A1", "任务分解表")) { RowIndex = 1 },
                new Row(Samples.Inline("A3", "一"), Samples.Inline("B3", "规划"), Samples.Inline("D3", "9月底")) { RowIndex = 3 },
                new Row(Samples.Inline("B4", "预算")) { RowIndex = 4 });
            sheet.Append(new MergeCells(new MergeCell { Reference = "A1:D1" }, new MergeCell { Reference = "A3:A4" }, new MergeCell { Reference = "D4:XFD1048576" }));
        }, SheetStateValues.Visible)));
        var table = Samples.OnlyTable(text);
        Assert.Equal("任务分解表\n一|规划||9月底\n预算||", Samples.Grid(text, table));
        Assert.Equal(4, table.Rows[0].Cells[0].Columns);
        Assert.Equal(2, table.Rows[1].Cells[0].Rows);
        Assert.Equal([1, 2, 3], table.Rows[2].Cells.Select(cell => cell.Column));
    }

    [Fact]
    public void Names_sheets_only_where_there_are_several()
    {
        var one = Samples.Read("表.xlsx", Samples.Xlsx(("甲表", Two, SheetStateValues.Visible)));
        Assert.Empty(Samples.Paragraphs(one));
        var two = Samples.Read("表.xlsx", Samples.Xlsx(("甲表", Two, SheetStateValues.Visible), ("乙表", Two, SheetStateValues.Visible)));
        Assert.Equal(["甲表", "乙表"], Samples.Paragraphs(two));
        Assert.Equal(2, two.Blocks.OfType<Gongkai.Plans.Blocks.Table>().Count());
    }

    [Fact]
    public void Leaves_hidden_sheets_and_rows_out_and_says_so()
    {
        var text = Samples.Read("表.xlsx", Samples.Xlsx(
            ("甲表", (data, _) => data.Append(new Row(Samples.Inline("A1", "任务")), new Row(Samples.Inline("A2", "旧任务")) { Hidden = true }, new Row(Samples.Inline("A3", "新任务"))), SheetStateValues.Visible),
            ("底稿", Two, SheetStateValues.Hidden)));
        Assert.Equal("任务\n新任务", Samples.Grid(text, Samples.OnlyTable(text)));
        Assert.Equal(["plans.hidden-rows", "plans.hidden-sheet"], text.Doubts.Select(doubt => doubt.Code).Order());
        Assert.Equal("底稿", text.Doubts.Single(doubt => doubt.Code == "plans.hidden-sheet").Values[0]);
    }

    [Fact]
    public void Reports_columns_beyond_the_limit()
    {
        var text = Samples.Read("表.xlsx", Samples.Xlsx(("任务", (data, _) => data.Append(new Row(Samples.Inline("A1", "甲"), Samples.Inline("XFD1", "乙"))), SheetStateValues.Visible)));
        Assert.Equal("甲", text[Samples.OnlyTable(text).Rows[0].Cells[0].Span].ToString());
        Assert.Contains(text.Doubts, doubt => doubt.Code == "plans.table-clipped");
    }

    [Fact]
    public void Reads_a_real_workbook_of_libreoffice()
    {
        using var office = OfficeConverter.FindOrSkip();
        var csv = System.Text.Encoding.UTF8.GetBytes("序号,任务,单位\n1,公开规划,市发展改革委\n2,公开预算,市财政局\n");
        var text = Samples.Read("表.xlsx", office.Convert("表.csv", csv, "xlsx", "CSV:44,34,76"));
        Assert.Equal("序号|任务|单位\n1|公开规划|市发展改革委\n2|公开预算|市财政局", Samples.Grid(text, Samples.OnlyTable(text)));
    }
}
