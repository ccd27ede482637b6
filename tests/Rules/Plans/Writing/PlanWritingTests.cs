using System.Text;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Gongkai.Plans;
using Gongkai.Plans.Writing;
using Gongkai.Rules.Plans.Reading;
using Xunit;

namespace Gongkai.Rules.Plans.Writing;

public sealed class PlanWritingTests
{
    private const string Text = "云泽市2026年工作要点\n=公开规划，9月底前完成。（市发改委、财政局）\n建立台账，每季度至少2次。（市府办牵头指导）";

    private static readonly Plan Sample = MakePlan();

    private static TextSpan At(string part) => new(Text.IndexOf(part, StringComparison.Ordinal), part.Length);

    private static Plan MakePlan() => new()
    {
        Source = new("计划.txt", Text, [new Gongkai.Plans.Blocks.Paragraph(At("云泽市2026年工作要点"))], [new Doubt("plans.guessed-encoding", default, "Big5")]),
        Title = "云泽市2026年工作要点",
        Year = 2026,
        PublishedOn = new(2026, 3, 1),
        Documents = [new("关于公开的意见", null, 1), new("云泽市公开办法", null, 2, Planned: true)],
        Tasks =
        [
            new()
            {
                Number = 1,
                SectionPath = ["一、规划", "（一）\"引号\""],
                Text = "=公开规划，9月底前完成。",
                Span = At("=公开规划，9月底前完成。"),
                Lines = (2, 2),
                UnitText = "（市发改委、财政局）",
                Units =
                [
                    new(UnitRole.Responsible, "市发改委", "市发改委", At("市发改委")),
                    new(UnitRole.Cooperating, "财政局", "市财政局", At("财政局")),
                ],
                Limits = [new(LimitKind.Date, "9月底前", At("9月底前")) { Date = new(2026, 9, 30) }],
            },
            new()
            {
                Number = 2,
                SectionPath = ["一、规划"],
                Text = "建立台账，每季度至少2次。",
                Span = At("建立台账，每季度至少2次。"),
                Lines = (3, 3),
                Units = [new(UnitRole.Guiding, "市府办", "市府办", At("市府办"))],
                Limits =
                [
                    new(LimitKind.Periodic, "每季度至少2次", At("每季度至少2次")) { Recurrence = Recurrence.Quarterly, MinCount = 2 },
                    new(LimitKind.AfterEvent, "建立", At("建立")) { Days = 20, DayUnit = DayUnit.Working, Event = "建立" },
                ],
                Truncated = true,
            },
        ],
        Doubts = [new Doubt("plans.truncated", At("每季度")) { Task = 2 }],
    };

    private static JsonElement Json(Plan plan)
    {
        using var stream = new MemoryStream();
        PlanJson.Write(plan, stream);
        return JsonDocument.Parse(stream.ToArray()).RootElement;
    }

    private static List<string> Strings(JsonElement element) => [.. element.EnumerateArray().Select(item => item.GetString()!)];

    [Fact]
    public void Json_bears_the_names_of_the_labelled_documents()
    {
        var root = Json(Sample);
        Assert.Equal("计划.txt", root.GetProperty("source").GetString());
        Assert.Equal(2026, root.GetProperty("year").GetInt32());
        Assert.Equal("2026-03-01", root.GetProperty("publishedOn").GetString());
        Assert.Equal(JsonValueKind.Null, root.GetProperty("docNumber").ValueKind);
        Assert.Equal("关于公开的意见", root.GetProperty("effectiveReferences")[0].GetProperty("title").GetString());
        Assert.Equal("云泽市公开办法", root.GetProperty("plannedDocuments")[0].GetProperty("title").GetString());
        Assert.False(root.TryGetProperty("tableTasks", out _));
        Assert.Equal(["plans.guessed-encoding", "plans.truncated"], root.GetProperty("doubts").EnumerateArray().Select(doubt => doubt.GetProperty("code").GetString()!));
    }

    [Fact]
    public void Json_folds_the_finer_roles_into_the_two_of_the_labels()
    {
        var tasks = Json(Sample).GetProperty("tasks");
        Assert.Empty(Strings(tasks[0].GetProperty("lead")));
        Assert.Equal(["市发改委", "财政局"], Strings(tasks[0].GetProperty("responsible")));
        Assert.Equal(["市发改委", "市财政局"], Strings(tasks[0].GetProperty("responsibleFull")));
        Assert.Equal(["财政局"], Strings(tasks[0].GetProperty("cooperating")));
        Assert.Equal(["市府办"], Strings(tasks[1].GetProperty("lead")));
        Assert.False(tasks[1].TryGetProperty("leadFull", out _));
    }

    [Fact]
    public void Json_gives_one_limit_as_fields_and_several_as_a_list()
    {
        var tasks = Json(Sample).GetProperty("tasks");
        var only = tasks[0].GetProperty("deadline");
        Assert.Equal(("date", "2026-09-30"), (only.GetProperty("kind").GetString(), only.GetProperty("date").GetString()));
        Assert.Equal(6, only.GetProperty("offset").GetInt32());
        Assert.Equal("9月底前", tasks[0].GetProperty("deadlineText").GetString());
        var several = tasks[1].GetProperty("deadlines");
        Assert.Equal(["quarterly", null], several.EnumerateArray().Select(limit => limit.GetProperty("period").GetString()));
        Assert.Equal("working", several[1].GetProperty("dayUnit").GetString());
        Assert.True(tasks[1].GetProperty("truncated").GetBoolean());
    }

    [Fact]
    public void Json_spans_lead_back_to_the_text()
    {
        foreach (var task in Json(Sample).GetProperty("tasks").EnumerateArray())
        {
            var span = task.GetProperty("span");
            Assert.Equal(task.GetProperty("text").GetString(), Text[span[0].GetInt32()..span[1].GetInt32()]);
        }
    }

    [Fact]
    public void Json_leaves_chinese_readable_and_bears_half_a_surrogate()
    {
        using var stream = new MemoryStream();
        PlanJson.Write(Sample with { Title = "云泽市\uD840" }, stream);
        Assert.Contains("\"title\": \"云泽市", Encoding.UTF8.GetString(stream.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void Json_of_a_table_row_gives_assignments_and_the_cell_of_limits()
    {
        var row = Sample.Tasks[1] with { NarrativeTask = 1, Units = [new(UnitRole.Responsible, "市府办", "市府办", At("市府办"), "台账")] };
        var task = Json(Sample with { TableTasks = [row] }).GetProperty("tableTasks")[0];
        Assert.Equal("台账", task.GetProperty("assignments")[0].GetProperty("duty").GetString());
        Assert.Equal("建立台账，每季度至少2次", task.GetProperty("deadlineCell").GetString());
        Assert.Equal(5, task.GetProperty("deadlines")[0].GetProperty("offset").GetInt32());
    }

    [Fact]
    public void Csv_disarms_formulas_and_quotes_what_needs_it()
    {
        using var stream = new MemoryStream();
        PlanCsv.Write(Sample, stream);
        var bytes = stream.ToArray();
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        Assert.Equal(4, lines.Length);
        Assert.StartsWith("1,\"一、规划 / （一）\"\"引号\"\"\",'=公开规划，9月底前完成。,,市发改委,市财政局,,9月底前,2026-09-30,", lines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+86", "'+86")]
    [InlineData("-", "'-")]
    [InlineData("@甲", "'@甲")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData(" ＝甲", "' ＝甲")]
    [InlineData("9月=底", "9月=底")]
    public void Csv_puts_an_apostrophe_before_what_would_begin_a_formula(string text, string cell) => Assert.Equal(cell, Csv.Cell(text));

    [Fact]
    public void Table_lines_up_where_chinese_takes_two_columns()
    {
        using var writer = new StringWriter();
        PlanTable.Write(Sample with { Title = "云泽\u001b[31m市" }, writer);
        var lines = writer.ToString().Split('\n');
        Assert.DoesNotContain("\u001b", writer.ToString(), StringComparison.Ordinal);
        int Column(string line, string word) => PlanTable.Width(line[..line.LastIndexOf(word, StringComparison.Ordinal)]);
        Assert.Equal(Column(lines[2], "责任单位"), Column(lines[3], "市发改委"));
        Assert.Equal(Column(lines[2], "完成时限"), Column(lines[4], "每季度"));
        Assert.Contains("共2项任务，待核对2处。", lines);
    }

    [Fact]
    public void Sheet_is_valid_frozen_and_holds_real_dates()
    {
        using var stream = new MemoryStream();
        PlanSheet.Write(Sample, stream);
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013).Validate(document, TestContext.Current.CancellationToken).Select(error => error.Path?.XPath + ": " + error.Description));
        var sheet = document.WorkbookPart!.WorksheetParts.Single().Worksheet;
        Assert.Equal(PaneStateValues.Frozen, sheet.Descendants<Pane>().Single().State!.Value);
        Assert.Equal(10, sheet.Descendants<Column>().Count());
        Assert.Equal("46295", sheet.Descendants<Cell>().Single(cell => cell.CellReference == "I3").CellValue!.Text);
    }

    [Fact]
    public void Sheet_makes_rows_high_enough_for_their_text()
    {
        using var stream = new MemoryStream();
        new Gongkai.Plans.Writing.Sheet("表", "标题", [new("一", 11), new("二", 21)]).Write([[SheetCell.Of("短"), SheetCell.Of("短")], [SheetCell.Of("十个字的文字要占两行"), SheetCell.Of("一行\n又一行\n再一行")], [SheetCell.Of(new string('长', 9000)), SheetCell.Of(1)]], stream);
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);
        Assert.Equal([30, 22, 19, 49, 405], document.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>().Select(row => row.Height!.Value));
    }

    [Fact]
    public void Sheet_is_read_back_by_our_own_reader()
    {
        using var stream = new MemoryStream();
        PlanSheet.Write(Sample, stream);
        var text = Samples.Read("计划.xlsx", stream.ToArray());
        Assert.Contains("=公开规划，9月底前完成。 |  | 市发改委 | 市财政局 |  | 9月底前 | 2026年9月30日", text.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Sheet_opens_in_libreoffice()
    {
        using var office = OfficeConverter.FindOrSkip();
        using var stream = new MemoryStream();
        PlanSheet.Write(Sample, stream);
        var csv = Encoding.UTF8.GetString(office.Convert("计划.xlsx", stream.ToArray(), "csv:Text - txt - csv (StarCalc):44,34,76"));
        var lines = csv.Split('\n');
        Assert.StartsWith("序号,章节,任务内容,牵头单位,责任单位", lines[1], StringComparison.Ordinal);
        Assert.Contains("=公开规划，9月底前完成。,,市发改委,市财政局,,9月底前,2026年9月30日", lines[2], StringComparison.Ordinal);
    }
}
