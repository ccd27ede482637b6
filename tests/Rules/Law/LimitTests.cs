using FsCheck;
using FsCheck.Fluent;
using Gongkai.Law.Calendar;
using Gongkai.Law.CivilCode;
using Gongkai.Law.FeeMeasures;
using Gongkai.Law.Limits;
using Gongkai.Law.Order711;
using Xunit;
using static Gongkai.Rules.Law.Days;

namespace Gongkai.Rules.Law;

public class LimitTests
{
    private static readonly WorkCalendar Calendar = WorkCalendar.National;

    [Theory]
    [InlineData("2026-03-02", 10, "2026-03-12")]  // Monday the 2nd is not counted
    [InlineData("2026-03-04", 10, "2026-03-16")]  // ends on Saturday the 14th
    [InlineData("2026-02-05", 10, "2026-02-24")]  // ends on the first day of Spring Festival
    [InlineData("2026-02-04", 10, "2026-02-14")]  // a Saturday, but worked
    [InlineData("2026-09-21", 10, "2026-10-08")]  // ends on National Day
    [Article("civil-code", 201), Article("civil-code", 203)]
    public void Calendar_days_end_on_a_workday(string from, int days, string last) =>
        Assert.Equal(Day(last), Limit.LastDay(Day(from), new(days, PeriodUnit.CalendarDays), Calendar).Day);

    [Theory]
    [InlineData("2026-03-10", 1, PeriodUnit.Months, "2026-04-10")]
    [InlineData("2026-01-31", 1, PeriodUnit.Months, "2026-02-28")]  // no 31st; Saturday, but worked
    [InlineData("2023-12-31", 2, PeriodUnit.Months, "2024-02-29")]  // leap year
    [InlineData("2026-08-31", 1, PeriodUnit.Months, "2026-09-30")]
    [InlineData("2026-05-10", 2, PeriodUnit.Months, "2026-07-10")]
    [InlineData("2026-09-01", 1, PeriodUnit.Months, "2026-10-08")]  // ends within National Day
    [InlineData("2024-02-29", 1, PeriodUnit.Years, "2025-02-28")]
    [InlineData("2025-02-15", 1, PeriodUnit.Years, "2026-02-24")]
    [Article("civil-code", 202)]
    public void Months_and_years_end_on_the_corresponding_day(string from, int amount, PeriodUnit unit, string last) =>
        Assert.Equal(Day(last), Limit.LastDay(Day(from), new(amount, unit), Calendar).Day);

    [Fact, Article("civil-code", 201)]
    public void Hours_run_through_nights_and_holidays()
    {
        var event_ = new DateTimeOffset(2026, 2, 16, 22, 30, 0, TimeSpan.FromHours(8));
        Assert.Equal(new(2026, 2, 17, 22, 30, 0, TimeSpan.FromHours(8)), Limit.LastInstant(event_, new(24, PeriodUnit.Hours)));
        Assert.Throws<ArgumentException>(() => Limit.LastDay(new(2026, 2, 16), new(24, PeriodUnit.Hours), Calendar));
        Assert.Throws<ArgumentException>(() => Limit.LastInstant(event_, new(24, PeriodUnit.WorkingDays)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Article201Counting.LastInstant(event_, 0));
    }

    [Fact, Article("civil-code", 203)]
    public void A_last_day_ends_at_midnight_or_with_business()
    {
        Assert.Equal(new DateTime(2026, 3, 13), Article203RestDay.Ends(new(2026, 3, 12)));
        Assert.Equal(new DateTime(2026, 3, 12, 17, 30, 0), Article203RestDay.Ends(new(2026, 3, 12), new(17, 30)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(Period.Longest + 1)]
    public void A_period_has_a_sensible_length(int amount) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Period(amount, PeriodUnit.CalendarDays));

    [Fact]
    public void An_explanation_names_each_day()
    {
        var days = Limit.Explain(new(2026, 2, 12), new(3, PeriodUnit.WorkingDays), Calendar).Days;
        Assert.Equal(new(new(2026, 2, 12), DayReason.Event, null, null), days[0]);
        Assert.Equal(new(new(2026, 2, 13), DayReason.Counted, 1, null), days[1]);
        Assert.Equal(new(new(2026, 2, 14), DayReason.CountedMakeUp, 2, "春节"), days[2]);
        Assert.All(days.Skip(3).Take(9), d => Assert.Equal((DayReason.Holiday, "春节"), (d.Reason, d.Holiday)));
        Assert.Equal(new(new(2026, 2, 24), DayReason.Counted, 3, null), days[^1]);

        var moved = Limit.Explain(new(2026, 3, 4), new(10, PeriodUnit.CalendarDays), Calendar).Days;
        Assert.Equal([DayReason.Counted, DayReason.Weekend, DayReason.MovedEnd], moved.TakeLast(3).Select(d => d.Reason));
        Assert.False(Limit.Explain(new(2026, 12, 31), new(1, PeriodUnit.WorkingDays), Calendar).Days[^1].Announced);
    }

    [Fact, Article("civil-code", 201), Article("civil-code", 203)]
    public void Every_explanation_adds_up_to_its_limit()
    {
        var cases =
            from day in Gen.Choose(0, 3650)
            from amount in Gen.Choose(1, 90)
            from unit in Gen.Elements(PeriodUnit.CalendarDays, PeriodUnit.WorkingDays, PeriodUnit.Months)
            select (From: new DateOnly(2017, 1, 1).AddDays(day), Period: new Period(unit == PeriodUnit.Months ? 1 + amount % 24 : amount, unit));
        Check.QuickThrowOnFailure(Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var limit = Limit.LastDay(c.From, c.Period, Calendar);
            var told = Limit.Explain(c.From, c.Period, Calendar);
            var counted = told.Days.Where(d => d.Count is not null).ToList();
            var consecutive = told.Days.Zip(told.Days.Skip(1)).All(p => p.First.Day.AddDays(1) == p.Second.Day);
            var numbered = counted.Select(d => d.Count!.Value).SequenceEqual(Enumerable.Range(1, counted.Count));
            return told.Last == limit && told.Days[0].Day == c.From && told.Days[^1].Day == limit.Day && Calendar.IsWorkday(limit.Day)
                && consecutive && numbered && (c.Period.Unit == PeriodUnit.Months || counted.Count == c.Period.Amount);
        }));
    }

    [Fact, Article("711", 26)]
    public void Publication_has_twenty_working_days() =>
        Assert.Equal(new(2026, 3, 18), Article26PublicationPeriod.LastDay(new(2026, 2, 12), Calendar).Day);

    [Fact, Article("fee-measures", 6)]
    public void Payment_has_twenty_working_days() =>
        Assert.Equal(new(2026, 3, 18), Article6PaymentPeriod.LastDay(new(2026, 2, 12), Calendar).Day);

    [Theory]
    [InlineData(RequestChannel.InPerson, null, "2026-03-02")]
    [InlineData(RequestChannel.SignedPost, "2026-03-05", "2026-03-02")]
    [InlineData(RequestChannel.OrdinaryPost, "2026-03-05", "2026-03-05")]
    [InlineData(RequestChannel.Internet, "2026-03-05", "2026-03-05")]
    [InlineData(RequestChannel.Fax, null, null)]
    [Article("711", 31)]
    public void The_channel_decides_the_day_of_receipt(RequestChannel channel, string? confirmed, string? received)
    {
        DateOnly? If(string? text) => text is null ? null : Day(text);
        Assert.Equal(If(received), Article31ReceiptDay.Of(channel, new(2026, 3, 2), If(confirmed)));
    }

    [Fact]
    public void A_confirmation_before_the_arrival_is_an_error() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Article31ReceiptDay.Of(RequestChannel.Fax, new(2026, 3, 2), new(2026, 3, 1)));
}
