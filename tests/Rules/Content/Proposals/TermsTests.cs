using Gongkai.Content.Proposals;
using Xunit;

namespace Gongkai.Rules.Content.Proposals;

/// <summary>Each text is an invented notice of 20 January 2026 with the sentences in it; days were counted on paper.</summary>
public sealed class TermsTests
{
    [Theory]
    [InlineData("本办法自2026年3月1日起施行。", "2026年3月1日起施行=2026-03-01")]
    [InlineData("自二〇二六年三月一日起施行。", "二〇二六年三月一日起施行=2026-03-01")]
    [InlineData("本通知自２０２６年２月１日起执行，请遵照办理。", "２０２６年２月１日起执行=2026-02-01")]
    [InlineData("现予公布，自2026年5月1日起施行。", "2026年5月1日起施行=2026-05-01")]
    [InlineData("本规定从2026年4月1日起正式实施。", "2026年4月1日起正式实施=2026-04-01")]
    [InlineData("第二十条 本细则自2026年7月15日起施行，由县财政局解释。", "2026年7月15日起施行=2026-07-15")]
    [InlineData("本办法自发布之日起施行。", "自发布之日起施行=2026-01-20?")]
    [InlineData("本意见自印发之日起30日后施行。", "自印发之日起30日后施行=2026-02-20?")]   // 21 January to 19 February are thirty days
    [InlineData("本意见自印发之日起满三十日后施行。", "自印发之日起满三十日后施行=2026-02-20?")]
    [InlineData("自本通知印发之日起实施。", "自本通知印发之日起实施=2026-01-20?")]
    [InlineData("本办法自公布之日起10个工作日后施行。", "自公布之日起10个工作日后施行?")]
    [InlineData("本决定自县人民代表大会批准之日起生效。", "批准之日起生效?")]
    [InlineData("本决定自批准之日起生效。", "自批准之日起生效?")]
    [InlineData("新的补助标准自2026年1月1日起执行。", "2026年1月1日起执行=2026-01-01?")]
    [InlineData("《某某条例》自2020年1月1日起施行以来，成效明显。", "")]
    [InlineData("对2025年6月30日前施行的项目，按原规定办理。", "")]
    [InlineData("请于2026年3月1日前报送材料。", "")]
    [InlineData("2026年3月1日起施行的新标准另行公布。", "")]
    [InlineData("《旧办法》自2026年3月1日起废止。", "")]
    [InlineData("有关补助自2025年1月1日起执行。本通知自2026年2月1日起施行。", "2026年2月1日起施行=2026-02-01")]
    [InlineData("本办法自2026年3月1日起施行。本细则自2026年4月1日起施行。", "2026年3月1日起施行=2026-03-01?|2026年4月1日起施行=2026-04-01?")]
    public void First_day_in_force(string sentences, string expected) => Assert.Equal(Split(expected), Told.By(Told.Notice(sentences), ProposalKind.EffectiveOn));

    [Theory]
    [InlineData("本办法自2026年3月1日起施行，有效期五年。", "有效期五年=2031-02-28")]
    [InlineData("本办法自2026年3月1日起施行，有效期5年，有效期届满自动失效。", "有效期5年=2031-02-28")]
    [InlineData("本办法自2026年3月1日起施行。有效期为两年。", "有效期为两年=2028-02-29")]   // the day before 1 March 2028
    [InlineData("本办法自2026年2月1日起试行，试行期1年。", "试行期1年=2027-01-31")]
    [InlineData("本通知自2026年3月1日起施行，施行期2年。", "施行期2年=2028-02-29")]
    [InlineData("本通知自2026年3月1日起施行，有效期限为6个月。", "有效期限为6个月=2026-08-31")]
    [InlineData("本通知自印发之日起施行，有效期五年。", "有效期五年=2031-01-19?")]
    [InlineData("本通知自2026年3月1日起施行，有效期至2031年2月28日。", "有效期至2031年2月28日=2031-02-28")]
    [InlineData("本通知自2026年3月1日起施行，至2027年12月31日止。", "至2027年12月31日=2027-12-31")]
    [InlineData("本通知有效期自2026年3月1日至2028年2月29日。", "有效期自2026年3月1日至2028年2月29日=2028-02-29")]
    [InlineData("本政策执行期限为2026年1月1日至2026年12月31日。", "执行期限为2026年1月1日至2026年12月31日=2026-12-31")]
    [InlineData("本通知有效期三年。", "有效期三年?")]
    [InlineData("核发许可证，有效期5年。", "")]
    [InlineData("许可证有效期为5年。", "")]
    [InlineData("本证有效期3年。", "")]
    [InlineData("有效期满前六个月，由起草单位组织评估。", "")]
    [InlineData("项目实施期限为2年。", "")]
    [InlineData("经费使用至2026年12月31日止。", "")]
    public void Last_day_in_force(string sentences, string expected) => Assert.Equal(Split(expected), Told.By(Told.Notice(sentences), ProposalKind.ExpiresOn));

    [Fact]
    public void A_term_between_two_days_gives_both() =>
        Assert.Equal(["EffectiveOn 2026年3月1日=2026-03-01", "ExpiresOn 有效期自2026年3月1日至2028年2月29日=2028-02-29"], Told.By(Told.Notice("本通知有效期自2026年3月1日至2028年2月29日。"), ProposalKind.EffectiveOn, ProposalKind.ExpiresOn));

    private static string[] Split(string expected) => expected.Split('|', StringSplitOptions.RemoveEmptyEntries);
}
