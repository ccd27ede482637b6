using System.Globalization;
using Gongkai.Plans;
using Xunit;

namespace Gongkai.Rules.Plans.Grammar;

public sealed class LimitTests
{
    [Theory]
    [InlineData("6月底前完成清理。", "2026-06-30")]
    [InlineData("6月底完成清理。", "2026-06-30")]
    [InlineData("2026年2月底前公布结果。", "2026-02-28")]
    [InlineData("年底前建成。", "2026-12-31")]
    [InlineData("2026年年底前建成。", "2026-12-31")]
    [InlineData("年内实现全覆盖。", "2026-12-31")]
    [InlineData("9月30日前报送材料。", "2026-09-30")]
    [InlineData("十月底前贴上墙。", "2026-10-31")]
    [InlineData("上半年组织一次检查。", "2026-06-30")]
    [InlineData("第三季度开展开放活动。", "2026-09-30")]
    [InlineData("到2028年，轮训一遍。", "2028-12-31")]
    [InlineData("明年3月底前完成总结。", "2027-03-31")]
    [InlineData("6月中旬至7月中旬开展活动。", "2026-07-20")]
    [InlineData("5月至8月集中整改。", "2026-08-31")]
    [InlineData("全年组织不少于3次培训。", "2026-12-31")]
    [InlineData("截至11月15日，全部上线。", "2026-11-15")]
    public void Reads_days_in_every_wording(string text, string last)
    {
        var limit = Assert.Single(Limits(text), l => l.Kind == LimitKind.Date);
        Assert.Equal(DateOnly.Parse(last, CultureInfo.InvariantCulture), limit.Date);
    }

    [Theory]
    [InlineData("按月公布收支。", Recurrence.Monthly)]
    [InlineData("按月份公布收支。", Recurrence.Monthly)]
    [InlineData("每季度公布水质。", Recurrence.Quarterly)]
    [InlineData("每个季度公布水质。", Recurrence.Quarterly)]
    [InlineData("按年度公开名单。", Recurrence.Yearly)]
    [InlineData("每年至少听取一次汇报。", Recurrence.Yearly)]
    [InlineData("每半年检查一次。", Recurrence.HalfYearly)]
    [InlineData("半年一次的检查照常进行。", Recurrence.HalfYearly)]
    [InlineData("每学期公开账目。", Recurrence.Semester)]
    [InlineData("每旬发布水情。", Recurrence.TenDays)]
    [InlineData("每天更新价格。", Recurrence.Daily)]
    [InlineData("每2个月不少于1篇。", Recurrence.EveryNMonths)]
    [InlineData("收购旺季每五日发布进度。", Recurrence.EveryNDays)]
    [InlineData("每周五发布进度。", Recurrence.Weekly)]
    [InlineData("一月一通报。", Recurrence.Monthly)]
    [InlineData("做好月度收支信息公开。", Recurrence.Monthly)]
    [InlineData("开展月督查。", Recurrence.Monthly)]
    [InlineData("定期公布名单。", Recurrence.Unspecified)]
    public void Reads_rhythms(string text, Recurrence rhythm)
    {
        var limit = Assert.Single(Limits(text));
        Assert.Equal((LimitKind.Periodic, rhythm), (limit.Kind, limit.Recurrence));
    }

    [Theory]
    [InlineData("解读材料应于文件公布后 3 个工作日内发布。", 3, DayUnit.Working, "文件公布")]
    [InlineData("信息自形成之日起20日内公开。", 20, DayUnit.Calendar, "形成")]
    [InlineData("方案在人代会结束60个工作日内公开。", 60, DayUnit.Working, "人代会结束")]
    [InlineData("信息形成起二十日内公开。", 20, DayUnit.Calendar, "信息形成")]
    public void Reads_days_after_an_event(string text, int days, DayUnit unit, string happening)
    {
        var limit = Assert.Single(Limits(text));
        Assert.Equal((LimitKind.AfterEvent, days, unit, happening), (limit.Kind, limit.Days, limit.DayUnit, limit.Event));
    }

    [Theory]
    [InlineData("项目验收合格后，及时向社会公开。", null)]
    [InlineData("决策作出后，要及时公开相关文件。", null)]
    [InlineData("待上级机关制定审理规范后，严格执行统一标准。", null)]
    [InlineData("确保政策解读与政策文件同步起草、同步审签、同步发布。", 0)]
    public void Reads_events_without_a_count_and_the_same_moment(string text, int? days)
    {
        var limit = Assert.Single(Limits(text));
        Assert.Equal((LimitKind.AfterEvent, days), (limit.Kind, limit.Days));
    }

    [Fact]
    public void Reads_hours()
    {
        var limits = Limits("突发事件最迟5小时内发布信息、24小时内举行发布会。");
        Assert.Equal([5, 24], limits.Select(l => l.Hours!.Value));
    }

    [Fact]
    public void Reads_every_rhythm_of_a_list() =>
        Assert.Equal([Recurrence.Monthly, Recurrence.Quarterly, Recurrence.Yearly], Limits("发布月(季、年)统计资料。").Select(l => l.Recurrence!.Value));

    [Fact]
    public void Lets_a_period_govern_a_second_count() =>
        Assert.Equal([1, 1], Limits("每年至少听取一次汇报，召开一次会议。").Select(l => l.MinCount!.Value));

    [Fact]
    public void A_yearly_limit_keeps_its_day()
    {
        var limit = Assert.Single(Limits("每年3月底前发布供应计划。"));
        Assert.Equal((Recurrence.Yearly, new DateOnly(2026, 3, 31)), (limit.Recurrence!.Value, limit.Date!.Value));
    }

    [Fact]
    public void A_season_belongs_to_its_rhythm() => Assert.Equal("秋粮收购旺季", Assert.Single(Limits("发布价格，秋粮收购旺季每五日发布进度。")).Season);

    [Theory]
    [InlineData("及时公开、实时更新、适时公布、动态调整、第一时间回应。")]
    [InlineData("加强工作日常督查。")]
    [InlineData("坚持长期建设的方针。")]
    [InlineData("明确公开内容、时限、方式。")]
    [InlineData("坚持先审查后公开的原则。")]
    [InlineData("公布上一年度情况和年度薪酬。")]
    [InlineData("实施三年行动和“十五五”规划。")]
    [InlineData("分值权重不低于4%。")]
    [InlineData("在决策前向社会公布草案，重大政策出台前征求意见。")]
    [InlineData("每一项任务、每个环节都要落到实处。")]
    [InlineData("在法定期限和规定期间内办理。")]
    [InlineData("审查合格后，方可进入集体讨论。")]
    [InlineData("同步共享给相关网站，同时向社会公布。")]
    [InlineData("根据年度目标任务要求公示名单。")]
    [InlineData("落实《云河省2026年6月底前重点工作安排》。")]
    [InlineData("热线12345全年无休。")]
    [InlineData("推动“双随机、一公开”监管。")]
    public void Takes_no_false_friend_for_a_limit(string text) => Assert.Empty(Limits(text));

    private static IReadOnlyList<PlanLimit> Limits(string text) => PlainText.Task("一、主要任务\n（一）" + text + "（责任单位：市政府办公室）").Limits;
}
