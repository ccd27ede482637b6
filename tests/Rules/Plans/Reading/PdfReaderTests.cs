using System.Globalization;
using System.Text;
using Gongkai.Plans.Reading;
using Xunit;

namespace Gongkai.Rules.Plans.Reading;

public sealed class PdfReaderTests
{
    [Fact]
    public void Says_what_to_install_where_pdftotext_is_missing() =>
        Assert.Equal("plans.no-pdftotext", Samples.Failure("计划.pdf", Pdf("text"), new() { PdfToText = "pdftotext-that-is-not-there" }));

    [Fact]
    public void Refuses_damaged_encrypted_and_scanned_documents()
    {
        OfficeConverter.Program("pdftotext");
        Assert.Equal("plans.damaged", Samples.Failure("计划.pdf", Encoding.ASCII.GetBytes("%PDF-1.4\nnothing more")));
        Assert.Equal("plans.empty", Samples.Failure("计划.pdf", Pdf("")));
        Assert.Equal("plans.encrypted", Samples.Failure("计划.pdf", Locked()));
    }

    [Fact]
    public void Kills_a_reader_that_does_not_end()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a shell script");
        var script = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllText(script, "#!/bin/sh\nexec sleep 600\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            Assert.Equal("plans.pdf-timeout", Samples.Failure("计划.pdf", Pdf("text"), new() { PdfToText = script, PdfTime = TimeSpan.FromMilliseconds(200) }));
        }
        finally
        {
            File.Delete(script);
        }
    }

    [Fact]
    public void Joins_lines_that_the_page_broke_and_drops_page_numbers()
    {
        OfficeConverter.Program("pdftotext");
        using var office = OfficeConverter.FindOrSkip();
        var items = string.Concat(Enumerable.Range(1, 30).Select(i => $"<p style='text-indent:2em'>（{i}）第{i}项任务由市发展改革委按季度公开规划执行情况，在政府门户网站集中展示历年规划文本和图件，便于群众查询监督，并与上一年度的公开情况逐项对照说明。</p><p style='text-indent:2em'>责任单位：市财政局</p>"));
        var page = $"<html><meta charset=utf-8><body>{items}</body></html>";
        var text = Samples.Read("计划.pdf", office.Convert("页.html", Encoding.UTF8.GetBytes(page), "pdf", "HTML (StarWriter)"));
        var paragraphs = Samples.Paragraphs(text);
        Assert.Equal(60, paragraphs.Count);
        Assert.EndsWith("逐项对照说明。", paragraphs[0], StringComparison.Ordinal);
        Assert.DoesNotContain(paragraphs, paragraph => paragraph.Contains(' ', StringComparison.Ordinal));
        Assert.Contains(text.Doubts, doubt => doubt.Code == "plans.joined-lines");
    }

    [Fact]
    public void Finds_the_columns_of_a_table()
    {
        OfficeConverter.Program("pdftotext");
        using var office = OfficeConverter.FindOrSkip();
        const string page = "<html><meta charset=utf-8><body><p>附件：任务分解表</p><table border=1 cellpadding=6><tr><td width=40>序号</td><td width=300>任务</td><td width=120>责任单位</td></tr><tr><td>1</td><td>公开规划执行情况并且在门户网站上集中展示历年规划文本和图件便于群众查询使用</td><td>市发展改革委</td></tr><tr><td>2</td><td>公开预算</td><td>市财政局</td></tr></table><p>以上任务请认真落实。</p></body></html>";
        var text = Samples.Read("计划.pdf", office.Convert("页.html", Encoding.UTF8.GetBytes(page), "pdf", "HTML (StarWriter)"));
        Assert.Equal("序号|任务|责任单位\n1|公开规划执行情况并且在门户网站上集中展示历年规划文本和图件便于群众查询使用|市发展改革委\n2|公开预算|市财政局", Samples.Grid(text, Samples.OnlyTable(text)));
        Assert.Equal(["附件：任务分解表", "以上任务请认真落实。"], Samples.Paragraphs(text));
        Assert.Contains(text.Doubts, doubt => doubt.Code == "plans.pdf-table");
    }

    [Theory]
    [InlineData(22, 1)]
    [InlineData(14, 2)]
    public void Lets_the_space_between_paragraphs_decide_where_nothing_is_set_in(double apart, int paragraphs)
    {
        static PdfRow Line(double top, double right, string text) => new(0, 600, [new(60, top, right, top + 12, text)]);

        PdfRow[] rows = [Line(100, 500, "按月公开预算。"), Line(114, 300, "另附说明。"), Line(114 + apart, 500, "按季公开规划，"), Line(128 + apart, 250, "另附图件。")];
        var builder = new SourceBuilder("计划.pdf");
        var reader = new PdfParagraphs(builder, [.. rows, Line(128 + 2 * apart, 240, "附件")]);
        foreach (var row in rows[..2]) reader.Add(row);
        reader.Finish();
        Assert.Equal(paragraphs, builder.Build().Blocks.Count);
    }

    [Fact]
    public void Drops_running_headers_and_page_numbers()
    {
        static PdfPage Page(int number, params (double Top, string Text)[] lines) =>
            new(number, 800, [.. lines.Select(line => new PdfRow(number, 600, [new(60, line.Top, 300, line.Top + 12, line.Text)]))]);

        var rows = PdfFurniture.Remove(
        [
            Page(0, (30, "云泽市人民政府文件"), (200, "一、重点任务"), (400, "12"), (770, "— 1 —")),
            Page(1, (30, "云泽市人民政府文件"), (200, "二、保障措施"), (770, "— 2 —")),
            Page(2, (30, "云泽市人民政府文件"), (200, "三、其他"), (770, "第3页 共3页")),
        ]);
        Assert.Equal(["一、重点任务", "12", "二、保障措施", "三、其他"], rows.Select(row => row.Text));
    }

    /// <summary>A one-page document in a font that every reader has.</summary>
    private static byte[] Pdf(string line, string trailer = "")
    {
        var content = line.Length == 0 ? "" : $"BT /F1 12 Tf 72 700 Td ({line}) Tj ET";
        string[] objects =
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            string.Create(CultureInfo.InvariantCulture, $"<</Length {content.Length}>>\nstream\n{content}\nendstream"),
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ];
        var pdf = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        for (var i = 0; i < objects.Length; i++)
        {
            places.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var table = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var place in places) pdf.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        pdf.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {objects.Length + 1}/Root 1 0 R{trailer}>>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(pdf.ToString());
    }

    // Keys that no password opens: the reader must ask for one.
    private static byte[] Locked()
    {
        var key = string.Concat(Enumerable.Repeat("5A", 32));
        return Pdf("text", $"/Encrypt<</Filter/Standard/V 1/R 2/O<{key}>/U<{key}>/P -4>>/ID[<{key}><{key}>]");
    }
}
