using Gongkai.Law.Calendar;
using Gongkai.Law.Limits;
using Gongkai.Law.Order711;
using Xunit;
using static Gongkai.Rules.Law.Days;

namespace Gongkai.Rules.Law;

public class WorkCalendarTests
{
    private static readonly WorkCalendar Calendar = WorkCalendar.National;

    [Theory]
    [InlineData("2017-01-20", "2017-02-04", "2017-02-15", "2017-02-22", "2017-03-22")]
    [InlineData("2017-09-25", "2017-10-10", "2017-10-20", "2017-10-27", "2017-11-24")]
    [InlineData("2019-01-28", "2019-02-11", "2019-02-21", "2019-02-28", "2019-03-28")]
    [InlineData("2019-04-25", "2019-05-07", "2019-05-17", "2019-05-24", "2019-06-24")]
    [InlineData("2021-02-05", "2021-02-20", "2021-03-03", "2021-03-10", "2021-04-08")]
    [InlineData("2021-09-16", "2021-09-27", "2021-10-13", "2021-10-20", "2021-11-17")]
    [InlineData("2024-02-05", "2024-02-20", "2024-03-01", "2024-03-08", "2024-04-08")]
    [InlineData("2024-09-12", "2024-09-24", "2024-10-10", "2024-10-16", "2024-11-13")]
    [InlineData("2025-01-20", "2025-02-05", "2025-02-14", "2025-02-21", "2025-03-21")]
    [InlineData("2025-09-26", "2025-10-13", "2025-10-23", "2025-10-30", "2025-11-27")]
    [InlineData("2026-02-12", "2026-02-28", "2026-03-11", "2026-03-18", "2026-04-16")]
    [InlineData("2026-09-18", "2026-09-29", "2026-10-15", "2026-10-22", "2026-11-19")]
    [Article("711", 33), Article("711", 30), Article("711", 32), Article("711", 34)]
    public void Known_limits_hold(string received, string seven, string fifteen, string twenty, string forty)
    {
        var from = Day(received);
        Assert.Equal(Day(seven), Article30CorrectionPeriod.LastDay(from, Calendar).Day);
        Assert.Equal(Day(fifteen), Article32ThirdPartyOpinion.LastDay(from, Calendar).Day);
        Assert.Equal(Day(fifteen), Article34CoAuthorOpinion.LastDay(from, Calendar).Day);
        Assert.Equal(Day(twenty), Article33ReplyPeriod.LastDay(from, 0, [], Calendar).Day);
        Assert.Equal(Day(forty), Article33ReplyPeriod.LastDay(from, 20, [], Calendar).Day);
    }

    [Theory]
    [InlineData(2017, 249)]
    [InlineData(2018, 250)]
    [InlineData(2019, 250)]
    [InlineData(2020, 249)]
    [InlineData(2021, 250)]
    [InlineData(2022, 249)]
    [InlineData(2023, 249)]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void Each_year_has_its_working_days(int year, int days)
    {
        Assert.True(Calendar.IsAnnounced(year));
        Assert.Equal(days, Calendar.Workdays(new(new(year, 1, 1), new(year, 12, 31))));
    }

    [Fact]
    public void Every_start_of_ten_years_agrees_with_a_count_by_hand()
    {
        int[] counts = [7, 15, 20, 40];
        List<string> differences = [];
        for (var start = new DateOnly(2017, 1, 1); start <= new DateOnly(2026, 12, 31); start = start.AddDays(1))
        {
            if (Calendar.IsWorkday(start) != SlowCalendar.IsWorkday(start)) differences.Add($"{start:O}");
            foreach (var (count, day) in SlowCalendar.LastDays(start, counts))
            {
                var limit = Limit.LastDay(start, new(count, PeriodUnit.WorkingDays), Calendar);
                if (limit.Day != day || limit.Provisional != (day.Year > 2026)) differences.Add($"{start:O} + {count}: {limit.Day:O}, by hand {day:O}");
            }
        }

        Assert.Empty(differences);
    }

    [Fact]
    public void Days_say_why_they_are_off_or_worked()
    {
        Assert.Equal(new(new(2026, 2, 17), DayKind.Holiday, "春节", true), Calendar[new(2026, 2, 17)]);
        Assert.Equal(new(new(2026, 2, 14), DayKind.MakeUpWorkday, "春节", true), Calendar[new(2026, 2, 14)]);
        Assert.Equal(new(new(2026, 3, 7), DayKind.Weekend, null, true), Calendar[new(2026, 3, 7)]);
        Assert.Equal(new(new(2026, 3, 9), DayKind.Workday, null, true), Calendar[new(2026, 3, 9)]);
    }

    [Fact]
    public void The_end_of_a_year_belongs_to_the_next_notice()
    {
        Assert.True(Calendar.IsWorkday(new(2018, 12, 29)));
        Assert.False(Calendar.IsWorkday(new(2018, 12, 31)));
        Assert.Equal("2018@2017-11-30+2019@2019-03-22", Limit.LastDay(new(2018, 12, 20), new(3, PeriodUnit.WorkingDays), Calendar).CalendarVersion);
    }

    [Fact]
    public void A_count_into_a_year_without_arrangement_is_provisional()
    {
        var limit = Limit.LastDay(new(2026, 12, 20), new(20, PeriodUnit.WorkingDays), Calendar);
        Assert.True(limit.Provisional);
        Assert.False(Limit.LastDay(new(2026, 12, 1), new(20, PeriodUnit.WorkingDays), Calendar).Provisional);
        Assert.True(Limit.LastDay(new(2016, 12, 20), new(20, PeriodUnit.WorkingDays), Calendar).Provisional);

        var announced = Calendar.With(Notice(2027, "2026-11-10"));
        var firm = Limit.LastDay(new(2026, 12, 20), new(20, PeriodUnit.WorkingDays), announced);
        Assert.False(firm.Provisional);
        Assert.Equal(limit.Day.AddDays(3), firm.Day);
        Assert.Equal("2026@2025-11+2027@2026-11-10", firm.CalendarVersion);
    }

    [Fact]
    public void An_amended_notice_replaces_the_first()
    {
        var first = Notice(2027, "2026-11-10");
        var amended = first with { Amended = new(2027, 1, 20), Off = [] };
        var calendar = Calendar.With(first).With(amended);
        Assert.Equal(11, calendar.Notices.Count);
        Assert.True(calendar.IsWorkday(new(2027, 1, 1)));
        Assert.Equal("2027@2027-01-20", Limit.LastDay(new(2027, 1, 1), new(1, PeriodUnit.WorkingDays), calendar).CalendarVersion);
    }

    [Fact]
    public void A_regions_own_days_lie_on_top()
    {
        var region = Notice(2026, "2026-01-05") with { Region = "云泽市", Off = [new("开渔节", new(new(2026, 8, 3), new(2026, 8, 3)))] };
        var calendar = Calendar.With(region);
        Assert.False(calendar.IsWorkday(new(2026, 8, 3)));
        Assert.Equal("开渔节", calendar[new(2026, 8, 3)].Holiday);
        Assert.False(calendar.IsWorkday(new(2026, 2, 17)));
        Assert.True(Calendar.IsWorkday(new(2026, 8, 3)));
        Assert.Equal("2026@2025-11+2026/云泽市@2026-01-05", Limit.LastDay(new(2026, 8, 2), new(1, PeriodUnit.WorkingDays), calendar).CalendarVersion);
    }

    [Fact]
    public void A_regions_days_do_not_announce_a_year() =>
        Assert.False(Calendar.With(Notice(2027, "2026-11-10") with { Region = "云泽市" }).IsAnnounced(2027));

    [Fact]
    public void Days_outside_the_calendar_are_errors()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.IsWorkday(new(1999, 12, 31)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.IsWorkday(new(2100, 1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Limit.LastDay(new(2099, 12, 1), new(40, PeriodUnit.WorkingDays), Calendar));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.WorkdayAfter(new(2026, 1, 1), 0));
    }

    private static WorkdayNotice Notice(int year, string announced) => new()
    {
        Year = year,
        Title = "测试安排",
        Announced = announced,
        Off = [new("元旦", new(new(year, 1, 1), new(year, 1, 3)))],
        MakeUp = [],
    };
}
