using Gongkai.Organs.Contracts;
using Gongkai.Organs.Matching;
using Xunit;

namespace Gongkai.Slices.Organs;

public sealed class OrganMatcherTests
{
    private static readonly List<KnownOrgan> Organs =
    [
        Organ("市政府办公室", "云川市人民政府办公室"),
        Organ("市政府", "云川市人民政府"),
        Organ("市卫生健康局", "云川市卫生健康局"),
        Organ("市教育体育局"),
        Organ("市行政审批服务局"),
        Organ("市市场监督管理局"),
        Organ("市发展改革局"),
        Organ("市自然资源和规划局"),
        Organ("市民政局"),
        Organ("市农业农村局"),
        Organ("市文化和旅游局"),
        Organ("市文物局"),
        Organ("市政务公开领导小组办公室"),
        Organ("市委宣传部"),
        Organ("柳树镇人民政府"),
        Organ("城关街道办事处"),
        new(OrganId.From(Guid.CreateVersion7()), "市人力资源社会保障局", ["市人力资源社会保障局"], ["市劳动局"], ["市人社部门"], Ended: false),
        new(OrganId.From(Guid.CreateVersion7()), "市市场监督管理局", [], ["市工商局"], ["市工商行政管理局"], Ended: true),
    ];

    private static readonly List<KnownGroup> Groups =
    [
        new(OrganGroupId.From(Guid.CreateVersion7()), "各镇街", ["各镇（街道）"]),
        new(OrganGroupId.From(Guid.CreateVersion7()), "各镇政府", []),
        new(OrganGroupId.From(Guid.CreateVersion7()), "市直有关部门", []),
        new(OrganGroupId.From(Guid.CreateVersion7()), "市政府各部门", ["市政府各部门和单位"]),
        new(OrganGroupId.From(Guid.CreateVersion7()), "各行政执法单位", []),
    ];

    private static readonly OrganMatcher Matcher = new(Organs, Groups, ["云川"]);

    [Theory]
    [InlineData("市民政局", "市民政局")]
    [InlineData(" 市民政局。", "市民政局")]
    [InlineData("云川市人民政府办公室", "市政府办公室")]
    [InlineData("市劳动局", "市人力资源社会保障局")]
    [InlineData("市人社部门", "市人力资源社会保障局")]
    [InlineData("各镇(街道)", "各镇街")]
    public void Is_sure_of_a_name_of_any_time_and_of_an_alias(string written, string meant)
    {
        var match = Matcher.Match(written);
        Assert.Equal((meant, 1), (match.Proposed, match.Score));
    }

    [Theory]
    [InlineData("市卫健局", "市卫生健康局")]
    [InlineData("市卫生和健康局", "市卫生健康局")]
    [InlineData("市卫健委", "市卫生健康局")]
    [InlineData("市卫生健康委员会", "市卫生健康局")]
    [InlineData("卫生健康局", "市卫生健康局")]
    [InlineData("云川市民政局", "市民政局")]
    [InlineData("民政局", "市民政局")]
    [InlineData("市民政", "市民政局")]
    [InlineData("市民政局(老龄办)", "市民政局")]
    [InlineData("市教体局", "市教育体育局")]
    [InlineData("市教育和体育局", "市教育体育局")]
    [InlineData("市行政审批局", "市行政审批服务局")]
    [InlineData("市场监管局", "市市场监督管理局")]
    [InlineData("市场监督管理局", "市市场监督管理局")]
    [InlineData("市发改委", "市发展改革局")]
    [InlineData("市发展和改革局", "市发展改革局")]
    [InlineData("市自然资源局", "市自然资源和规划局")]
    [InlineData("市农业局", "市农业农村局")]
    [InlineData("市人民政府办公室", "市政府办公室")]
    [InlineData("政府办公室", "市政府办公室")]
    [InlineData("市人民政府", "市政府")]
    [InlineData("市政务公开工作领导小组办公室", "市政务公开领导小组办公室")]
    [InlineData("政务公开领导小组办公室", "市政务公开领导小组办公室")]
    [InlineData("宣传部", "市委宣传部")]
    [InlineData("中共云川市委宣传部", "市委宣传部")]
    [InlineData("柳树镇", "柳树镇人民政府")]
    [InlineData("柳树镇政府", "柳树镇人民政府")]
    [InlineData("城关街办", "城关街道办事处")]
    [InlineData("城关街道", "城关街道办事处")]
    [InlineData("市工商局", "市市场监督管理局")]
    [InlineData("市办民政局", "市民政局")]
    public void Proposes_the_organ_behind_another_spelling_but_asks(string written, string meant)
    {
        var match = Matcher.Match(written);
        Assert.Equal(meant, match.Proposed);
        Assert.NotNull(match.Organ);
        Assert.InRange(match.Score, 0.4, 0.99);
    }

    [Theory]
    [InlineData("各乡镇<街道>", "各镇街")]
    [InlineData("各乡镇（街道）", "各镇街")]
    [InlineData("各镇政府、街道办事处", "各镇街")]
    [InlineData("各乡镇<街道>政府", "各镇街")]
    [InlineData("各镇、街办", "各镇街")]
    [InlineData("各乡镇", "各镇政府")]
    [InlineData("各镇人民政府", "各镇政府")]
    [InlineData("市级各有关部门", "市直有关部门")]
    [InlineData("市政府有关部门、单位", "市直有关部门")]
    [InlineData("市直相关部门", "市直有关部门")]
    [InlineData("市直各部门", "市政府各部门")]
    [InlineData("市政府各部门、单位", "市政府各部门")]
    [InlineData("市直部门", "市政府各部门")]
    [InlineData("各行政执法部门", "各行政执法单位")]
    public void Proposes_the_group_that_a_collective_name_means(string written, string meant)
    {
        var match = Matcher.Match(written);
        Assert.Equal(meant, match.Proposed);
        Assert.NotNull(match.Group);
        Assert.InRange(match.Score, 0.5, 0.99);
    }

    [Theory]
    [InlineData("中国人民银行中心支行")]
    [InlineData("供电公司")]
    [InlineData("各开发区管委会")]
    [InlineData("各县市区政府")]
    [InlineData("")]
    [InlineData("。")]
    [InlineData("省")]
    [InlineData("（）")]
    [InlineData("市智慧园区建设办公室")]
    [InlineData("市委政法委")]
    public void Says_nothing_where_nothing_is_like_it(string written)
    {
        var match = Matcher.Match(written);
        Assert.Equal((null, null, null, 0), (match.Proposed, match.Organ, match.Group, match.Score));
    }

    [Fact]
    public void Does_not_take_another_level_for_the_citys_own()
    {
        Assert.True(Matcher.Match("省民政局").Score < 0.75);
        Assert.True(Matcher.Match("市委办公室").Score < 0.75);
    }

    [Fact]
    public void Is_unsure_where_an_abbreviation_fits_two()
    {
        var matcher = new OrganMatcher([Organ("市水利工程建设局"), Organ("市水文工程局")], [], []);
        var match = matcher.Match("市水工局");
        Assert.Equal(("市水文工程局", 0.55), (match.Proposed, match.Score));
    }

    [Fact]
    public void Prefers_the_living_organ_to_the_successor_of_one_that_ended()
    {
        var (living, successor) = (OrganId.From(Guid.CreateVersion7()), OrganId.From(Guid.CreateVersion7()));
        var matcher = new OrganMatcher(
            [new(successor, "县乙局", [], ["县林业局"], [], Ended: true), new(living, "县林业发展局", ["县林业发展局"], [], ["县林业局"], Ended: false)], [], []);
        Assert.Equal(living, matcher.Match("县林业局").Organ);
        Assert.Equal(1, matcher.Match("县林业局").Score);
    }

    [Fact]
    public void Answers_the_same_however_often_it_is_asked()
    {
        var names = Organs.SelectMany(organ => organ.Current).Select(name => name[1..]).ToList();
        var first = names.ConvertAll(Matcher.Match);
        var again = new OrganMatcher(Organs, Groups, ["云川"]);
        Assert.Equal(first, names.ConvertAll(again.Match));
    }

    [Theory]
    [InlineData("各")]
    [InlineData("市场")]
    [InlineData("市政府办公室")]
    [InlineData("民政局")]
    public void Takes_no_organ_for_a_collective_name(string name) => Assert.Null(Collective.Read(name));

    private static KnownOrgan Organ(string name, string? full = null) =>
        new(OrganId.From(Guid.CreateVersion7()), name, full is null ? [name] : [name, full], [], [], Ended: false);
}
