using Gongkai.Law.Schedules;
using Xunit;

namespace Gongkai.Rules.Law;

/// <summary>Which periods went by without what was due in them, checked against a calendar on paper.</summary>
public sealed class PeriodsMetTests
{
    private static readonly Rhythm Monthly = new(RhythmUnit.Month), Quarterly = new(RhythmUnit.Month, 3), Yearly = new(RhythmUnit.Month, 12);

    [Theory]
    [InlineData("2026-01-01", "2026-04-15", "2026-01-09 2026-02-12 2026-04-02", "2026-03", "2026-05-31")] // March went by; April is met, so May is next
    [InlineData("2026-01-01", "2026-04-15", "2026-01-09 2026-02-12 2026-03-31", "", "2026-04-30")]
    [InlineData("2026-01-02", "2026-03-01", "", "2026-02", "2026-03-31")] // January had begun before it was asked for
    [InlineData("2026-01-01", "2026-01-31", "", "", "2026-01-31")] // its last day is not over
    [InlineData("2026-01-01", "2026-02-01", "", "2026-01", "2026-02-28")]
    [InlineData("2026-03-01", "2026-02-01", "", "", "2026-03-31")] // not asked for yet
    public void Tells_months_that_went_by(string from, string today, string done, string missing, string next)
    {
        var met = PeriodsMet.Of(Monthly, Day(from), Days(done), Day(today));

        Assert.Equal(missing, string.Join(' ', met.Missing.Select(period => period.First.ToString("yyyy-MM", null))));
        Assert.Equal(Day(next), met.NextDue);
    }

    [Fact]
    public void Tells_the_latest_period_first()
    {
        var met = PeriodsMet.Of(Quarterly, Day("2025-04-01"), Days("2025-08-20"), Day("2026-05-06"));

        Assert.Equal([Day("2026-01-01"), Day("2025-10-01"), Day("2025-04-01")], met.Missing.Select(period => period.First));
        Assert.Equal(Day("2026-06-30"), met.NextDue);
    }

    [Theory]
    [InlineData("2026-01-31", "", 0, "2026-01-31")] // the day itself is still in time
    [InlineData("2026-02-01", "", 1, "2027-01-31")]
    [InlineData("2026-02-01", "2026-01-20", 0, "2027-01-31")]
    [InlineData("2026-02-10", "2026-02-09", 0, "2027-01-31")] // late, but there
    public void Keeps_to_a_day_that_each_year_names(string today, string done, int missing, string next)
    {
        var met = PeriodsMet.Of(Yearly, Day("2026-01-01"), Days(done), Day(today), month: 1, day: 31);

        Assert.Equal(missing, met.Missing.Count);
        Assert.Equal(Day(next), met.NextDue);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", null);

    private static IReadOnlyList<DateOnly> Days(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Day)];
}
