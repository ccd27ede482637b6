using System.Text;
using Gongkai.Plans.Blocks;
using Xunit;

namespace Gongkai.Rules.Plans.Reading;

public sealed class PlainTextReaderTests
{
    private const string Sample = "云泽市2026年政务公开工作要点\n一、重点任务\n市财政局每季度公开一次。";

    public static TheoryData<byte[]> Encodings => new(
        Encoding.UTF8.GetBytes(Sample),
        [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Sample)],
        [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Sample)],
        [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Sample)],
        Samples.Gb18030.GetBytes(Sample),
        Samples.Gb18030.GetBytes(Sample.Replace("\n", "\r\n", StringComparison.Ordinal)));

    [Theory, MemberData(nameof(Encodings))]
    public void Finds_the_encoding(byte[] bytes)
    {
        var text = Samples.Read("计划.txt", bytes);
        Assert.Equal(Sample, text.Text);
        Assert.Empty(text.Doubts);
    }

    [Fact]
    public void Reads_rare_characters_of_four_bytes() =>
        Assert.Equal("㐂街道𠮷村要公开", Samples.Read("计划.txt", Samples.Gb18030.GetBytes("㐂街道𠮷村要公开")).Text);

    [Fact]
    public void Says_when_it_guessed_the_encoding()
    {
        var text = Samples.Read("計劃.txt", Samples.Big5.GetBytes("縣政府應當按月公開財政資訊，並於網站發布，以利民眾查詢與監督。"));
        Assert.StartsWith("縣政府應當按月公開", text.Text, StringComparison.Ordinal);
        Assert.Equal("plans.guessed-encoding", Assert.Single(text.Doubts).Code);
    }

    [Fact]
    public void Says_when_characters_are_damaged()
    {
        var text = Samples.Read("计划.txt", [.. Encoding.UTF8.GetBytes(Sample), 0xE4, 0xBA]);
        Assert.Equal("plans.damaged-characters", Assert.Single(text.Doubts).Code);
        Assert.StartsWith(Sample, text.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Takes_each_line_as_a_paragraph_and_keeps_its_place()
    {
        var text = Samples.Read("计划.txt", "一、甲\r\n\r\n　　（一）乙。\r丙\n");
        Assert.Equal(["一、甲", "　　（一）乙。", "丙"], Samples.Paragraphs(text));
        Assert.Equal("一、甲\n\n　　（一）乙。\n丙\n", text.Text);
        Assert.All(text.Blocks, block => Assert.Equal(0, ((Paragraph)block).Level));
    }

    [Fact]
    public void Reads_lines_with_bars_as_a_table()
    {
        var text = Samples.Read("计划.txt", "任务表 | ||||\n序号 | 任务 | 分工 | 时限 | 备注 |\n1 | 公开规划 | 市发改委 | 9月底 | |\n2 | 公开预算 | 市财政局 | 长期 |\n以上任务请落实。");
        var table = Samples.OnlyTable(text);
        Assert.Equal("任务表||||\n序号|任务|分工|时限|备注\n1|公开规划|市发改委|9月底|\n2|公开预算|市财政局|长期", Samples.Grid(text, table));
        Assert.Equal(["以上任务请落实。"], Samples.Paragraphs(text));
    }

    [Fact]
    public void Takes_bars_at_the_edges_as_a_frame_and_keeps_empty_cells()
    {
        var text = Samples.Read("计划.md", "| 序号 | 任务 | 单位 |\n|---|:--:|---|\n| | 公开规划 | 市发改委 |\n");
        Assert.Equal("序号|任务|单位\n|公开规划|市发改委", Samples.Grid(text, Samples.OnlyTable(text)));
    }

    [Fact]
    public void Reads_neighbouring_lines_with_tabs_as_a_table_but_not_a_single_one()
    {
        var text = Samples.Read("计划.txt", "1\t公开规划\t市发改委\n2\t公开预算\t市财政局\n说明\n甲\t乙\t丙");
        Assert.Equal("1|公开规划|市发改委\n2|公开预算|市财政局", Samples.Grid(text, Samples.OnlyTable(text)));
        Assert.Equal(["说明", "甲\t乙\t丙"], Samples.Paragraphs(text));
    }

    [Fact]
    public void Gives_markdown_headings_their_level()
    {
        var text = Samples.Read("计划.md", "# 工作要点\n## 一、重点任务\n#标签不是标题\n正文");
        Assert.Equal([1, 2, 0, 0], text.Blocks.Select(block => ((Paragraph)block).Level));
        Assert.Equal(["工作要点", "一、重点任务", "#标签不是标题", "正文"], Samples.Paragraphs(text));
    }

    [Fact]
    public void Lets_a_hash_be_in_a_plain_text() => Assert.Equal(["# 甲"], Samples.Paragraphs(Samples.Read("计划.txt", "# 甲")));
}
