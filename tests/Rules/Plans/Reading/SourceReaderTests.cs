using System.Text;
using Gongkai.Plans.Reading;
using Xunit;

namespace Gongkai.Rules.Plans.Reading;

public sealed class SourceReaderTests
{
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    [Fact]
    public void Refuses_an_empty_file() => Assert.Equal("plans.empty", Samples.Failure("空.txt", []));

    [Theory]
    [InlineData("空.txt", "  \r\n\u3000\r\n")]
    [InlineData("空.html", "<html><body><script>var a = 1;</script></body></html>")]
    public void Refuses_a_file_that_says_nothing(string name, string content) =>
        Assert.Equal("plans.empty", Samples.Failure(name, Encoding.UTF8.GetBytes(content)));

    [Fact]
    public void Refuses_a_document_without_text() => Assert.Equal("plans.empty", Samples.Failure("空.docx", Samples.Docx([])));

    [Fact]
    public void Refuses_old_binary_documents_by_their_bytes_whatever_they_are_called()
    {
        Assert.Equal("plans.old-format", Samples.Failure("计划.docx", [.. Ole, .. new byte[600]]));
        Assert.Equal("plans.old-format", Samples.Failure("计划.txt", Encoding.ASCII.GetBytes(@"{\rtf1\ansi text}")));
        Assert.Equal("plans.old-format", Samples.Failure("计划.doc", Encoding.ASCII.GetBytes("MIME-Version: 1.0\r\nContent-Type: multipart/related")));
    }

    [Fact]
    public void Refuses_an_encrypted_document() =>
        Assert.Equal("plans.encrypted", Samples.Failure("计划.docx", [.. Ole, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage")]));

    [Fact]
    public void Refuses_what_is_no_document_at_all()
    {
        Assert.Equal("plans.image", Samples.Failure("扫描.pdf", [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0]));
        Assert.Equal("plans.archive", Samples.Failure("计划.zip", Samples.Zip(("计划.txt", "一、重点任务"))));
        Assert.Equal("plans.archive", Samples.Failure("计划.docx", [0x1F, 0x8B, 8, 0, 0, 0]));
        Assert.Equal("plans.unknown-format", Samples.Failure("计划.pptx", Samples.Zip(("ppt/presentation.xml", "<p/>"))));
        Assert.Equal("plans.unknown-format", Samples.Failure("计划.ofd", Samples.Zip(("OFD.xml", "<o/>"))));
        var noise = new byte[4000];
        new Random(7).NextBytes(noise);
        Assert.Equal("plans.binary", Samples.Failure("计划.txt", noise));
    }

    [Fact]
    public void Refuses_a_broken_package()
    {
        var whole = Samples.Docx([Samples.P("一、重点任务")]);
        Assert.Equal("plans.damaged", Samples.Failure("计划.docx", whole[..(whole.Length / 2)]));
        Assert.Equal("plans.damaged", Samples.Failure("计划.docx", Samples.RawDocx("<w:document")));
        Assert.Equal("plans.damaged", Samples.Failure("计划.docx", Samples.Zip(("[Content_Types].xml", "<x/>"), ("word/document.xml", "<x/>"))));
    }

    [Fact]
    public void Refuses_a_hundred_megabytes_without_loading_them()
    {
        using var endless = new EndlessStream(100L << 20);
        var reading = SourceReader.Read("大.txt", endless);
        Assert.Equal("plans.too-large", reading.Failure?.Code);
        Assert.True(endless.Position <= 80L << 20, "the reader went on after the limit");
    }

    [Fact]
    public void Refuses_large_pages_and_packages_earlier_than_texts()
    {
        var limits = new ReadingLimits { FileBytes = 1000 };
        var page = Encoding.UTF8.GetBytes("<html><body>" + new string('字', 1000) + "</body></html>");
        Assert.Equal("plans.too-large", Samples.Failure("页.html", page, limits));
        Assert.Equal("plans.too-large", Samples.Failure("表.docx", Samples.Docx([Samples.P("字")]), limits));
        Assert.True(SourceReader.Read("文.txt", new MemoryStream(Encoding.UTF8.GetBytes(new string('字', 1000))), limits).IsRead);
    }

    [Fact]
    public void Refuses_a_zip_bomb_by_what_comes_out_of_it()
    {
        var bomb = Samples.Zip(("word/document.xml", "<x>" + new string('0', 30 << 20) + "</x>"));
        Assert.True(bomb.Length < 100_000);
        Assert.Equal("plans.zip-bomb", Samples.Failure("计划.docx", bomb));
    }

    [Fact]
    public void Refuses_a_zip_bomb_in_a_part_that_is_not_xml() =>
        Assert.Equal("plans.zip-bomb", Samples.Failure("计划.docx", Samples.Zip(("word/document.xml", "<x/>"), ("word/media/image1.png", new string('0', 30 << 20)))));

    [Fact]
    public void Refuses_a_package_of_very_many_entries()
    {
        var entries = Enumerable.Range(0, 50).Select(i => ($"word/document{i}.xml", "<x/>")).ToArray();
        Assert.Equal("plans.zip-bomb", Samples.Failure("计划.docx", Samples.Zip(entries), new() { Entries = 40 }));
    }

    [Fact]
    public void Refuses_entities_before_they_expand() =>
        Assert.Equal("plans.unsafe-xml", Samples.Failure("计划.docx", Samples.RawDocx("""<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>""")));

    [Fact]
    public void Refuses_bottomless_nesting_in_a_package()
    {
        var deep = string.Concat(Enumerable.Repeat("<w:sdt><w:sdtContent>", 50_000));
        var xml = $"""<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{deep}""";
        Assert.Equal("plans.too-deep", Samples.Failure("计划.docx", Samples.RawDocx(xml)));
    }

    [Fact]
    public void Drops_the_folder_from_the_name() => Assert.Equal("计划.txt", Samples.Read(@"C:\文件\计划.txt", "一、重点任务").Name);

    [Fact]
    public void Tells_the_format_by_the_bytes_first() =>
        Assert.Equal(["一、重点任务"], Samples.Paragraphs(Samples.Read("计划.txt", Samples.Docx([Samples.P("一、重点任务")]))));

    /// <summary>Zeros up to a length, never in memory at once.</summary>
    private sealed class EndlessStream(long length) : Stream
    {
        private long _at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position
        {
            get => _at;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - _at);
            Array.Fill(buffer, (byte)'a', offset, read);
            _at += read;
            return read;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
