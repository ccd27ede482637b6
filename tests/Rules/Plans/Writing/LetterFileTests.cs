using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Gongkai.Plans.Writing;
using Gongkai.Rules.Plans.Reading;
using Xunit;

namespace Gongkai.Rules.Plans.Writing;

public sealed class LetterFileTests
{
    private static readonly Letter Sample = new(
        "云泽市人民政府办公室\n关于某事的通报",
        [
            new LetterHeading("一、情况"),
            new LetterTable([new("单位", 3), new("件数", 1, Centred: true)], [["市教育局<b>", "3"], ["市财政局\u0001", "0"]]),
            new LetterParagraph("请抓紧办理。"),
        ],
        "云泽市人民政府办公室", new(2026, 6, 1));

    private static MemoryStream Written(Letter letter)
    {
        var stream = new MemoryStream();
        LetterFile.Write(letter, stream);
        return stream;
    }

    [Fact]
    public void Is_a_valid_document_on_the_page_of_the_norm()
    {
        using var document = WordprocessingDocument.Open(Written(Sample), isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013).Validate(document, TestContext.Current.CancellationToken).Select(error => error.Path?.XPath + ": " + error.Description));

        var body = document.MainDocumentPart!.Document!.Body!;
        var (size, margin) = (body.Descendants<PageSize>().Single(), body.Descendants<PageMargin>().Single());
        Assert.Equal((11906u, 16838u), (size.Width!.Value, size.Height!.Value));
        int[] tenths = [.. new[] { margin.Top!.Value, (int)margin.Right!.Value, margin.Bottom!.Value, (int)margin.Left!.Value }.Select(twips => (int)Math.Round(twips / 1440.0 * 25.4))];
        Assert.Equal([37, 26, 35, 28], tenths);
        Assert.Equal(["方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312", "宋体"], document.MainDocumentPart.FontTablePart!.Fonts!.Elements<Font>().Select(font => font.Name!.Value!));
        Assert.All(document.MainDocumentPart.FontTablePart.Fonts.Elements<Font>(), font => Assert.NotEmpty(font.AltName!.Val!.Value!));
        Assert.Equal(2, document.MainDocumentPart.FooterParts.Count());
    }

    [Fact]
    public void Keeps_the_signature_with_the_text_and_centres_it_on_the_date()
    {
        using var document = WordprocessingDocument.Open(Written(Sample), isEditable: false);
        var last = document.MainDocumentPart!.Document!.Body!.Elements<Paragraph>().TakeLast(4).ToList();
        Assert.Equal(["请抓紧办理。", "", "云泽市人民政府办公室", "2026年6月1日"], last.Select(paragraph => paragraph.InnerText));
        Assert.All(last[..3], paragraph => Assert.NotNull(paragraph.ParagraphProperties!.KeepNext));
        // 10 characters over 6: the date gives way so that the signature keeps its two characters.
        Assert.Equal((200, 400), (Indent(last[2]), Indent(last[3])));
    }

    [Fact]
    public void Is_read_back_by_our_own_reader()
    {
        var text = Samples.Read("通报.docx", Written(Sample).ToArray()).Text;
        Assert.Contains("市教育局<b> | 3", text, StringComparison.Ordinal);
        Assert.Contains("请抓紧办理。", text, StringComparison.Ordinal);
    }

    private static int Indent(Paragraph paragraph) => paragraph.ParagraphProperties!.Indentation!.RightChars!.Value;
}
