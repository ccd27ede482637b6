using Gongkai.Plans;
using Xunit;

namespace Gongkai.Rules.Plans;

/// <summary>A text that is nothing but a limit, as it stands in a limit column or a form.</summary>
public sealed class LimitReaderTests
{
    [Theory]
    [InlineData("自信息形成之日起20个工作日内", LimitKind.AfterEvent, 20, DayUnit.Working, null)]
    [InlineData("自批准之日起20日内", LimitKind.AfterEvent, 20, DayUnit.Calendar, null)]
    [InlineData("每季度公开一次", LimitKind.Periodic, null, null, Recurrence.Quarterly)]
    public void Is_read_as_in_a_column_of_a_plan(string text, LimitKind kind, int? days, DayUnit? unit, Recurrence? recurrence)
    {
        var limit = Assert.Single(LimitReader.Read(text, 2026));

        Assert.Equal((kind, days, unit, recurrence), (limit.Kind, limit.Days, limit.DayUnit, limit.Recurrence));
        Assert.Contains(limit.Phrase, text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_without_a_year_is_given_in_the_year_asked_for()
    {
        Assert.Equal(new DateOnly(2027, 1, 31), Assert.Single(LimitReader.Read("每年1月31日前", 2027)).Date);
        Assert.Equal(new DateOnly(2026, 6, 30), Assert.Single(LimitReader.Read("6月底前", 2026)).Date);
    }

    [Theory]
    [InlineData("")]
    [InlineData("及时公开")]
    public void What_cannot_be_counted_gives_nothing(string text) => Assert.Empty(LimitReader.Read(text, 2026));
}
