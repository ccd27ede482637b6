using Gongkai.Checks;
using Xunit;

namespace Gongkai.Rules.Checks;

public sealed class HeadChecksTests
{
    private static readonly HeadFacts Facts = new("关于印发方案的通知", "伊县政办发〔2026〕3号", new(2026, 3, 1), new(2026, 3, 5), new(2026, 4, 1), new(2031, 3, 31), 2, ["伊宁县人民政府办公室", "伊宁县住房和城乡建设局", "伊宁市人民政府办公室"]);

    [Fact]
    public void Finds_nothing_in_a_sound_document() => Assert.Empty(HeadChecks.Find(Facts, """
        各乡镇人民政府，县直各单位：
        根据国办发〔2018〕123号和《关于做好工作的通知》（新政办发〔2026〕12号）精神，经伊宁县人民政府办公室研究，于2024年2月29日、12月31日前完成，见附件1、附件2。
        目的的实现，为了了解情况……对对口支援，的的确确！！请伊宁市人民政府办公室支持。
        附件：1.任务表
        联系人按国办发〔2019〕14号附件5填写，邮件附件不超过2份。
        2026年3月1日
        """));

    [Fact]
    public void Finds_days_that_contradict_each_other()
    {
        Assert.Equal(["发布日期2026-02-01早于成文日期2026-03-01"], Shown(Facts with { PublishOn = new(2026, 2, 1) }));
        Assert.Equal(["施行日期2026-02-28早于成文日期2026-03-01"], Shown(Facts with { EffectiveOn = new(2026, 2, 28) }));
        Assert.Equal(["失效日期2026-03-31早于施行日期2026-04-01"], Shown(Facts with { ExpiresOn = new(2026, 3, 31) }));
        Assert.Empty(Shown(Facts with { PublishOn = null, EffectiveOn = new(2026, 3, 1) }));
    }

    [Theory]
    [InlineData("2026年2月30日", "2026年2月30日")]
    [InlineData("于2月30日前", "2月30日")]
    [InlineData("2026年2月29日", "2026年2月29日")]
    [InlineData("2月29日", null)]             // in a leap year there is one
    [InlineData("二〇二六年四月三十一日", "二〇二六年四月三十一日")]
    [InlineData("13月1日", "13月1日")]
    [InlineData("2026-02-30", "2026-02-30")]
    [InlineData("GK-2026-02-30-1", null)]
    [InlineData("2026.13.01", "2026.13.01")]
    [InlineData("每月31日", null)]
    public void Finds_days_that_no_calendar_has(string text, string? day) => Assert.Equal(day, Shown(Facts, text).SingleOrDefault());

    [Theory]
    [InlineData("见附件3。", 2, "附件3（已上传2个）")]
    [InlineData("见附件三。", 2, "附件3（已上传2个）")]
    [InlineData("见附件2。", 2, null)]
    [InlineData("详见附件。", 0, "附件")]
    [InlineData("详见附件。", 1, null)]
    [InlineData("电子邮件附件3份。", 2, null)]
    [InlineData("国办发〔2019〕14号附件5", 2, null)]
    public void Finds_attachments_that_are_named_and_not_there(string text, int count, string? shown) => Assert.Equal(shown, Shown(Facts with { AttachmentCount = count }, text).SingleOrDefault());

    [Theory]
    [InlineData("根据国办发[2018]123号", "国办发[2018]123号", "国办发〔2018〕123号")]
    [InlineData("根据国办发（2018）第012号", "国办发（2018）第012号", "国办发〔2018〕12号")]
    [InlineData("做好。。工作", "。。", "。")]
    [InlineData("县直的的单位", "的的", "的")]
    [InlineData("工作的通知的通知", "的通知的通知", "的通知")]
    [InlineData("伊宁县人民政府公室印发", "伊宁县人民政府公室", "伊宁县人民政府办公室")]
    [InlineData("伊宁县住房城乡建设局", "伊宁县住房城乡建设局", "伊宁县住房和城乡建设局")]
    [InlineData("伊宁县住房和和城乡建设局牵头", "伊宁县住房和和城乡建设局", "伊宁县住房和城乡建设局")]
    public void Finds_slips_and_proposes_what_is_right(string text, string shown, string instead)
    {
        var found = HeadChecks.Find(Facts, text);
        Assert.Contains(found, finding => (finding.Shown, finding.Instead) == (shown, instead) && text.Substring(finding.Span.Start, finding.Span.Length) == shown);
    }

    [Theory]
    [InlineData("国办发[2026]3号", "国办发〔2026〕3号")]
    [InlineData("国办发〔2026〕03号", "国办发〔2026〕3号")]
    [InlineData("国办发2026-3", null)]
    public void Finds_a_document_number_of_another_form_in_the_head(string number, string? instead)
    {
        var finding = Assert.Single(HeadChecks.Find(Facts with { DocumentNumber = number }, ""));
        Assert.Equal(("checks.number-form", "发文字号", instead), (finding.Code, finding.Place, finding.Instead));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("国务院令第711号")]
    [InlineData("2026年第3号")]
    public void Lets_other_numbers_be(string? number) => Assert.Empty(HeadChecks.Find(Facts with { DocumentNumber = number }, ""));

    [Fact]
    public void Looks_at_the_title_too() => Assert.Equal("标题", Assert.Single(HeadChecks.Find(Facts with { Title = "关于印发方案的通知的通知" }, "")).Place);

    private static List<string> Shown(HeadFacts facts, string text = "") => [.. HeadChecks.Find(facts, text).Select(finding => finding.Shown)];
}
