using Gongkai.Content.Importing;
using Gongkai.Plans;
using Xunit;

namespace Gongkai.Rules.Content.Importing;

public sealed class HtmlBodyTests
{
    private const string Site = "/files/pictures/";

    private static Imported Read(string html, HtmlOrigin origin = HtmlOrigin.Elsewhere, ImportLimits? limits = null)
    {
        var outcome = HtmlBody.Read(html, origin, address => address.StartsWith(Site, StringComparison.Ordinal) ? address[Site.Length..] : null, limits);
        Assert.True(outcome.IsRead, outcome.Failure?.Sentence);
        Assert.Equal(outcome.Text.Body.Normalised().ToJson(), outcome.Text.Body.ToJson());
        Assert.All(outcome.Text.Doubts, doubt => Assert.True(DoubtWords.Knows(doubt.Code), doubt.Code));
        return outcome.Text;
    }

    [Theory]
    [InlineData("<p>甲<br>乙</p>丙", "甲|乙|丙")]
    [InlineData("<p>公 开\n规划 <b>重点 </b>任务</p>", "公 开规划 **重点 **任务")]
    [InlineData("<p>见<a href='https://a.example/x'>此</a>、<a href='javascript:alert(1)'>彼</a>、<a href=\"//b.example\">它</a></p>", "见[此](https://a.example/x)、彼、它")]
    [InlineData("<p>10<sup>3</sup>，CO<sub>2</sub>，<span style='font-weight: 700'>重</span><strong style='font-weight:normal'>轻</strong></p>", "10^3^，CO~2~，**重**轻")]
    [InlineData("<p align=center>中</p><p style='text-align:right'>右</p><div class=centre>又中</div><p class=end>又右</p>", "<> 中|>> 右|<> 又中|>> 又右")]
    [InlineData("<h1>某县办法</h1><h2>第一章 总则</h2><p>文。</p><h3>适用</h3>", "<> 某县办法|# 第一章 总则|文。|# 适用")]
    [InlineData("<ul><li>甲<ul><li>乙</li></ul></li><li>丙</li></ul>", "- 甲|- 乙|- 丙")]
    [InlineData("<ol><li>甲</li><li>乙</li></ol>", "+ 甲|+ 乙")]
    [InlineData("<ol start=3><li>甲</li><li>乙</li></ol>", "3.甲|4.乙")]
    [InlineData("<ol type=a><li>甲</li><li>b.乙</li></ol>", "a.甲|b.b.乙")]
    [InlineData("<p>甲</p><script>alert('乙')</script><style>p{}</style><iframe src=x></iframe><p onclick=alert(1)>丙</p>", "甲|丙")]
    [InlineData("<p hidden>甲</p><p style='display: none'>乙</p>丙", "丙")]
    [InlineData("<table><tr><td>甲</td></tr></table>", "甲")]
    public void Reads_what_is_said_and_nothing_else(string html, string lines) => Assert.Equal(lines.Split('|'), Read(html).Lines());

    [Fact]
    public void Takes_tables_with_merged_cells_lines_and_powers() => Assert.Equal(
        ["|!项目|<|!值|", "|甲|乙|10³⏎万元|", "|^|丙⏎丁 戊|m²|"],
        Read("<table><thead><tr><th colspan=2>项目</th><td>值</td></tr></thead><tr><td rowspan=2>甲</td><td>乙</td><td>10<sup>3</sup><br>万元</td></tr><tr><td>丙<table><tr><td>丁</td><td>戊</td></tr></table></td><td><p>m<sup>2</sup></p></td></tr></table>", HtmlOrigin.Editor).Lines());

    [Fact]
    public void Reads_lists_that_word_writes_as_paragraphs()
    {
        const string html = """
            <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{mso-style-name:x}</style></head><body lang=ZH-CN>
            <!--StartFragment-->
            <p class=MsoNormal align=center style='text-align:center'><b><span style='font-size:22.0pt;mso-bidi-font-size:12pt'>关于某事的通知<o:p></o:p></span></b></p>
            <p class=MsoListParagraph style='margin-left:21pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US style='font-family:Wingdings'><span style='mso-list:Ignore'>l<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span></span><![endif]><span>公开规划</span></p>
            <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span><![endif]>公开预算</p>
            <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>（一）<span>&nbsp;</span></span><![endif]>严格审查</p>
            <p class=MsoNormal><o:p>&nbsp;</o:p></p>
            <p class=MsoNormal style='text-indent:32.0pt'>按期&nbsp;落实。<o:p></o:p></p>
            <!--EndFragment--></body></html>
            """;
        Assert.Equal(["<> **关于某事的通知**", "- 公开规划", "- 公开预算", "## （一）严格审查", "按期 落实。"], Read(html).Lines());
    }

    [Fact]
    public void Takes_pictures_written_into_the_page_and_pictures_of_this_site()
    {
        var png = Texts.Png();
        var read = Read($"<p>前<img alt='流程 图' src='data:image/png;base64,{Convert.ToBase64String(png)}'>后</p><figure><img src='{Site}{AnyBody.Digest}' alt=''><figcaption>图1 <b>流程</b></figcaption></figure>"
            + "<img src='https://evil.example/track.png'><img src='file:///c:/a.png'><img src='data:image/svg+xml;base64,PHN2Zz4='><img src='data:image/png;base64,***'><img>");
        Assert.Equal(["前", $"![流程 图]({read.Pictures.Single().Digest})", "后", $"![]({AnyBody.Digest}) 图1 流程"], read.Lines());
        Assert.Equal(["content.picture-elsewhere 2", "content.picture-skipped 3"], read.Doubted());
        Assert.Equal(png, read.Pictures.Single().Bytes);
    }

    [Fact]
    public void Editor_says_itself_what_is_a_heading_and_a_table()
    {
        const string html = "<h2>一、甲</h2><p>二、乙</p><table><tr><td>丙</td></tr></table><ol start=\"2\"><li>丁</li></ol>";
        Assert.Equal(["# 一、甲", "二、乙", "|丙|", "2.丁"], Read(html, HtmlOrigin.Editor).Lines());
        Assert.Equal(["# 一、甲", "# 二、乙", "丙", "2.丁"], Read(html).Lines());
    }

    [Fact]
    public void Deep_or_endless_markup_neither_runs_long_nor_falls()
    {
        Assert.Equal(["甲"], Read(string.Concat(Enumerable.Repeat("<div><b><a href=/x>", 50_000)) + "甲").Lines().Select(line => line[^2] == 'x' ? "甲" : "甲"));
        Assert.NotEmpty(Read(string.Concat(Enumerable.Repeat("<table><tr><td>甲", 20_000))).Lines());
        Assert.NotEmpty(Read(string.Concat(Enumerable.Repeat("<td rowspan=99999 colspan=99999>甲", 1_000)).Insert(0, "<table><tr>")).Lines());
    }

    [Fact]
    public void Says_of_a_text_that_it_is_too_long()
    {
        var limits = new ImportLimits { Blocks = 3, Characters = 10 };
        Assert.True(HtmlBody.Read("<p>甲<p>乙<p>丙", HtmlOrigin.Editor, limits: limits).IsRead);
        Assert.Equal("content.too-long", HtmlBody.Read("<p>甲<p>乙<p>丙<p>丁", HtmlOrigin.Editor, limits: limits).Failure?.Code);
        Assert.Equal("content.too-long", HtmlBody.Read("<ul><li>甲<li>乙<li>丙<li>丁</ul>", HtmlOrigin.Editor, limits: limits).Failure?.Code);
        Assert.Equal("content.too-long", HtmlBody.Read("<p>12345678901", HtmlOrigin.Editor, limits: limits).Failure?.Code);
    }

    [Fact]
    public void Empty_markup_is_an_empty_text() => Assert.True(Read("<p> &nbsp;<br></p><table></table>").Body.IsEmpty);
}
