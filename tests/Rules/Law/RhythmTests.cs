using Gongkai.Law.Schedules;
using Xunit;

namespace Gongkai.Rules.Law;

/// <summary>Periods that a clerk could count on a wall calendar of 2026.</summary>
public sealed class RhythmTests
{
    [Theory]
    [InlineData(RhythmUnit.Day, 1, "2026-02-27", "2026-03-01", "02-27..02-27 02-28..02-28 03-01..03-01")]
    [InlineData(RhythmUnit.Day, 5, "2026-06-20", "2026-07-05", "06-20..06-24 06-25..06-29 06-30..07-04")] // the run that 07-05 begins is not over
    [InlineData(RhythmUnit.Week, 1, "2026-03-12", "2026-03-31", "03-09..03-15 03-16..03-22 03-23..03-29")] // 12 March is a Thursday
    [InlineData(RhythmUnit.Week, 2, "2026-03-12", "2026-04-10", "03-09..03-22 03-23..04-05")]
    [InlineData(RhythmUnit.TenDays, 1, "2026-02-15", "2026-03-15", "02-11..02-20 02-21..02-28 03-01..03-10")]
    [InlineData(RhythmUnit.TenDays, 2, "2026-03-05", "2026-04-20", "03-01..03-20 03-21..04-10")]
    [InlineData(RhythmUnit.Month, 1, "2026-01-31", "2026-03-31", "01-01..01-31 02-01..02-28 03-01..03-31")]
    [InlineData(RhythmUnit.Month, 2, "2026-03-12", "2026-08-31", "03-01..04-30 05-01..06-30 07-01..08-31")]
    [InlineData(RhythmUnit.Month, 3, "2026-03-31", "2026-12-31", "01-01..03-31 04-01..06-30 07-01..09-30 10-01..12-31")]
    [InlineData(RhythmUnit.Month, 3, "2026-04-01", "2026-09-29", "04-01..06-30")] // the third quarter ends a day too late
    [InlineData(RhythmUnit.Month, 6, "2026-03-12", "2026-12-31", "01-01..06-30 07-01..12-31")]
    [InlineData(RhythmUnit.Month, 12, "2026-03-12", "2026-12-31", "01-01..12-31")]
    [InlineData(RhythmUnit.Month, 40, "2026-03-12", "2026-12-31", "01-01..12-31")] // never beyond its year
    public void Gives_the_periods_that_end_within_a_span(RhythmUnit unit, int every, string first, string last, string periods) =>
        Assert.Equal(periods, string.Join(' ', new Rhythm(unit, every).Periods(new(Days.Day(first), Days.Day(last))).Select(period => $"{period.First:MM-dd}..{period.Last:MM-dd}")));

    [Fact]
    public void Lets_school_terms_run_over_new_year() =>
        Assert.Equal(
            [new(Days.Day("2025-08-01"), Days.Day("2026-01-31")), new(Days.Day("2026-02-01"), Days.Day("2026-07-31"))],
            new Rhythm(RhythmUnit.Semester).Periods(new(Days.Day("2026-01-15"), Days.Day("2026-12-31"))));

    [Fact]
    public void Gives_none_where_no_period_ends() =>
        Assert.Empty(new Rhythm(RhythmUnit.Month).Periods(new(Days.Day("2026-03-01"), Days.Day("2026-03-30"))));

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void Refuses_a_rhythm_of_less_than_one(int every) =>
        Assert.Throws<InvalidOperationException>(() => new Rhythm(RhythmUnit.Week, every).Periods(new(Days.Day("2026-03-01"), Days.Day("2026-03-30"))));

    [Fact]
    public void Ends_before_the_last_day_there_is() =>
        Assert.NotEmpty(new Rhythm(RhythmUnit.Week).Periods(new(new(9989, 12, 1), DateOnly.MaxValue)).ToList());

    [Theory]
    [InlineData("2026-03-01", "2026-02-28")]
    [InlineData("2024-03-01", "2024-02-29")]
    [InlineData("2026-01-01", "2025-12-31")]
    public void What_is_replaced_from_a_day_on_ends_the_day_before(string first, string last) => Assert.Equal(DateOnly.Parse(last, null), Gongkai.Law.Schedules.Days.Before(DateOnly.Parse(first, null)));
}
