using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using FsCheck;
using FsCheck.Fluent;
using Gongkai.Content.Blocks;
using Gongkai.Content.Writing;
using Gongkai.Rules.Plans.Reading;
using Xunit;
using Placement = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Gongkai.Rules.Content.Writing;

public sealed class BodyDocxTests
{
    private static readonly string[] Sample =
    [
        "各乡镇人民政府：",
        "# 一、总体要求",
        "坚持**依法**公开，面积12m^2^，见[网站](https://a.example/甲?b=1)。",
        "## （一）工作目标",
        "按月公开。",
        "- 规划",
        "- 预算",
        "|!项目|!金额|<|",
        "|^|!上年|!今年|",
        "|甲⏎乙|1.5|^|",
        "|丙|2|3|",
        $"![流程图]({AnyBody.Digest}) 图1 流程",
        "<> 居中的话",
        ">> 云泽县人民政府",
        ">> 2026年1月20日",
    ];

    private static byte[] Written(Body body, string? title = null)
    {
        using var stream = new MemoryStream();
        BodyDocx.Write(title, body, digest => digest == AnyBody.Digest ? Texts.Png() : null, stream);
        return stream.ToArray();
    }

    private static string[] Errors(byte[] written)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(written), isEditable: false);
        return [.. new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013).Validate(document, TestContext.Current.CancellationToken).Select(error => error.Path?.XPath + ": " + error.Description)];
    }

    [Fact]
    public void Is_a_valid_document_and_read_back_as_written()
    {
        var written = Written(Texts.Of([.. Sample]), "关于某事的通知");
        Assert.Empty(Errors(written));
        var read = Texts.Import("通知.docx", written);
        string[] expected = ["<> 关于某事的通知", .. Sample[..7], "|!项目|!金额|<|", "|^|!上年|!今年|", "|甲⏎乙|1.5|^|", "|丙|2|3|", $"![流程图]({read.Pictures.Single().Digest})", "<> 图1 流程", .. Sample[^3..]];
        Assert.Equal(expected, read.Lines());
        Assert.Empty(read.Doubts);
        Assert.Equal(Texts.Png(), read.Pictures.Single().Bytes);
    }

    [Fact]
    public void Counts_every_ordered_list_from_one()
    {
        var read = Texts.Import("通知.docx", Written(Texts.Of("+ 甲", "+ 乙", "话。", "+ 丙")));
        Assert.Equal(["1.甲", "2.乙", "话。", "1.丙"], read.Lines());
    }

    [Fact]
    public void Any_text_can_be_written_and_says_the_same() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(150), Prop.ForAll(AnyBody.Arbitrary, body =>
    {
        var normal = body.Normalised();
        var written = Written(normal);
        Assert.Empty(Errors(written));
        if (PlainText.Of(normal).Text.Trim().Length == 0) return;
        var outcome = Gongkai.Content.Importing.DocumentImport.Read("文.docx", new MemoryStream(written));
        Assert.True(outcome.IsRead || normal.Blocks.All(block => block is Table or Picture), outcome.Failure?.Sentence);
        if (!outcome.IsRead) return;
        var read = PlainText.Of(outcome.Text.Body).Text;
        foreach (var block in normal.Blocks.OfType<Paragraph>()) Assert.Contains(PlainText.Of(block.Runs), read, StringComparison.Ordinal);
    }));

    [Fact]
    public void Puts_words_in_place_of_a_picture_that_is_gone()
    {
        var body = Texts.Of($"![流程图]({new string('b', 64)}) 图1");
        Assert.Equal(["<> 〔图：流程图〕", "<> 图1"], Texts.Import("通知.docx", Written(body)).Lines());
    }

    [Fact]
    public void Fits_large_pictures_on_the_page()
    {
        byte[] png = [.. Texts.Png()];
        (png[18], png[19], png[22], png[23]) = (0x10, 0x00, 0x04, 0x00); // 4,096 × 1,024 dots
        using var stream = new MemoryStream();
        BodyDocx.Write(null, Texts.Of($"![宽图]({AnyBody.Digest})"), _ => png, stream);
        using var document = WordprocessingDocument.Open(stream, isEditable: false);
        var extent = document.MainDocumentPart!.Document!.Descendants<Placement.Extent>().Single();
        Assert.Equal((156, 39), ((int)Math.Round(extent.Cx!.Value / 36_000.0), (int)Math.Round(extent.Cy!.Value / 36_000.0)));
    }

    [Theory]
    [InlineData("FFD8FFE000040000FFC0001108002000100000", 16, 32)]
    [InlineData("FFD8FFE000040000FFC4", null, null)]
    [InlineData("FFD8FFE0", null, null)]
    public void Tells_the_size_of_a_jpeg(string bytes, int? width, int? height) =>
        Assert.Equal(width is null ? null : (width.Value, height!.Value), PictureSize.Of(Convert.FromHexString(bytes)));

    [Fact]
    public void Is_printed_by_libreoffice_and_its_pdf_is_read()
    {
        OfficeConverter.Program("pdftotext");
        using var office = OfficeConverter.FindOrSkip();
        const string sentence = "由责任单位按月公开规划执行情况，在门户网站集中展示，便于群众查询和监督，并与上一年度的情况逐项对照说明变化的原因。";
        string[] text = [sentence, sentence, .. Sample[1..]];
        var lines = Texts.Import("通知.pdf", office.Convert("通知.docx", Written(Texts.Of(text), "关于某事的通知"), "pdf")).Lines();
        Assert.Equal(["<> 关于某事的通知", sentence, sentence, "# 一、总体要求"], lines[..4]);
        var all = string.Concat(lines).Replace(" ", "", StringComparison.Ordinal);
        foreach (var words in (string[])["坚持依法公开", "•规划", "项目", "今年", "图1流程", "居中的话", ">>云泽县人民政府", ">>2026年1月20日"]) Assert.Contains(words, all, StringComparison.Ordinal);
    }
}
