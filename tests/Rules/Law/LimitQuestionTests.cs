using Gongkai.Law.Calendar;
using Gongkai.Law.Limits;
using Xunit;
using static Gongkai.Rules.Law.Days;

namespace Gongkai.Rules.Law;

public class LimitQuestionTests
{
    [Theory]
    [InlineData("2026-02-12 20 working", "2026-03-18")]
    [InlineData("\uFEFF  2026-02-12\t20   working \r", "2026-03-18")]
    [InlineData("2026年2月12日 20 工作日", "2026-03-18")]
    [InlineData("2026-03-04 10 calendar", "2026-03-16")]
    [InlineData("2026-01-31 1 months", "2026-02-28")]
    [InlineData("2024-02-29 1 years", "2025-02-28")]
    [InlineData("2026-02-12T23:30 1 hours", "2026-02-13")]
    public void A_line_is_answered(string line, string day) =>
        Assert.Equal(Day(day), LimitQuestion.Read(line).Made.Answer(WorkCalendar.National).Made.Day);

    [Theory]
    [InlineData("", "law.limit-words")]
    [InlineData("2026-02-12 20", "law.limit-words")]
    [InlineData("2026-02-12 20 working days", "law.limit-words")]
    [InlineData("2026-02-30 20 working", "law.limit-day")]
    [InlineData("1999-12-31 20 working", "law.limit-day")]
    [InlineData("yesterday 20 working", "law.limit-day")]
    [InlineData("2026-02-12T25:00 5 hours", "law.limit-day")]
    [InlineData("2026-02-12T09:00 5 working", "law.limit-time")]
    [InlineData("2026-02-12 0 working", "law.limit-amount")]
    [InlineData("2026-02-12 -3 working", "law.limit-amount")]
    [InlineData("2026-02-12 10001 working", "law.limit-amount")]
    [InlineData("2026-02-12 99999999999 working", "law.limit-amount")]
    [InlineData("2026-02-12 20 moons", "law.limit-unit")]
    public void A_bad_line_has_one_reason(string line, string code) =>
        Assert.Equal(code, Assert.Single(LimitQuestion.Read(line).Refusals).Code);

    [Theory]
    [InlineData("2099-12-01 40 working")]
    [InlineData("2026-02-12 10000 years")]
    [InlineData("2026-02-12 9999 months")]
    [InlineData("2099-12-31 1 calendar")]
    public void A_count_beyond_the_calendar_is_refused(string line) =>
        Assert.Equal("law.limit-beyond", Assert.Single(LimitQuestion.Read(line).Made.Answer(WorkCalendar.National).Refusals).Code);

    [Fact]
    public void The_longest_period_ends_or_is_refused_for_every_unit()
    {
        foreach (var unit in new[] { "working", "calendar", "months", "years", "hours" })
        {
            for (var year = WorkCalendar.FirstYear; year <= WorkCalendar.LastYear; year++)
            {
                foreach (var amount in new[] { 1, 40, 700, Period.Longest })
                {
                    var answer = LimitQuestion.Read($"{year}-12-31 {amount} {unit}").Made.Answer(WorkCalendar.National);
                    Assert.True(answer.IsDone || answer.Refusals[0].Code == "law.limit-beyond");
                }
            }
        }
    }
}
