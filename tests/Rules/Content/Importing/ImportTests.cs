using System.Diagnostics;
using System.Text;
using Gongkai.Content.Blocks;
using Gongkai.Rules.Plans.Reading;
using Xunit;
using Word = DocumentFormat.OpenXml.Wordprocessing;

namespace Gongkai.Rules.Content.Importing;

public sealed class ImportTests
{
    [Fact]
    public void Reads_plain_text_and_markdown()
    {
        const string text = "关于某事的通知\n\n　　一、重点任务\n按月公开。\n# 甲\n| 序号 | 任务 |\n|---|---|\n| 1 | 规划 |\n";
        Assert.Equal(["关于某事的通知", "# 一、重点任务", "按月公开。", @"\# 甲", "|序号|任务|", "|1|规划|"], Texts.Import("文件.txt", Encoding.UTF8.GetBytes(text)).Lines());
        Assert.Equal("# 甲", Texts.Import("文件.md", Encoding.UTF8.GetBytes(text)).Lines()[3]);
        Assert.Equal(["公开规划"], Texts.Import("文件.txt", Samples.Gb18030.GetBytes("公开规划")).Lines());
    }

    [Fact]
    public void Says_what_is_wrong_with_a_file()
    {
        Assert.Equal("plans.empty", Texts.Failure("空.docx", []));
        Assert.Equal("plans.empty", Texts.Failure("空.docx", Samples.Docx([Samples.P(" ")])));
        Assert.Equal("plans.damaged", Texts.Failure("坏.docx", Samples.Docx([Samples.P("甲")])[..^300]));
        Assert.Equal("plans.image", Texts.Failure("假.docx", Texts.Png()));
        Assert.Equal("plans.archive", Texts.Failure("包.docx", Samples.Zip(("a.txt", "甲"))));
        Assert.Equal("plans.old-format", Texts.Failure("旧.docx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]));
        Assert.Equal("plans.unsafe-xml", Texts.Failure("体.docx", Samples.RawDocx("<!DOCTYPE w [<!ENTITY a \"b\">]><w>&a;</w>")));
        Assert.Equal("plans.too-deep", Texts.Failure("深.docx", Samples.RawDocx(string.Concat(Enumerable.Repeat("<w>", 5_000)) + string.Concat(Enumerable.Repeat("</w>", 5_000)))));
        Assert.Equal("plans.zip-bomb", Texts.Failure("弹.docx", Samples.RawDocx("<w>" + new string(' ', 30 << 20) + "</w>")));
        Assert.Equal("plans.binary", Texts.Failure("数.txt", [.. Enumerable.Range(0, 2_000).Select(i => (byte)(i * 7 % 32))]));
        Assert.Equal("content.too-long", Texts.Failure("长.txt", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("甲\n", Body.MostBlocks + 1)))));
    }

    [Fact]
    public void Tells_the_format_by_the_bytes_and_not_by_the_name() =>
        Assert.Equal(["甲"], Texts.Import("其实是文档.html", Samples.Docx([Samples.P("甲")])).Lines());

    [Fact]
    public void Reads_ten_thousand_paragraphs_and_a_table_of_five_thousand_rows()
    {
        var paragraphs = Enumerable.Range(1, 10_000).Select(i => Samples.P($"第{i}项公开内容由责任单位按季度在门户网站公开。"));
        var rows = Enumerable.Range(1, 5_000).Select(i => new Word.TableRow(Enumerable.Range(0, 6).Select(c => new Word.TableCell(Samples.P($"{i}-{c}")))));
        var bytes = Samples.Docx([.. paragraphs, new Word.Table(rows)]);
        var clock = Stopwatch.StartNew();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var body = Texts.Import("长.docx", bytes).Body;
        Assert.Equal(15_000, body.Size);
        Assert.Equal("5000-5", Assert.IsType<Table>(body.Blocks[^1]).Rows[^1].Cells[^1].Text);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1L << 30);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), clock.Elapsed.ToString());
    }
}
