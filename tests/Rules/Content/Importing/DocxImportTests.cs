using System.Security.Cryptography;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Gongkai.Rules.Plans.Reading;
using Xunit;
using Drawing = DocumentFormat.OpenXml.Drawing;
using DrawnPicture = DocumentFormat.OpenXml.Drawing.Pictures;
using Placement = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Gongkai.Rules.Content.Importing;

public sealed class DocxImportTests
{
    private static string[] Lines(params OpenXmlElement[] body) => Texts.Import("文件.docx", Samples.Docx(body)).Lines();

    private static Run Styled(string text, params OpenXmlElement[] properties) => new(new RunProperties(properties), new Text(text) { Space = SpaceProcessingModeValues.Preserve });

    private static TableCell Cell(string text, params OpenXmlElement[] properties) => new(new TableCellProperties(properties), new Paragraph(Samples.R(text)));

    private static TableCell BoldCell(string text) => new(new Paragraph(Styled(text, new Bold())));

    private static Run Image(string relationship, string? alt) => new(new DocumentFormat.OpenXml.Wordprocessing.Drawing(new Placement.Inline(
        new Placement.Extent { Cx = 9525, Cy = 9525 },
        new Placement.DocProperties { Id = 1, Name = "图1", Description = alt },
        new Drawing.Graphic(new Drawing.GraphicData(new DrawnPicture.Picture(
            new DrawnPicture.NonVisualPictureProperties(new DrawnPicture.NonVisualDrawingProperties { Id = 1, Name = "a.png" }, new DrawnPicture.NonVisualPictureDrawingProperties()),
            new DrawnPicture.BlipFill(new Drawing.Blip { Embed = relationship }),
            new DrawnPicture.ShapeProperties()))
        { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" }))));

    private static void AddImage(MainDocumentPart main, string id, byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        main.AddImagePart(ImagePartType.Png, id).FeedData(stream);
    }

    [Fact]
    public void Tells_headings_by_their_official_numbers() => Assert.Equal(
        ["<> 关于某事的通知", "各有关单位：", "# 一、总体要求", "坚持依法公开。", "## （一）工作目标", "### 1.公开内容", "规划和预算。", "#### （1）规划", "按年公开规划。", "二、组织实施。", "附件：1.申请表", "2.汇总表"],
        Lines(
            Samples.P("关于某事的通知", new Justification { Val = JustificationValues.Center }), Samples.P("各有关单位："),
            Samples.P("一、总体要求"), Samples.P("　　坚持依法公开。"), Samples.P("（一）工作目标"), Samples.P("1.公开内容"), Samples.P("规划和预算。"),
            Samples.P("（1）规划"), Samples.P("按年公开规划。"), Samples.P("二、组织实施。"), Samples.P("附件：1.申请表"), Samples.P("2.汇总表")));

    [Fact]
    public void Leaves_numbered_paragraphs_and_items_as_they_are() => Assert.Equal(
        ["# 一、申请条件", "1.年满18周岁；", "2.在本县居住", "3.无不良记录", "二、各单位要按照上述条件逐项审核，做到应公开尽公开。", "联系人：某某"],
        Lines(Samples.P("一、申请条件"), Samples.P("1.年满18周岁；"), Samples.P("2.在本县居住"), Samples.P("3.无不良记录"), Samples.P("二、各单位要按照上述条件逐项审核，做到应公开尽公开。"), Samples.P("联系人：某某")));

    [Fact]
    public void Takes_headings_from_styles_and_their_title_out_of_them()
    {
        var imported = Texts.Import("文件.docx", Samples.Docx(
            [
                Samples.P("某县公开办法", new ParagraphStyleId { Val = "标题" }),
                Samples.P("第一章 总则", new ParagraphStyleId { Val = "1" }),
                Samples.P("适用范围", new OutlineLevel { Val = 2 }),
                Samples.P("公开时限", new OutlineLevel { Val = 1 }),
                Samples.P("本办法适用于本县。每一句都很长，只是样式设错了，它其实不是标题，而是一段普通的正文文字，读的时候不能当作标题。", new OutlineLevel { Val = 0 }),
            ],
            main => main.AddNewPart<StyleDefinitionsPart>().Styles = new(
                new Style(new StyleName { Val = "heading 1" }, new StyleRunProperties(new Bold())) { Type = StyleValues.Paragraph, StyleId = "1" },
                new Style(new StyleName { Val = "Title" }, new StyleParagraphProperties(new OutlineLevel { Val = 0 })) { Type = StyleValues.Paragraph, StyleId = "标题" })));
        Assert.Equal(["<> 某县公开办法", "# 第一章 总则", "## 适用范围", "# 公开时限"], imported.Lines()[..4]);
        Assert.StartsWith("本办法适用于本县。", imported.Lines()[4], StringComparison.Ordinal);
    }

    [Fact]
    public void Keeps_runs_places_and_safe_links()
    {
        var imported = Texts.Import("文件.docx", Samples.Docx(
            [
                new Paragraph(Samples.R("面积"), Styled("12", new Bold()), Samples.R("m"), Styled("2", new VerticalTextAlignment { Val = VerticalPositionValues.Superscript }), Samples.R("，CO"), Styled("2", new VerticalTextAlignment { Val = VerticalPositionValues.Subscript })),
                new Paragraph(Samples.R("见"), new Hyperlink(Samples.R("网站")) { Id = "好" }, new Hyperlink(Samples.R("脚本")) { Id = "坏" }),
                new Paragraph(new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }), new Run(new FieldCode(" HYPERLINK \"https://b.example/乙\" ")), new Run(new FieldChar { FieldCharType = FieldCharValues.Separate }), Samples.R("乙处"), new Run(new FieldChar { FieldCharType = FieldCharValues.End }), Samples.R("后")),
                Samples.P("某县人民政府", new Justification { Val = JustificationValues.Right }),
            ],
            main =>
            {
                main.AddHyperlinkRelationship(new Uri("https://a.example/x(1)"), isExternal: true, "好");
                main.AddHyperlinkRelationship(new Uri("file:///c:/windows"), isExternal: true, "坏");
            }));
        Assert.Equal(["面积**12**m^2^，CO~2~", @"见[网站](https://a.example/x(1\))脚本", "[乙处](https://b.example/乙)后", ">> 某县人民政府"], imported.Lines());
    }

    [Fact]
    public void Writes_out_numbers_and_makes_lists_of_bullets()
    {
        var lines = Texts.Import("文件.docx", Samples.Docx(
            [Samples.P("重点", Samples.Numbered(1, 0)), Samples.P("甲", Samples.Numbered(2, 0)), Samples.P("乙", Samples.Numbered(2, 0)), Samples.P("保障", Samples.Numbered(1, 0)), Samples.P("落实。")],
            main => main.AddNewPart<NumberingDefinitionsPart>().Numbering = new(
                new AbstractNum(Samples.LevelOf(0, NumberFormatValues.ChineseCountingThousand, "%1、")) { AbstractNumberId = 0 },
                new AbstractNum(Samples.LevelOf(0, NumberFormatValues.Bullet, "\uF0B7")) { AbstractNumberId = 1 },
                new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = 1 },
                new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = 2 }))).Lines();
        Assert.Equal(["# 一、重点", "- 甲", "- 乙", "# 二、保障", "落实。"], lines);
    }

    [Fact]
    public void Keeps_merged_cells_lines_and_heading_rows()
    {
        var table = new Table(
            new TableRow(new TableRowProperties(new TableHeader()), Cell("项目", new VerticalMerge { Val = MergedCellValues.Restart }), Cell("金额（10³元）", new GridSpan { Val = 2 })),
            new TableRow(new TableRowProperties(new TableHeader()), Cell("", new VerticalMerge()), Cell("上年"), Cell("今年")),
            new TableRow(Cell("甲"), Cell("1"), new TableCell(Samples.P("2"), Samples.P("万"))));
        Assert.Equal(["|!项目|!金额（10³元）|<|", "|^|!上年|!今年|", "|甲|1|2⏎万|"], Lines(table));
    }

    [Fact]
    public void Takes_a_bold_first_row_as_heading_and_keeps_powers_in_cells()
    {
        var power = new TableCell(new Paragraph(Samples.R("10"), Styled("3", new VerticalTextAlignment { Val = VerticalPositionValues.Superscript })));
        Assert.Equal(["|!名称|!数量|", "|甲|10³|"], Lines(new Table(new TableRow(BoldCell("名称"), BoldCell("数量")), new TableRow(Cell("甲"), power))));
        Assert.Equal(["|!名称|!数量|", "|甲|10³|"], Lines(new Table(new TableRow(BoldCell("名称"), BoldCell("数量")), new TableRow(Cell("甲"), Cell("10³")))));
    }

    [Fact]
    public void Hands_out_pictures_and_says_which_it_did_not_take()
    {
        var png = Texts.Png();
        var imported = Texts.Import("文件.docx", Samples.Docx(
            [
                new Paragraph(Samples.R("见图"), Image("p1", "办事流程图"), Samples.R("和表")),
                new Paragraph(Image("p1", null), Image("gif", "动图"), Image("none", "无")),
                new Table(new TableRow(Cell("甲"), new TableCell(new Paragraph(Image("p2", "章")))), new TableRow(Cell("乙"), Cell("丙"))),
            ],
            main =>
            {
                AddImage(main, "p1", png);
                AddImage(main, "p2", Texts.Png(9));
                AddImage(main, "gif", "GIF89a........................"u8.ToArray());
            }));
        var digest = Convert.ToHexStringLower(SHA256.HashData(png));
        Assert.Equal(["见图", $"![办事流程图]({digest})", "和表", $"![]({digest})", "|甲||", "|乙|丙|", $"![章]({imported.Pictures[1].Digest})"], imported.Lines());
        Assert.Equal(["content.picture-skipped 2"], imported.Doubted());
        Assert.Equal([(digest, "image/png", "办事流程图"), (imported.Pictures[1].Digest, "image/png", "章")], imported.Pictures.Select(picture => (picture.Digest, picture.ContentType, picture.Alt)));
        Assert.Equal(png, imported.Pictures[0].Bytes);
    }

    [Fact]
    public void Takes_no_more_pictures_than_allowed()
    {
        var bytes = Samples.Docx(
            [new Paragraph(Samples.R("图"), Image("p1", null), Image("p2", null), Image("p3", null))],
            main => { for (byte i = 1; i <= 3; i++) AddImage(main, $"p{i}", Texts.Png(i)); });
        Assert.Equal(2, Texts.Import("文件.docx", bytes, new() { Pictures = 2 }).Pictures.Count);
        Assert.Single(Texts.Import("文件.docx", bytes, new() { AllPictureBytes = Texts.Png().Length + 10 }).Pictures);
        Assert.Empty(Texts.Import("文件.docx", bytes, new() { PictureBytes = 20 }).Pictures);
    }

    [Fact]
    public void Marks_notes_where_they_are_called_and_puts_them_at_the_end()
    {
        var imported = Texts.Import("文件.docx", Samples.Docx(
            [new Paragraph(Samples.R("规划"), new Run(new FootnoteReference { Id = 2 }), Samples.R("和预算"), new Run(new EndnoteReference { Id = 3 })), Samples.P("完。")],
            main =>
            {
                main.AddNewPart<FootnotesPart>().Footnotes = new(new Footnote(Samples.P("含历史规划。")) { Id = 2 });
                main.AddNewPart<EndnotesPart>().Endnotes = new(new Endnote(Samples.P("含决算。")) { Id = 3 });
            }));
        Assert.Equal(["规划^注1^和预算^注2^", "完。", "注1：含历史规划。", "注2：含决算。"], imported.Lines());
    }

    [Fact]
    public void Accepts_changes_leaves_out_what_is_hidden_and_reads_boxes()
    {
        var box = new Run(new Picture(new DocumentFormat.OpenXml.Vml.Shape(new DocumentFormat.OpenXml.Vml.TextBox(new TextBoxContent(Samples.P("框内文字"))))));
        var imported = Texts.Import("文件.docx", Samples.Docx(
            [
                new Paragraph(Samples.R("按"), new InsertedRun(Samples.R("月")), new DeletedRun(new Run(new DeletedText("年"))), Styled("悄悄", new Vanish()), Samples.R("公开"), box),
                new Paragraph(new Run(new EmbeddedObject()), Samples.R("后")),
            ]));
        Assert.Equal(["按月公开", "框内文字", "后"], imported.Lines());
        Assert.Equal(["plans.embedded-object 1", "plans.hidden-text 1", "plans.tracked-changes 1"], imported.Doubted());
    }

    [Fact]
    public void Reads_what_libreoffice_writes()
    {
        using var office = OfficeConverter.FindOrSkip();
        const string page = "<html><meta charset=utf-8><body><p align=center>关于某事的通知</p><p>一、重点<b>任务</b></p><p>落实<a href='https://a.example/'>要求</a>。</p><ul><li>规划</li><li>预算</li></ul><table border=1><tr><th rowspan=2>序号</th><th>任务</th></tr><tr><td>规划</td></tr></table><p align=right>某县人民政府</p></body></html>";
        var lines = Texts.Import("文件.docx", office.Convert("页.html", System.Text.Encoding.UTF8.GetBytes(page), "docx:MS Word 2007 XML", "writer_web_HTML")).Lines();
        Assert.Equal(["<> 关于某事的通知", "# 一、重点**任务**", "落实[要求](https://a.example/)。", "- 规划", "- 预算", "|!序号|!任务|", "|^|规划|", ">> 某县人民政府"], lines);
    }
}
