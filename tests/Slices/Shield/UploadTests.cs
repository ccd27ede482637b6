using System.IO.Compression;
using System.Text;
using Gongkai.Platform.Files;
using Xunit;

namespace Gongkai.Slices.Shield;

public class UploadTests
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n");
    private static readonly byte[] Png = [0x89, .. "PNG\r\n\u001a\n"u8, .. new byte[30], .. "\0\0\0\0IEND"u8, 0xAE, 0x42, 0x60, 0x82];
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Takes_what_an_office_brings()
    {
        (string, byte[])[] files =
        [
            ("情况.pdf", Pdf), ("情况.docx", Package("word/document.xml")), ("台账.XLSX", Package("xl/workbook.xml")), ("公文.ofd", Package("OFD.xml")), ("旧.doc", Ole),
            ("说明.txt", Encoding.UTF8.GetBytes("已于三月完成，公式 a < b。")), ("照片.png", Png), ("照片.jpg", [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[50]]),
        ];
        foreach (var (name, content) in files) Assert.Null(await Against(name, content));
    }

    public static TheoryData<string, byte[], string> Hostile => new()
    {
        { "run.exe", "MZ\0\0"u8.ToArray(), "platform.upload-kind" },
        { "page.html", "<html></html>"u8.ToArray(), "platform.upload-kind" },
        { "picture.svg", "<svg onload='x()'/>"u8.ToArray(), "platform.upload-kind" },
        { "macros.docm", Package("word/document.xml"), "platform.upload-kind" },
        { "no-ending", Pdf, "platform.upload-kind" },
        { "report.pdf.exe", Pdf, "platform.upload-kind" },
        { "empty.pdf", [], "platform.upload-empty" },
        { "large.pdf", new byte[1024 * 1024 + 1], "platform.upload-too-large" },
        { "program.pdf", "MZ\u0090\0 this program cannot be run"u8.ToArray(), "platform.upload-disagrees" },
        { "program.txt", [0x7F, .. "ELF"u8, 2, 1, 1, 0], "platform.upload-disagrees" },
        { "script.txt", "#!/bin/sh\nrm"u8.ToArray(), "platform.upload-disagrees" },
        { "page.txt", "  \n<!DOCTYPE html><p>"u8.ToArray(), "platform.upload-disagrees" },
        { "page.csv", "a,b\n<script>alert(1)</script>"u8.ToArray(), "platform.upload-disagrees" },
        { "page.png", "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(), "platform.upload-disagrees" },
        { "page.pdf", "<html>%PDF-1.4 %%EOF"u8.ToArray(), "platform.upload-disagrees" },
        { "page.jpg", [0xFF, 0xD8, 0xFF, .. "<script>alert(1)</script>"u8], "platform.upload-disagrees" },
        { "cut.png", [0x89, .. "PNG\r\n\u001a\n"u8, .. "<?php"u8, .. new byte[40]], "platform.upload-disagrees" },
        { "two.pdf", [.. Pdf, .. Package("a.js")], "platform.upload-disagrees" },
        { "two.jpg", [0xFF, 0xD8, 0xFF, .. Package("a.js")], "platform.upload-disagrees" },
        { "behind.docx", [.. Package("word/document.xml"), .. "<script>"u8], "platform.upload-disagrees" },
        { "before.docx", [.. "<html>"u8, .. Package("word/document.xml")], "platform.upload-disagrees" },
        { "book.docx", Package("xl/workbook.xml"), "platform.upload-disagrees" },
        { "archive.xlsx", Package("notes.txt"), "platform.upload-disagrees" },
        { "broken.docx", [.. "PK\u0003\u0004"u8, .. new byte[40], .. "PK\u0005\u0006"u8, .. new byte[18]], "platform.upload-disagrees" },
        { "old.docx", Ole, "platform.upload-disagrees" },
        { "macros.docx", Package("word/document.xml", "word/vbaProject.bin"), "platform.upload-macros" },
        { "macros.xlsx", Package("xl/workbook.xml", "xl/macrosheets/sheet1.xml"), "platform.upload-macros" },
        { "active.docx", Package("word/document.xml", "word/activeX/activeX1.bin"), "platform.upload-macros" },
        { "carrier.docx", Package("word/document.xml", "word/embeddings/run.exe"), "platform.upload-macros" },
        { "macros.doc", [.. Ole, .. new byte[81_900], .. Encoding.Unicode.GetBytes("_VBA_PROJECT")], "platform.upload-macros" },
    };

    [Theory, MemberData(nameof(Hostile))]
    public async Task Turns_away_what_is_not_what_it_says(string name, byte[] content, string code) => Assert.Equal(code, await Against(name, content));

    [Theory]
    [InlineData("../../etc/passwd.txt", "passwd.txt")]
    [InlineData("C:\\Users\\a\\附件.docx", "附件.docx")]
    [InlineData("cod.\u202Excod.exe", "cod.xcod.exe")]
    [InlineData("a\r\nSet-Cookie: x=1.txt", "aSet-Cookie x=1.txt")]
    [InlineData("a\u0000b\u2028.txt", "ab.txt")]
    [InlineData("CON.txt", "_CON.txt")]
    [InlineData("nul", "_nul")]
    [InlineData("console.txt", "console.txt")]
    [InlineData("...", "file")]
    [InlineData(null, "file")]
    public void Leaves_nothing_dangerous_in_a_name(string? name, string clean) => Assert.Equal(clean, FileNames.Clean(name));

    [Fact]
    public void Keeps_the_ending_of_a_long_name()
    {
        var clean = FileNames.Clean(string.Concat(Enumerable.Repeat("𠮷", 200)) + ".docx");

        Assert.InRange(clean.Length, 100, 120);
        Assert.EndsWith("𠮷.docx", clean, StringComparison.Ordinal);
    }

    private static async Task<string?> Against(string name, byte[] content)
    {
        using var stream = new MemoryStream(content);
        var reason = await UploadCheck.Against(name, stream, UploadRules.Attachment, new(1), Stop);
        Assert.Equal(0, stream.Position);
        return reason?.Code;
    }

    private static byte[] Package(params string[] parts)
    {
        using var stream = new MemoryStream();
        using (var package = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var part in parts) package.CreateEntry(part);
        return stream.ToArray();
    }
}
