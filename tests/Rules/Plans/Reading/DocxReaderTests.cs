using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Xunit;
using Paragraph = Gongkai.Plans.Blocks.Paragraph;
using Word = DocumentFormat.OpenXml.Wordprocessing;

namespace Gongkai.Rules.Plans.Reading;

public sealed class DocxReaderTests
{
    private static Word.TableCell Cell(string text, params OpenXmlElement[] properties) => new(new TableCellProperties(properties), Samples.P(text));

    private static Word.Table Grid(params Word.TableRow[] rows) => new(rows);

    private static AbstractNum Numbering(params OpenXmlElement[] levels) => new(levels) { AbstractNumberId = 0 };

    [Fact]
    public void Takes_headings_and_alignment_from_paragraphs_and_styles()
    {
        var text = Samples.Read("计划.docx", Samples.Docx(
            [
                Samples.P("工作要点", new Justification { Val = JustificationValues.Center }),
                Samples.P("一、重点任务", new ParagraphStyleId { Val = "子" }),
                Samples.P("（一）规划", new OutlineLevel { Val = 1 }),
                Samples.P("2026年3月1日", new Justification { Val = JustificationValues.Right }),
            ],
            main => main.AddNewPart<StyleDefinitionsPart>().Styles = new(
                new Style(new StyleName { Val = "heading 1" }) { Type = StyleValues.Paragraph, StyleId = "母" },
                new Style(new StyleName { Val = "自定" }, new BasedOn { Val = "母" }) { Type = StyleValues.Paragraph, StyleId = "子" })));
        var blocks = text.Blocks.Cast<Paragraph>().ToList();
        Assert.Equal([0, 1, 2, 0], blocks.Select(block => block.Level));
        Assert.True(blocks[0].Centred && blocks[3].RightAligned);
    }

    [Fact]
    public void Writes_out_the_numbers_that_word_generates()
    {
        var text = Samples.Read("计划.docx", Samples.Docx(
            [
                Samples.P("甲", Samples.Numbered(1, 0)),
                Samples.P("乙", Samples.Numbered(1, 1)),
                Samples.P("丙", Samples.Numbered(1, 1)),
                Samples.P("丁", Samples.Numbered(1, 2)),
                Samples.P("戊", Samples.Numbered(1, 0)),
                Samples.P("己", Samples.Numbered(1, 1)),
                Samples.P("庚", Samples.Numbered(2, 1)),
                Samples.P("辛", Samples.Numbered(9, 0)),
            ],
            main => main.AddNewPart<NumberingDefinitionsPart>().Numbering = new(
                Numbering(
                    Samples.LevelOf(0, NumberFormatValues.ChineseCountingThousand, "%1、"),
                    Samples.LevelOf(1, NumberFormatValues.ChineseCounting, "（%2）"),
                    Samples.LevelOf(2, NumberFormatValues.Decimal, "%1.%2.%3")),
                new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = 1 },
                new NumberingInstance(new AbstractNumId { Val = 0 }, new LevelOverride(new StartOverrideNumberingValue { Val = 5 }) { LevelIndex = 1 }) { NumberID = 2 })));
        Assert.Equal(["一、甲", "（一）乙", "（二）丙", "一.二.1 丁", "二、戊", "（一）己", "（五）庚", "辛"], Samples.Paragraphs(text));
        Assert.Equal("（二）", ((Paragraph)text.Blocks[2]).ListLabel);
    }

    [Fact]
    public void Keeps_insertions_drops_deletions_and_hidden_text_and_says_so()
    {
        var paragraph = new Word.Paragraph(
            Samples.R("市财政局"),
            new InsertedRun(Samples.R("按月")),
            new DeletedRun(new Run(new DeletedText("按年"))),
            new Run(new RunProperties(new Vanish()), new Text("悄悄")),
            Samples.R("公开。"));
        var text = Samples.Read("计划.docx", Samples.Docx([Samples.P("一、重点任务"), paragraph]));
        Assert.Equal(["一、重点任务", "市财政局按月公开。"], Samples.Paragraphs(text));
        Assert.Equal(["plans.hidden-text", "plans.tracked-changes"], text.Doubts.Select(doubt => doubt.Code).Order());
        Assert.All(text.Doubts, doubt => Assert.Equal("市财政局按月公开。", text[doubt.Span].ToString()));
    }

    [Fact]
    public void Reads_line_breaks_tabs_and_text_boxes()
    {
        var box = new Run(new Picture(new DocumentFormat.OpenXml.Vml.Shape(new DocumentFormat.OpenXml.Vml.TextBox(new TextBoxContent(Samples.P("框内文字"))))));
        var paragraph = new Word.Paragraph(Samples.R("甲"), new Run(new TabChar()), Samples.R("乙"), new Run(new Break()), Samples.R("丙"), box);
        Assert.Equal(["甲\t乙", "丙", "框内文字"], Samples.Paragraphs(Samples.Read("计划.docx", Samples.Docx([paragraph]))));
    }

    [Fact]
    public void Puts_footnotes_at_the_end()
    {
        var text = Samples.Read("计划.docx", Samples.Docx(
            [new Word.Paragraph(Samples.R("公开规划"), new Run(new FootnoteReference { Id = 2 })), Samples.P("公开预算")],
            main => main.AddNewPart<FootnotesPart>().Footnotes = new(new Footnote(Samples.P("含历史规划。")) { Id = 2 })));
        Assert.Equal(["公开规划", "公开预算", "注1：含历史规划。"], Samples.Paragraphs(text));
    }

    [Fact]
    public void Lays_out_merged_cells()
    {
        var text = Samples.Read("计划.docx", Samples.Docx([Grid(
            new(Cell("分解表", new GridSpan { Val = 3 })),
            new(Cell("一", new VerticalMerge { Val = MergedCellValues.Restart }), Cell("规划"), Cell("市发改委")),
            new(Cell("", new VerticalMerge()), Cell("预算"), Cell("")),
            new(Cell("二"), Cell("决算"), Cell("市财政局")))]));
        var table = Samples.OnlyTable(text);
        Assert.Equal("分解表\n一|规划|市发改委\n预算|\n二|决算|市财政局", Samples.Grid(text, table));
        Assert.Equal(3, table.Rows[0].Cells[0].Columns);
        Assert.Equal(2, table.Rows[1].Cells[0].Rows);
        Assert.Equal([1, 2], table.Rows[2].Cells.Select(cell => cell.Column));
    }

    [Fact]
    public void Numbers_cells_and_reads_tables_inside_cells()
    {
        var inner = new Word.TableCell(new TableCellProperties(), Grid(new Word.TableRow(Cell("内甲"), Cell("内乙"))), Samples.P("后"));
        var numbered = new Word.TableCell(new TableCellProperties(), Samples.P("", Samples.Numbered(1, 0)));
        var text = Samples.Read("计划.docx", Samples.Docx(
            [Grid(new Word.TableRow(Cell("序号"), Cell("任务")), new Word.TableRow(numbered, inner))],
            main => main.AddNewPart<NumberingDefinitionsPart>().Numbering = new(
                Numbering(Samples.LevelOf(0, NumberFormatValues.Decimal, "%1")),
                new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = 1 })));
        Assert.Equal("序号|任务\n1|内甲 内乙 后", Samples.Grid(text, Samples.OnlyTable(text)));
    }

    [Fact]
    public void Takes_a_frame_of_one_cell_as_plain_paragraphs()
    {
        var text = Samples.Read("计划.docx", Samples.Docx([Grid(new Word.TableRow(new Word.TableCell(Samples.P("一、甲"), Samples.P("二、乙"))))]));
        Assert.Equal(["一、甲", "二、乙"], Samples.Paragraphs(text));
    }

    [Fact]
    public void Reports_an_emptied_table()
    {
        var text = Samples.Read("计划.docx", Samples.Docx([Samples.P("附件"), Grid(new(Cell(""), Cell("")), new(Cell(""), Cell("")))]));
        Assert.Equal(["附件"], Samples.Paragraphs(text));
        Assert.Equal("plans.empty-table", Assert.Single(text.Doubts).Code);
    }

    [Fact]
    public void Reads_documents_whose_links_are_no_addresses()
    {
        var bytes = Samples.Docx([Samples.P("正文")], main => main.AddHyperlinkRelationship(new Uri("http://a.example/"), isExternal: true));
        var broken = Rewrite(bytes, "word/_rels/document.xml.rels", "http://a.example/", "mailto:甲@乙@@ 丙：//");
        Assert.Equal(["正文"], Samples.Paragraphs(Samples.Read("计划.docx", broken)));
    }

    [Fact]
    public void Reads_what_libreoffice_makes_of_a_page()
    {
        using var office = OfficeConverter.FindOrSkip();
        var page = "<html><meta charset=utf-8><body><h1>云泽市工作要点</h1><p>一、重点任务</p><ol><li>公开规划</li><li>公开预算</li></ol><table border=1><tr><td>序号</td><td>任务</td></tr><tr><td>1</td><td>规划</td></tr></table></body></html>";
        var text = Samples.Read("计划.docx", office.Convert("页.html", System.Text.Encoding.UTF8.GetBytes(page), "docx:MS Word 2007 XML", "writer_web_HTML"));
        Assert.Equal(["云泽市工作要点", "一、重点任务", "1.公开规划", "2.公开预算"], Samples.Paragraphs(text));
        Assert.Equal(1, ((Paragraph)text.Blocks[0]).Level);
        Assert.Equal("序号|任务\n1|规划", Samples.Grid(text, Samples.OnlyTable(text)));
    }

    private static byte[] Rewrite(byte[] package, string part, string old, string with)
    {
        using var stream = new MemoryStream();
        stream.Write(package);
        using (var zip = new System.IO.Compression.ZipArchive(stream, System.IO.Compression.ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.Entries.Single(entry => entry.FullName == part);
            string content;
            using (var reader = new StreamReader(entry.Open())) content = reader.ReadToEnd();
            Assert.Contains(old, content, StringComparison.Ordinal);
            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(part).Open());
            writer.Write(content.Replace(old, with, StringComparison.Ordinal));
        }

        return stream.ToArray();
    }
}
