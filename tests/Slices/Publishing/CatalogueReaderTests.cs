using System.Text;
using Gongkai.Plans.Reading;
using Gongkai.Publishing.Catalogue;
using Gongkai.Publishing.Reading;
using Xunit;

namespace Gongkai.Slices.Publishing;

/// <summary>Tables as offices have them: two rows of heading, merged cells, ticks and boxes, fields in the title, in a row or on a sheet.</summary>
public sealed class CatalogueReaderTests
{
    private const string Head = """
        <tr><th rowspan="2">序号</th><th colspan="2">公开事项</th><th rowspan="2">公开内容（要素）</th><th rowspan="2">公开依据</th><th rowspan="2">公开时限</th><th rowspan="2">公开主体</th><th rowspan="2">公开渠道和载体</th><th colspan="2">公开对象</th><th colspan="2">公开方式</th><th colspan="2">公开层级</th></tr>
        <tr><th>一级事项</th><th>二级事项</th><th>全社会</th><th>特定群体</th><th>主动</th><th>依申请</th><th>县级</th><th>乡级</th></tr>
        """;

    [Fact]
    public void A_table_with_two_rows_of_heading_and_merged_cells_is_read_row_by_row()
    {
        var read = Read($"""
            <p>和源县义务教育领域基层政务公开标准目录</p><table>{Head}
            <tr><td>1</td><td rowspan="2">招生管理</td><td>招生范围</td><td>学区范围、报名条件</td><td>《义务教育法》</td><td>自信息形成之日起20个工作日内</td><td>县教育体育局</td><td>■政府网站 □政府公报<br>■公开查阅点</td><td>√</td><td></td><td>√</td><td></td><td>√</td><td>√</td></tr>
            <tr><td>2</td><td>录取结果</td><td>录取名单</td><td></td><td></td><td>各学校</td><td>政府网站、学校公示栏</td><td></td><td>√（学生家长）</td><td></td><td>√</td><td>√</td><td></td></tr>
            </table>
            """);

        Assert.Empty(read.Reasons);
        Assert.Equal(
            [
                new("义务教育", "招生管理", "招生范围", "学区范围、报名条件")
                {
                    Basis = "《义务教育法》", Limit = "自信息形成之日起20个工作日内", Bearer = "县教育体育局", Channels = ["政府网站", "公开查阅点"], Levels = Levels.County | Levels.Town,
                },
                new("义务教育", "招生管理", "录取结果", "录取名单") { Bearer = "各学校", Channels = ["政府网站", "学校公示栏"], Audience = Audience.Group, Group = "学生家长", Manner = Manner.OnRequest, Levels = Levels.County },
            ],
            read.Rows.Select(row => row.Content));
    }

    [Fact]
    public void Rows_across_the_table_begin_a_field_and_the_title_of_a_field_may_hold_a_word_for_a_place()
    {
        var read = Read($"""
            <table>{Head}{Across("城市综合执法领域")}{Row("1", "权责清单")}{Across("社会救助")}{Row("2", "低保标准")}{Across("注：各单位可以增加事项。")}</table>
            """);

        Assert.Empty(read.Reasons);
        Assert.Equal([("城市综合执法", "权责清单"), ("社会救助", "低保标准")], read.Rows.Select(row => (row.Content.Field, row.Content.Second)));
    }

    [Fact]
    public void The_field_that_a_person_gives_stands_above_what_the_file_says()
    {
        var read = Read($"<p>义务教育领域目录</p><table>{Head}{Across("社会救助")}{Row("1", "低保标准")}</table>", "养老服务");

        Assert.Equal("养老服务", Assert.Single(read.Rows).Content.Field);
    }

    [Fact]
    public void Every_fault_is_told_with_its_row()
    {
        var read = Read($"""
            <p>义务教育领域目录</p><table>{Head}
            <tr><td>1</td><td>招生管理</td><td>招生范围</td><td></td><td></td><td></td><td></td><td></td><td>√</td><td></td><td>√</td><td></td><td></td><td></td></tr>
            <tr><td>2</td><td>招生管理</td><td>录取结果</td><td>名单</td><td></td><td></td><td></td><td></td><td></td><td></td><td></td><td></td><td></td><td></td></tr>
            {Row("3", "收费")}{Row("4", "收 费")}
            </table>
            """);

        Assert.Equal(
            ["publishing.content-missing-in-row 3 招生范围", "publishing.audience-missing-in-row 4 录取结果", "publishing.manner-missing-in-row 4 录取结果", "publishing.row-twice 5、6 收费"],
            read.Reasons.Select(reason => $"{reason.Code} {string.Join(' ', reason.Values)}"));
    }

    [Fact]
    public void A_row_without_any_field_is_told_where_to_write_one() =>
        Assert.Equal("publishing.item-unnamed-in-row", Assert.Single(Read($"<table>{Head}{Row("1", "权责清单")}</table>").Reasons).Code);

    [Theory]
    [InlineData("<p>没有表</p>", "publishing.no-table")]
    [InlineData("<table><tr><td>姓名</td><td>电话</td></tr><tr><td>甲</td><td>乙</td></tr></table>", "publishing.no-table")]
    public void A_file_without_such_a_table_is_refused(string page, string code) => Assert.Equal(code, Assert.Single(Read(page).Reasons).Code);

    [Fact]
    public void A_heading_without_rows_is_refused() => Assert.Equal("publishing.no-rows", Assert.Single(Read($"<p>义务教育领域</p><table>{Head}</table>").Reasons).Code);

    [Fact]
    public void More_rows_than_a_catalogue_holds_are_refused()
    {
        var rows = string.Concat(Enumerable.Range(1, CatalogueReader.MostRows + 1).Select(number => Row($"{number}", $"事项{number}")));

        var reason = Read($"<p>义务教育领域</p><table>{Head}{rows}</table>").Reasons[0];

        Assert.Equal(("publishing.too-many-rows", CatalogueReader.MostRows), (reason.Code, reason.Values[0]));
    }

    [Theory]
    [InlineData("■政府网站□政府公报■两微一端", "政府网站|两微一端")]
    [InlineData("☑政府网站　☐政府公报", "政府网站")]
    [InlineData("□政府网站□政府公报", "")]
    [InlineData("政府网站、政府公报；公开查阅点", "政府网站|政府公报|公开查阅点")]
    [InlineData("政府网站 公开查阅点", "政府网站|公开查阅点")]
    [InlineData("", "")]
    public void Channels_are_what_is_ticked_or_where_nothing_can_be_what_is_listed(string cell, string channels) => Assert.Equal(channels, string.Join('|', Ticks.Of(cell)));

    [Theory]
    [InlineData("√", true, "")]
    [InlineData("√（被征地村民）", true, "被征地村民")]
    [InlineData("√特困人员（含儿童）", true, "特困人员（含儿童）")]
    [InlineData("申请人", true, "申请人")]
    [InlineData("□", false, "")]
    [InlineData("—", false, "")]
    [InlineData("×", false, "")]
    [InlineData("否", false, "")]
    [InlineData("", false, "")]
    public void Whom_it_concerns_stands_with_the_tick_or_instead_of_it(string cell, bool isTicked, string name) => Assert.Equal((isTicked, name), Ticks.Group(cell));

    /// <summary>The heading ends where a row says something of its own, however much that sounds like a heading.</summary>
    [Fact]
    public void A_first_row_that_sounds_like_a_heading_is_a_row()
    {
        var read = Read($"""
            <p>义务教育领域</p><table>{Head}
            <tr><td>1</td><td>目录</td><td>主动公开目录</td><td>目录</td><td></td><td></td><td>县级民政部门</td><td></td><td>√</td><td></td><td>√</td><td></td><td>√</td><td></td></tr>
            {Row("2", "依申请公开指南")}</table>
            """);

        Assert.Empty(read.Reasons);
        Assert.Equal([("主动公开目录", Levels.County), ("依申请公开指南", Levels.None)], read.Rows.Select(row => (row.Content.Second, row.Content.Levels)));
    }

    [Fact]
    public void A_title_within_the_table_names_the_field_and_an_empty_first_name_goes_on_from_above()
    {
        var read = Read("""
            <table><tr><td colspan="4">和源县义务教育领域基层政务公开标准目录</td></tr><tr><td>一级事项</td><td>二级事项</td><td>公开内容</td><td>公开层级：乡（镇）级</td></tr>
            <tr><td>招生管理</td><td>范围</td><td>学区</td><td></td></tr><tr><td></td><td>结果</td><td>名单</td><td></td></tr></table>
            """);

        Assert.Empty(read.Reasons);
        Assert.Equal([("义务教育", "招生管理", "范围"), ("义务教育", "招生管理", "结果")], read.Rows.Select(row => (row.Content.Field, row.Content.First, row.Content.Second)));
    }

    [Theory]
    [InlineData("和源县义务教育领域基层政务公开标准目录", "义务教育")]
    [InlineData("一、城市综合执法领域", "城市综合执法")]
    [InlineData("海淀区医保领域", "医保")]
    [InlineData("城市管理领域", "城市管理")]
    [InlineData("附件1", null)]
    [InlineData("领域", null)]
    public void The_field_is_found_in_a_title(string title, string? named) => Assert.Equal(named, FieldNames.In(title));

    [Theory]
    [InlineData("公开渠道和载体（在标注范围内至少选择其一）", "Channels")]
    [InlineData("乡（镇）级", "Town")]
    [InlineData("乡、村级", "Town Village")]
    [InlineData("公开内容（要素）", "Content")]
    [InlineData("县级民政部门", "")]
    [InlineData("公开对象", "")]
    public void Headings_are_told_by_what_stands_outside_brackets(string heading, string columns) => Assert.Equal(columns, string.Join(' ', TableColumns.Of(heading)));

    internal static CatalogueReading Read(string page, string? field = null)
    {
        var source = SourceReader.Read("目录.html", new MemoryStream(Encoding.UTF8.GetBytes($"<html><body>{page}</body></html>")));
        Assert.True(source.IsRead);
        return CatalogueReader.Read(source.Text, field);
    }

    private static string Across(string text) => $"<tr><td colspan=\"14\">{text}</td></tr>";

    private static string Row(string number, string name) => $"<tr><td>{number}</td><td>事项</td><td>{name}</td><td>内容</td><td></td><td></td><td></td><td></td><td>√</td><td></td><td>√</td><td></td><td></td><td></td></tr>";
}
