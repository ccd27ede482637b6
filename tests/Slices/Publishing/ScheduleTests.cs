using Gongkai.Plans;
using Gongkai.Publishing.Catalogue;
using Gongkai.Publishing.Starting;
using Xunit;

namespace Gongkai.Slices.Publishing;

/// <summary>The limit column of a catalogue (公开时限) as a rule.</summary>
public sealed class ScheduleTests
{
    [Theory]
    [InlineData("自信息形成或变更之日起20个工作日内", "AfterFormation 20 Working")]
    [InlineData("信息形成（变更）20个工作日内公开", "AfterFormation 20 Working")]
    [InlineData("自作出决定之日起7个工作日内", "AfterFormation 7 Working")]
    [InlineData("自批准之日起20日内", "AfterFormation 20 Calendar")]
    [InlineData("自收到评标报告之日起3日内", "AfterFormation 3 Calendar")]
    [InlineData("长期公开，信息变更后20个工作日内更新", "OnChange 20 Working")]
    [InlineData("自发生变更之日起3个工作日内", "AfterFormation 3 Working")]
    [InlineData("每月公开一次", "Periodic Monthly")]
    [InlineData("按季度公开", "Periodic Quarterly")]
    [InlineData("每季度公开一次", "Periodic Quarterly")]
    [InlineData("每半年公开一次", "Periodic HalfYearly")]
    [InlineData("每年公开一次", "Periodic Yearly")]
    [InlineData("每年1月31日前", "Periodic Yearly 1-31")]
    [InlineData("定期公开", "Periodic Unspecified")]
    [InlineData("实时公开", "Continuous")]
    [InlineData("长期公开", "Continuous")]
    [InlineData("常年公开", "Continuous")]
    [InlineData("自信息形成或变更之日起20个工作日内，长期公开", "AfterFormation 20 Working")]
    [InlineData("每年2月底前", "Periodic Yearly 2-29")]
    [InlineData("自事故发生之日起24小时内", "AsWritten")]
    [InlineData("自批准之日起1个月内", "AsWritten")]
    [InlineData("公示期不少于7个工作日", "AsWritten")]
    [InlineData("公示期不少于30日", "AsWritten")]
    [InlineData("不超过7个工作日", "AsWritten")]
    [InlineData("6月底前", "AsWritten")]
    public void Is_read_from_the_words_of_the_table(string limit, string rule) => Assert.Equal(rule, Said(Schedule.Read(limit)));

    /// <summary>Article 26: 20 working days, where nothing else is set.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("及时公开")]
    [InlineData("按规定公开")]
    public void Is_the_period_of_the_Regulations_where_the_table_sets_none_that_can_be_counted(string limit) => Assert.Equal("AfterFormation 20 Working", Said(Schedule.Read(limit)));

    [Fact]
    public void Every_ready_made_limit_is_read_as_it_is_meant()
    {
        var limits = StandardFields.All.SelectMany(field => field.Items).Select(item => item.Limit).Distinct().ToList();

        Assert.DoesNotContain(limits, limit => limit.Contains('每', StringComparison.Ordinal) && Schedule.Read(limit) is not { Kind: ScheduleKind.Periodic, Recurrence: not (null or Recurrence.Unspecified) });
        Assert.DoesNotContain(limits, limit => limit.Contains("之日起", StringComparison.Ordinal) && (Schedule.Read(limit).Days is not { } days || !limit.Contains($"{days}", StringComparison.Ordinal)));
        Assert.DoesNotContain(limits, limit => limit.StartsWith("长期公开，", StringComparison.Ordinal) && Schedule.Read(limit).Kind != ScheduleKind.OnChange);
        Assert.DoesNotContain(limits, limit => limit is "实时公开" or "长期公开" && Schedule.Read(limit).Kind != ScheduleKind.Continuous);
    }

    private static string Said(Schedule schedule) => string.Join(' ', new[]
    {
        schedule.Kind.ToString(), schedule.Days?.ToString(System.Globalization.CultureInfo.InvariantCulture), schedule.DayUnit?.ToString(), schedule.Recurrence?.ToString(), schedule.Month is { } month ? $"{month}-{schedule.Day}" : null,
    }.OfType<string>());
}
