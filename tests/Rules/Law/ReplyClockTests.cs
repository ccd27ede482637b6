using FsCheck;
using FsCheck.Fluent;
using Gongkai.Law.Calendar;
using Gongkai.Law.Clocks;
using Gongkai.Law.Limits;
using Gongkai.Law.Order711;
using Xunit;

namespace Gongkai.Rules.Law;

public class ReplyClockTests
{
    private static readonly WorkCalendar Calendar = WorkCalendar.National;
    private static readonly RequestReceived Received = new(new(2026, 3, 2));

    [Fact, Article("711", 33)]
    public void A_plain_request_has_twenty_working_days()
    {
        var clock = Read(Received);
        Assert.Equal((ClockState.Running, new DateOnly(2026, 3, 30)), (clock.State, clock.LastDay!.Value.Day));
    }

    [Fact, Article("711", 30)]
    public void A_correction_resets_the_count()
    {
        var asked = Read(Received, new CorrectionAsked(new(2026, 3, 5)));
        Assert.Equal((ClockState.AwaitsCorrection, null), (asked.State, asked.LastDay));
        var corrected = Read(Received, new CorrectionAsked(new(2026, 3, 5)), new CorrectionReceived(new(2026, 3, 16)));
        Assert.Equal(new DateOnly(2026, 4, 14), corrected.LastDay!.Value.Day);
        var reasons = corrected.Explain().ToDictionary(d => d.Day, d => d.Reason);
        Assert.Equal(DayReason.Void, reasons[new(2026, 3, 4)]);
        Assert.Equal(DayReason.Stopped, reasons[new(2026, 3, 9)]);
        Assert.Equal(DayReason.Restart, reasons[new(2026, 3, 16)]);
    }

    [Fact, Article("711", 32), Article("711", 33), Article("711", 34)]
    public void Consultations_are_taken_out_once_even_where_they_overlap()
    {
        // Monday 9th to Friday 20th: nine working days from the 9th to the 19th; the 20th counts again.
        var clock = Read(Received,
            new ConsultationBegan(new(2026, 3, 9), "甲公司"), new ConsultationBegan(new(2026, 3, 11), "市水务局"),
            new ConsultationEnded(new(2026, 3, 13), "市水务局"), new ConsultationEnded(new(2026, 3, 20), "甲公司"));
        Assert.Equal(new DateOnly(2026, 4, 13), clock.LastDay!.Value.Day);
        Assert.Equal(9, clock.Explain().Count(d => d.Reason == DayReason.Paused));
    }

    [Fact, Article("711", 33)]
    public void While_a_consultation_is_open_nobody_knows_the_last_day()
    {
        var clock = Read(Received, new ConsultationBegan(new(2026, 3, 9), "甲公司"), new ConsultationBegan(new(2026, 3, 9), "乙公司"), new ConsultationEnded(new(2026, 3, 12), "甲公司"));
        Assert.Equal((ClockState.Paused, null), (clock.State, clock.LastDay));
    }

    [Fact, Article("711", 33)]
    public void An_extension_adds_working_days_and_keeps_its_approver()
    {
        var clock = Read(Received, new ReplyExtended(new(2026, 3, 27), 20, "陈主任"));
        Assert.Equal((new DateOnly(2026, 4, 28), "陈主任"), (clock.LastDay!.Value.Day, clock.ExtensionApprover));
    }

    [Fact, Article("fee-measures", 6)]
    public void A_fee_stops_the_clock_and_payment_starts_it_anew()
    {
        var stopped = Read(Received, new FeeNoticed(new(2026, 3, 10), new(2026, 3, 12)));
        Assert.Equal((ClockState.AwaitsPayment, null), (stopped.State, stopped.LastDay));
        var paid = stopped.Then(new FeePaid(new(2026, 3, 16))).Made;
        Assert.Equal(new DateOnly(2026, 4, 14), paid.LastDay!.Value.Day);
    }

    [Fact]
    public void A_correction_and_a_fee_leave_the_days_between_void()
    {
        var clock = Read(Received, new CorrectionAsked(new(2026, 3, 4)), new CorrectionReceived(new(2026, 3, 9)), new FeeNoticed(new(2026, 3, 12)), new FeePaid(new(2026, 3, 17)));
        Assert.Equal(
            "Event Void Void Stopped Stopped Stopped Stopped Void Void Void Void Stopped Stopped Stopped Stopped Restart",
            string.Join(' ', clock.Explain().Take(16).Select(d => d.Reason)));
    }

    [Fact]
    public void A_closed_clock_keeps_its_last_day()
    {
        var closed = Read(Received, new RequestClosed(new(2026, 4, 2)));
        Assert.Equal((ClockState.Closed, new DateOnly(2026, 3, 30)), (closed.State, closed.LastDay!.Value.Day));
        Assert.Null(Read(Received, new CorrectionAsked(new(2026, 3, 4)), new RequestClosed(new(2026, 4, 2))).LastDay);
    }

    public static TheoryData<string, ClockEvent[]> Refused() => new()
    {
        { "law.clock-not-started", [] },
        { "law.clock-not-started", [new ReplyExtended(new(2026, 3, 3), 5, "陈主任")] },
        { "law.clock-outside-calendar", [new RequestReceived(new(1998, 3, 2))] },
        { "law.clock-started-twice", [Received, new RequestReceived(new(2026, 3, 3))] },
        { "law.clock-out-of-order", [Received, new CorrectionAsked(new(2026, 3, 1))] },
        { "law.clock-closed", [Received, new RequestClosed(new(2026, 3, 9)), new ReplyExtended(new(2026, 3, 10), 5, "陈主任")] },
        { "law.correction-late", [Received, new CorrectionAsked(new(2026, 3, 12))] },
        { "law.correction-once", [Received, new CorrectionAsked(new(2026, 3, 4)), new CorrectionReceived(new(2026, 3, 5)), new CorrectionAsked(new(2026, 3, 6))] },
        { "law.correction-not-asked", [Received, new CorrectionReceived(new(2026, 3, 5))] },
        { "law.clock-paused", [Received, new ConsultationBegan(new(2026, 3, 3), "甲公司"), new CorrectionAsked(new(2026, 3, 4))] },
        { "law.clock-paused", [Received, new ConsultationBegan(new(2026, 3, 3), "甲公司"), new FeeNoticed(new(2026, 3, 4))] },
        { "law.clock-awaits-correction", [Received, new CorrectionAsked(new(2026, 3, 3)), new ConsultationBegan(new(2026, 3, 4), "甲公司")] },
        { "law.clock-awaits-payment", [Received, new FeeNoticed(new(2026, 3, 3)), new ReplyExtended(new(2026, 3, 4), 5, "陈主任")] },
        { "law.consultation-twice", [Received, new ConsultationBegan(new(2026, 3, 3), "甲公司"), new ConsultationBegan(new(2026, 3, 4), "甲公司")] },
        { "law.consultation-not-open", [Received, new ConsultationEnded(new(2026, 3, 4), "甲公司")] },
        { "law.consultation-nobody", [Received, new ConsultationBegan(new(2026, 3, 4), " ")] },
        { "law.clock-overdue", [Received, new ConsultationBegan(new(2026, 3, 31), "甲公司")] },
        { "law.clock-overdue", [Received, new ReplyExtended(new(2026, 3, 31), 5, "陈主任")] },
        { "law.clock-overdue", [Received, new FeeNoticed(new(2026, 3, 31))] },
        { "law.extension-once", [Received, new ReplyExtended(new(2026, 3, 4), 5, "陈主任"), new ReplyExtended(new(2026, 3, 5), 5, "陈主任")] },
        { "law.extension-length", [Received, new ReplyExtended(new(2026, 3, 4), 21, "陈主任")] },
        { "law.extension-length", [Received, new ReplyExtended(new(2026, 3, 4), 0, "陈主任")] },
        { "law.extension-no-approver", [Received, new ReplyExtended(new(2026, 3, 4), 5, "")] },
        { "law.fee-once", [Received, new FeeNoticed(new(2026, 3, 4)), new FeePaid(new(2026, 3, 5)), new FeeNoticed(new(2026, 3, 6))] },
        { "law.fee-not-noticed", [Received, new FeePaid(new(2026, 3, 5))] },
        { "law.fee-received-before-sent", [Received, new FeeNoticed(new(2026, 3, 4), new(2026, 3, 3))] },
        { "law.fee-late", [Received, new FeeNoticed(new(2026, 3, 4), new(2026, 3, 4)), new FeePaid(new(2026, 4, 2))] },
    };

    [Theory, MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void What_does_not_fit_is_refused_with_its_reason(string code, ClockEvent[] events)
    {
        var read = ReplyClock.Of(events, Calendar);
        Assert.False(read.IsDone);
        Assert.Contains(read.Refusals, r => r.Code == code);
    }

    [Fact]
    public void Any_events_give_a_clock_or_reasons_and_the_days_add_up()
    {
        Check.QuickThrowOnFailure(Prop.ForAll(Histories().ToArbitrary(), history =>
        {
            var clock = Replay(history);
            var days = clock.Explain();
            var counted = days.Where(d => d.Count is not null).ToList();
            var consecutive = days.Zip(days.Skip(1)).All(p => p.First.Day.AddDays(1) == p.Second.Day);
            if (!consecutive || days[0].Day != clock.Received || !counted.Select(d => d.Count!.Value).SequenceEqual(Enumerable.Range(1, counted.Count))) return false;
            if (clock.LastDay is not { } last) return counted.Count <= 20 + clock.Extension;
            return counted.Count == 20 + clock.Extension && days[^1].Day == last.Day && days[^1].Count == counted.Count;
        }));
    }

    [Fact]
    public void Events_of_a_clock_never_bring_its_last_day_forward()
    {
        Check.QuickThrowOnFailure(Prop.ForAll(Histories().ToArbitrary(), history =>
        {
            var plain = Read(Received).LastDay!.Value.Day;
            return Replay(history).LastDay is not { } last || last.Day >= plain;
        }));
    }

    [Fact, Article("711", 33)]
    public void Pauses_never_shorten_and_their_order_is_nothing()
    {
        var pauses = Gen.ArrayOf(from began in Gen.Choose(0, 60) from length in Gen.Choose(0, 30) select new Pause(Received.On.AddDays(began), Received.On.AddDays(began + length)));
        Check.QuickThrowOnFailure(Prop.ForAll(pauses.ToArbitrary(), Gen.Choose(0, 20).ToArbitrary(), (all, extension) =>
        {
            var last = Article33ReplyPeriod.LastDay(Received.On, extension, all, Calendar);
            var told = Article33ReplyPeriod.Explain(Received.On, extension, all, Calendar);
            var without = Article33ReplyPeriod.LastDay(Received.On, extension, [.. all.Skip(1)], Calendar);
            return last.Day >= without.Day
                && last == Article33ReplyPeriod.LastDay(Received.On, extension, [.. all.Reverse()], Calendar)
                && told.Days.Count(d => d.Count is not null) == 20 + extension
                && told.Days[^1].Count == 20 + extension
                && last.Day == SlowLastDay(extension, all);
        }));
    }

    [Fact, Article("711", 33)]
    public void The_period_has_its_bounds()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Article33ReplyPeriod.LastDay(Received.On, -1, [], Calendar));
        Assert.Throws<ArgumentOutOfRangeException>(() => Article33ReplyPeriod.LastDay(Received.On, 21, [], Calendar));
    }

    /// <summary>Day by day: what is worked and not consulted over counts.</summary>
    private static DateOnly SlowLastDay(int extension, Pause[] pauses)
    {
        var day = Received.On;
        for (var left = 20 + extension; left > 0;)
        {
            day = day.AddDays(1);
            if (SlowCalendar.IsWorkday(day) && !pauses.Any(p => p.Began <= day && day < p.Ended)) left--;
        }

        return day;
    }

    private static ReplyClock Read(params ClockEvent[] events) => ReplyClock.Of(events, Calendar).Made;

    /// <summary>Plays the events that fit and passes over those that are refused.</summary>
    private static ReplyClock Replay(ClockEvent[] history) =>
        history.Aggregate(Read(Received), (clock, next) => clock.Then(next) is { IsDone: true } then ? then.Made : clock);

    private static Gen<ClockEvent[]> Histories()
    {
        var one =
            from kind in Gen.Choose(0, 7)
            from days in Gen.Choose(0, 8)
            from party in Gen.Elements("甲公司", "乙公司", "市水务局")
            from amount in Gen.Choose(-1, 22)
            select (kind, days, party, amount);
        return Gen.ArrayOf(one).Select(steps =>
        {
            var on = Received.On;
            List<ClockEvent> events = [];
            foreach (var (kind, days, party, amount) in steps)
            {
                on = on.AddDays(days);
                events.Add(kind switch
                {
                    0 => new CorrectionAsked(on),
                    1 => new CorrectionReceived(on),
                    2 => new ConsultationBegan(on, party),
                    3 or 4 => new ConsultationEnded(on, party),
                    5 => new ReplyExtended(on, amount, "陈主任"),
                    6 => new FeeNoticed(on, amount < 5 ? null : on.AddDays(1)),
                    _ => new FeePaid(on),
                });
            }

            return events.ToArray();
        });
    }
}
