using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Spreadsheet;
using Gongkai.Checks;
using Gongkai.Plans.Reading;
using Gongkai.Rules.Plans.Reading;
using Xunit;
using static Gongkai.Rules.Checks.Packed;

namespace Gongkai.Rules.Checks;

/// <summary>Files that are broken, locked, of another kind or meant to do harm: a gap that says so, never an exception and never silence.</summary>
public sealed class HostileFileTests
{
    [Fact]
    public void Says_what_it_could_not_look_into()
    {
        Assert.Equal("checks.old-format", Gap("旧.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]));
        Assert.Equal("checks.encrypted", Gap("密.xlsx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Encoding.Unicode.GetBytes("EncryptedPackage")]));
        Assert.Equal("checks.old-format", Gap("旧.rtf", Encoding.ASCII.GetBytes(@"{\rtf1 text}")));
        Assert.Equal("checks.no-text", Gap("空.txt", []));
        Assert.Equal("checks.picture", Gap("图.png", Pictures.Png()));
        Assert.Equal("checks.damaged", Gap("坏.docx", Encoding.ASCII.GetBytes("PK\u0003\u0004nothing more")));
        Assert.Equal("checks.not-looked-into", Gap("乱.bin", [1, 2, 0, 3, 0, 0, 5, 0xFF]));
        Assert.Equal("checks.not-looked-into", Gap("包.zip", Zip(("a.txt", "电话13912345678"))));
        Assert.Equal("checks.damaged", Gap("残.docx", Zip(("[Content_Types].xml", "<Types/>"))));
        Assert.Equal("checks.damaged", Gap("乱.xlsx", Zip(("[Content_Types].xml", "<Types><unclosed>"))));
        Assert.Equal("checks.no-pdftotext", Gap("件.pdf", PdfFile.Of("", ("a", false)), new() { PdfToText = "pdftotext-that-is-not-there" }));
        Assert.Equal("checks.too-large", Gap("大.txt", new byte[20], new() { FileBytes = 10 }));
    }

    [Fact]
    public void Stops_before_what_is_meant_to_do_harm()
    {
        Assert.Equal("checks.unsafe", Gap("弹.docx", Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", $"<a>{new string(' ', 9 << 20)}</a>"))));
        Assert.Equal("checks.unsafe", Gap("实体.docx", Zip(("[Content_Types].xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><Types/>"))));
        Assert.Equal("checks.unsafe", Gap("深.docx", Zip(("[Content_Types].xml", string.Concat(Enumerable.Repeat("<a>", 300)) + string.Concat(Enumerable.Repeat("</a>", 300))))));
        Assert.Equal("checks.damaged", Gap("重.docx", Zip(("[Content_Types].xml", "<Types/>"), ("word/a.xml", "<a/>"), ("word/A.xml", "<a/>"))));
    }

    [Fact]
    public void Says_what_lies_too_deep_and_what_only_a_person_can_see()
    {
        var inner = Docx(Para("电话" + Invented.Mobile)).Build();
        for (var i = 0; i < 3; i++) inner = Docx(Para("外层")).Add("word/embeddings/a.docx", "application/docx", inner, "word/document.xml", "package").Build();
        var report = Look("套.docx", inner);
        Assert.Empty(report.Findings);
        Assert.Equal(new("checks.nested-too-deep", "嵌入的文档：嵌入的文档：嵌入的文档："), Assert.Single(report.Gaps));

        var mixed = Look("杂.docx", Docx(Para("正文"))
            .Add("word/embeddings/o.bin", "application/ole", [1, 2, 3], "word/document.xml", "oleObject")
            .Add("word/media/i.png", "image/png", Pictures.Png(), "word/document.xml", "image")
            .Add("word/vbaProject.bin", "application/vba", [1], "word/document.xml", "vba").Build());
        Assert.Equal(["宏", "嵌入的对象", "文件中的1张图片"], mixed.Gaps.Select(gap => gap.Place).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Says_which_pages_of_a_pdf_hold_no_text()
    {
        OfficeConverter.Program("pdftotext");
        Assert.Equal("checks.no-text", Gap("扫描.pdf", PdfFile.Of("", ("", false))));
        Assert.Equal(new("checks.no-text", "1页"), Assert.Single(Look("半.pdf", PdfFile.Of("", ("text", false), ("", false))).Gaps));
        Assert.Equal("checks.damaged", Gap("坏.pdf", Encoding.ASCII.GetBytes("%PDF-1.4 nothing more")));
    }

    /// <summary>Every file of the corpus cut off anywhere and with bytes turned over: whatever comes, it comes as a report.</summary>
    [Fact]
    public void Never_throws_on_a_mangled_file()
    {
        var seed = 1u;
        foreach (var sample in DocxLeaks.All().Concat(XlsxLeaks.All()).Concat(OtherLeaks.Shows()).Concat(OtherLeaks.Images()))
        {
            for (var round = 0; round < 6; round++)
            {
                var bytes = sample.Bytes.ToArray();
                for (var i = 0; i < 4; i++) bytes[(int)((seed = (seed * 1664525) + 1013904223) % (uint)bytes.Length)] ^= (byte)(seed >> 24);
                Assert.NotNull(Look(sample.Name, round % 2 == 0 ? bytes : bytes[..(int)(seed % (uint)bytes.Length)]));
            }
        }
    }

    /// <summary>The corpus packs its files part by part; these come from Office's own library.</summary>
    [Fact]
    public void Looks_through_files_that_a_library_wrote()
    {
        var docx = Look("件.docx", Samples.Docx([Samples.P("张建国，身份证号" + Invented.Id)]));
        Assert.Equal(("checks.id-number", "正文第1段"), docx.Findings.Select(finding => (finding.Code, finding.Place)).Single());
        var xlsx = Look("件.xlsx", Samples.Xlsx(
            ("公示", (data, _) => data.Append(new Row(Samples.Inline("A1", "公示"))), SheetStateValues.Visible),
            ("名单", (data, _) => data.Append(new Row(Samples.Inline("A1", "姓名"), Samples.Inline("C1", "电话")), new Row(Samples.Inline("A2", "张建国"), Samples.Value("C2", Invented.Mobile))), SheetStateValues.Hidden)));
        Assert.Equal([("checks.mobile", "工作表“名单”（隐藏）第2行C列"), ("checks.hidden-sheet", "工作表“名单”（隐藏）")], xlsx.Findings.Select(finding => (finding.Code, finding.Place)));
        Assert.Empty(docx.Gaps.Concat(xlsx.Gaps));
    }

    private static string Gap(string name, byte[] bytes, ReadingLimits? limits = null)
    {
        var report = Look(name, bytes, limits);
        Assert.Empty(report.Findings);
        Assert.True(CheckWords.Knows(report.Gaps[0].Code));
        return Assert.Single(report.Gaps).Code;
    }

    private static FileReport Look(string name, byte[] bytes, ReadingLimits? limits = null) => FileChecks.Find(name, new MemoryStream(bytes), CheckLists.Ready, limits);

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }
}
