using System.Globalization;
using Gongkai.Law.CivilCode;
using Xunit;

namespace Gongkai.Rules.Law;

public sealed class ValidityTests
{
    [Theory]
    [InlineData("2026-03-01", 60, "2031-02-28")]
    [InlineData("2023-03-01", 60, "2028-02-29")]   // the last February has 29 days
    [InlineData("2026-01-01", 12, "2026-12-31")]
    [InlineData("2026-07-15", 24, "2028-07-14")]
    [InlineData("2026-03-31", 1, "2026-04-30")]    // no 31 April: April is used up to its end
    [InlineData("2028-02-29", 60, "2033-02-28")]
    [InlineData("2026-08-31", 6, "2027-02-28")]
    public void A_period_with_its_own_first_day_ends_the_day_before_the_corresponding_one(string first, int months, string last) =>
        Assert.Equal(Day(last), Article202CorrespondingDay.LastDayFrom(Day(first), months));

    [Theory]
    [InlineData("2026-03-01", 30, "2026-04-01")]   // 2 to 31 March are thirty days
    [InlineData("2026-01-31", 1, "2026-02-02")]
    public void Days_after_an_event_are_counted_from_the_day_after_it(string on, int days, string after) => Assert.Equal(Day(after), Article201Counting.DayAfter(Day(on), days));

    [Fact]
    public void Refuses_periods_that_are_none()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Article202CorrespondingDay.LastDayFrom(Day("2026-01-01"), 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Article201Counting.DayAfter(Day("2026-01-01"), 0));
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
