using System.Text;
using Gongkai.Plans.Blocks;
using Xunit;

namespace Gongkai.Rules.Plans.Reading;

public sealed class HtmlReaderTests
{
    private static SourceText Page(string body) => Samples.Read("计划.html", $"<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>不读</title></head><body>{body}</body></html>");

    [Fact]
    public void Leaves_out_what_is_not_the_document()
    {
        var text = Page("<nav>首页</nav><script>var 甲 = '<p>乙</p>';</script><style>p{}</style><p hidden>藏</p><div style=\"display: none\">藏</div><p>正文</p><footer>版权</footer>");
        Assert.Equal(["正文"], Samples.Paragraphs(text));
    }

    [Fact]
    public void Takes_blocks_and_line_breaks_as_paragraphs()
    {
        var text = Page("<h2>一、重点任务</h2><div>（一）公开\n   规划<br>市发改<b>委</b>负责</div><p align=center>附件</p><p style='text-align: right'>2026年3月1日</p>");
        Assert.Equal(["一、重点任务", "（一）公开规划", "市发改委负责", "附件", "2026年3月1日"], Samples.Paragraphs(text));
        var blocks = text.Blocks.Cast<Paragraph>().ToList();
        Assert.Equal([2, 0, 0, 0, 0], blocks.Select(block => block.Level));
        Assert.True(blocks[3].Centred && blocks[4].RightAligned);
    }

    [Theory]
    [InlineData("各乡镇<街道>政府")]
    [InlineData("</街道>")]
    [InlineData("甲<3个工作日")]
    [InlineData("甲<b丙>乙")]
    public void Keeps_angle_brackets_that_are_no_tags(string content) => Assert.Equal([content], Samples.Paragraphs(Page($"<p>{content}</p>")));

    [Fact]
    public void Writes_the_numbers_of_ordered_lists()
    {
        var text = Page("<ol><li>公开规划<li>公开预算</ol><ol type=a start=3><li>甲</li></ol><ol><li>1.自带编号</li></ol><ul><li>无编号</li></ul>");
        Assert.Equal(["1.公开规划", "2.公开预算", "c.甲", "1.自带编号", "无编号"], Samples.Paragraphs(text));
        Assert.Equal(["1.", "2.", "c.", null, null], text.Blocks.Select(block => ((Paragraph)block).ListLabel));
    }

    [Fact]
    public void Lays_out_merged_cells()
    {
        var text = Page("<table><tr><th>章节</th><th colspan=2>任务</th></tr><tr><td rowspan=2>一</td><td>规划</td><td><p>市发改委</p><p>市财政局</p></td></tr><tr><td>预算</td><td></td></tr></table>");
        var table = Samples.OnlyTable(text);
        Assert.Equal("章节|任务\n一|规划|市发改委 市财政局\n预算|", Samples.Grid(text, table));
        Assert.Equal((1, 2), (table.Rows[0].Cells[1].Column, table.Rows[0].Cells[1].Columns));
        Assert.Equal(2, table.Rows[1].Cells[0].Rows);
        Assert.Equal([1, 2], table.Rows[2].Cells.Select(cell => cell.Column));
        Assert.Equal("章节 | 任务\n一 | 规划 | 市发改委 市财政局\n | 预算 | ", text.Text);
    }

    [Fact]
    public void Cuts_absurd_spans_down_to_the_table()
    {
        var text = Page("<table><tr><td colspan=1000000000 rowspan=999999999999>题</td></tr><tr><td>甲</td><td colspan=-5>乙</td></tr></table>");
        var cell = Samples.OnlyTable(text).Rows[0].Cells[0];
        Assert.True(cell.Columns <= 500 && cell.Rows <= 2);
    }

    [Fact]
    public void Sees_through_tables_that_only_lay_out_the_page()
    {
        var text = Page("<table><tr><td><table><tr><td><p>一、重点任务</p><p>市财政局按月公开。</p><table><tr><td>序号</td><td>任务</td></tr><tr><td>1</td><td>规划</td></tr></table></td></tr></table></td></tr></table>");
        Assert.Equal(["一、重点任务", "市财政局按月公开。"], Samples.Paragraphs(text));
        Assert.Equal("序号|任务\n1|规划", Samples.Grid(text, Samples.OnlyTable(text)));
    }

    [Theory]
    [InlineData("gb2312")]
    [InlineData("utf-8")]
    public void Reads_pages_of_either_encoding_even_when_they_declare_the_other(string declared)
    {
        var page = $"<html><head><meta http-equiv=Content-Type content=\"text/html; charset={declared}\"></head><body><p>市财政局按月公开。</p></body></html>";
        Assert.Equal(["市财政局按月公开。"], Samples.Paragraphs(Samples.Read("页.html", Samples.Gb18030.GetBytes(page))));
        Assert.Equal(["市财政局按月公开。"], Samples.Paragraphs(Samples.Read("页.htm", Encoding.UTF8.GetBytes(page))));
    }

    [Fact]
    public void Leaves_pinyin_above_characters_out() => Assert.Equal(["公开"], Samples.Paragraphs(Page("<p><ruby>公<rp>(</rp><rt>gōng</rt><rp>)</rp></ruby>开</p>")));

    [Theory]
    [InlineData("<div>")]
    [InlineData("<span>")]
    [InlineData("<b>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<ul><li>")]
    [InlineData("<p><font size=1>")]
    [InlineData("<span><div></span>")]
    public void Survives_nesting_a_hundred_thousand_deep(string open)
    {
        var text = Page(string.Concat(Enumerable.Repeat(open, 100_000)) + "<p>正文</p>");
        Assert.Contains("正文", text.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Keeps_tables_of_pages_that_leave_their_fonts_open()
    {
        var sloppy = string.Concat(Enumerable.Repeat("<p><font color=red>段落</p>", 400));
        var text = Page(sloppy + "<table><tr><td><font>序号<td>任务<tr><td>1<td>规划</table>");
        Assert.Equal("序号|任务\n1|规划", Samples.Grid(text, Samples.OnlyTable(text)));
        Assert.Equal(400, Samples.Paragraphs(text).Count);
    }

    [Theory]
    [InlineData("<p>甲<!-- 未完")]
    [InlineData("<p>甲<script>未完")]
    [InlineData("<p>甲<a href=\"未完")]
    [InlineData("<p>甲</")]
    [InlineData("<p>甲<")]
    public void Reads_pages_that_break_off(string body) => Assert.StartsWith("甲", Page(body).Text, StringComparison.Ordinal);
}
