using System.Reflection;
using Gongkai.Plans;
using Gongkai.Plans.Grammar;
using Xunit;

namespace Gongkai.Rules.Plans.Grammar;

public sealed class DoubtTests
{
    private const string Task = "一、主要任务\n（一）公开机构职能。及时公开机构职能和办事指南，方便群众查询。（责任单位：市政府办公室）\n";

    [Theory]
    [InlineData("plans.truncated", Task + "（二）认真落实解读责任，充分利用新闻发布会")]
    [InlineData("plans.no-unit", Task + "（二）完善考核机制。建立工作台账，逐项抓好落实。")]
    [InlineData("plans.no-units-at-all", "一、主要任务\n（一）完善考核机制。建立工作台账，逐项抓好落实。")]
    [InlineData("plans.unit-slip", "一、主要任务\n（一）公开扶贫资金。公开扶贫资金使用情况，接受监督。（市办扶贫办牵头）")]
    [InlineData("plans.role-guessed", "一、主要任务\n（一）公开收费目录。公开收费目录清单，接受监督。（牵头单位：市财政局；各镇政府）")]
    [InlineData("plans.cadence-missing", "一、主要任务\n（一）通报情况。定期通报栏目保障情况，督促整改。（责任单位：市政府办公室）")]
    [InlineData("plans.limit-beyond-year", "一、主要任务\n（一）开展培训。到2028年，对工作人员轮训一遍。（责任单位：市政府办公室）")]
    [InlineData("plans.rhythm-odd", "一、主要任务\n（一）发布进度。收购旺季每五日发布收购进度，引导预期。（责任单位：市发改委）")]
    [InlineData("plans.foreign-string", "一、主要任务\n（一）推进共享。加快abcd365xy与信用网站的连接，推动共享。（责任单位：市发改委）")]
    [InlineData("plans.heading-repeated", "一、主要任务\n（一）公开机构职能。及时公开机构职能，方便查询。（责任单位：市政府办公室）\n一、主要任务\n（二）公开清单。及时公开权责清单，方便查询。（责任单位：市编办）")]
    [InlineData("plans.chapter-left-out", "一、指导思想\n以便民为宗旨，全面推进公开。\n" + "二、主要任务\n（一）完善考核机制。建立工作台账，逐项抓好落实。")]
    [InlineData("plans.limit-past", "云泽市2026年政务公开工作要点\n云泽市人民政府办公室\n2026年7月1日\n一、主要任务\n（一）完成清理。6月底前完成文件清理，公布结果。（责任单位：市司法局）")]
    [InlineData("plans.upload-date", "- 上传时间:2025-12-15\n" + Task)]
    [InlineData("plans.limit-unread", "序号 | 任务 | 责任单位 | 完成时限 |\n1 | 公开规划文本，方便社会监督。 | 市政府办公室 | 按要求推进 |\n2 | 公开收费清单，方便社会监督。 | 市财政局 | 6月底 |")]
    [InlineData("plans.quota-ambiguous", "序号 | 任务 | 责任单位 | 完成时限 |\n1 | 公开重点领域信息，方便社会监督。 | 各镇街 | 每月4个不同方面的信息不少于1篇 |\n2 | 公开收费清单，方便社会监督。 | 市财政局 | 6月底 |")]
    [InlineData("plans.row-limits-differ", "一、主要任务\n1.6月底前完成文件清理，并向社会公布清理结果。（责任单位：市司法局）\n附件：任务分解表\n序号 | 任务 | 责任单位 | 完成时限 |\n1 | 6月底前完成文件清理，并向社会公布清理结果。 | 市司法局 | 长期 |")]
    public void Reports_what_a_person_should_look_at(string code, string text) => Assert.Contains(PlainText.Read(text, 2026).Doubts, d => d.Code == code);

    [Fact]
    public void Says_when_the_year_had_to_be_guessed() =>
        Assert.Contains(PlainText.Read("关于全面推进政务公开工作的实施方案\n根据2026年全市会议精神，制定本方案。\n" + Task).Doubts, d => d.Code == "plans.year-guessed");

    [Fact]
    public void Has_nothing_to_say_about_a_plain_plan() => Assert.Empty(PlainText.Read("云泽市2026年政务公开工作要点\n" + Task).Doubts);

    [Fact]
    public void Every_code_has_its_sentence()
    {
        foreach (var field in typeof(DoubtCodes).GetFields(BindingFlags.Public | BindingFlags.Static)) Assert.True(DoubtWords.Knows((string)field.GetValue(null)!), field.Name);
    }

    [Fact]
    public void Fills_the_values_into_the_sentence() =>
        Assert.Equal("单位名称“市民政”似有笔误，是否为“市民政局”？", DoubtWords.Sentence(new Doubt("plans.unit-slip", default, "市民政", "市民政局")));
}
