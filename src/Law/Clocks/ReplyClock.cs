using System.Collections.Immutable;
using Gongkai.Law.Calendar;
using Gongkai.Law.FeeMeasures;
using Gongkai.Law.Limits;
using Gongkai.Law.Order711;

namespace Gongkai.Law.Clocks;

/// <summary>
/// The clock of one request, read off its events: started, reset by a correction, paused by consultations, extended once, stopped by a fee notice and restarted by payment.
/// Immutable; each event gives a new clock or the reasons against it.
/// </summary>
public sealed record ReplyClock
{
    private ReplyClock(WorkCalendar calendar, DateOnly received)
    {
        Calendar = calendar;
        Received = CountedFrom = LastEventOn = received;
    }

    /// <summary>Where it stands.</summary>
    public ClockState State { get; private init; } = ClockState.Running;

    /// <summary>Day on which the request was first received.</summary>
    public DateOnly Received { get; }

    /// <summary>Day after which the present count runs: receipt, correction or payment.</summary>
    public DateOnly CountedFrom { get; private init; }

    /// <summary>Extension granted, in working days; 0 while there is none.</summary>
    public int Extension { get; private init; }

    /// <summary>Who consented to the extension; null while there is none.</summary>
    public string? ExtensionApprover { get; private init; }

    /// <summary>Consultations that have ended within the present count.</summary>
    public ImmutableList<Pause> Pauses { get; private init; } = [];

    /// <summary>Open consultations: who was asked and since when.</summary>
    public ImmutableSortedDictionary<string, DateOnly> Open { get; private init; } = ImmutableSortedDictionary.Create<string, DateOnly>(StringComparer.Ordinal);

    /// <summary>Day of the latest event.</summary>
    public DateOnly LastEventOn { get; private init; }

    /// <summary>Last day to answer, inclusive; null while the clock is stopped or paused, for then nobody knows it yet.</summary>
    public LimitDay? LastDay => Stopped ? null : Due;

    private WorkCalendar Calendar { get; }

    /// <summary>Stretches in which the clock stood still for a correction or a payment, from the day after the notice to the day before the restart.</summary>
    internal ImmutableList<Pause> Stops { get; private init; } = [];

    /// <summary>Day of the notice that stops the clock now; null while none does.</summary>
    internal DateOnly? StoppedOn => State switch { ClockState.AwaitsCorrection => CorrectionAskedOn, ClockState.AwaitsPayment => Fee?.On, _ => ClosedStopOn };

    private DateOnly? CorrectionAskedOn { get; init; }

    private DateOnly? ClosedStopOn { get; init; }

    private FeeNoticed? Fee { get; init; }

    private bool ClosedWhileStopped { get; init; }

    private bool Stopped => State == ClockState.Closed ? ClosedWhileStopped : State != ClockState.Running;

    /// <summary>The last day as if no consultation were open.</summary>
    private LimitDay Due => Article33ReplyPeriod.LastDay(CountedFrom, Extension, Pauses, Calendar);

    /// <summary>Reads a clock off its events.</summary>
    /// <param name="events">Events in the order in which they happened; the first is the receipt.</param>
    /// <param name="calendar">Calendar that says which days are worked.</param>
    /// <returns>The clock, or the reasons against the first event that does not fit.</returns>
    [Article("711", 33)]
    public static Outcome<ReplyClock> Of(IEnumerable<ClockEvent> events, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(calendar);
        ReplyClock? clock = null;
        foreach (var next in events)
        {
            if (clock is null)
            {
                if (next is not RequestReceived) return Outcome.Refused("law.clock-not-started", next.On);
                if (OutsideCalendar(next.On)) return Outcome.Refused("law.clock-outside-calendar", next.On);
                clock = new(calendar, next.On);
                continue;
            }

            var then = clock.Then(next);
            if (!then.IsDone) return then;
            clock = then.Made;
        }

        return clock is null ? Outcome.Refused("law.clock-not-started") : clock;
    }

    /// <summary>The clock after one more event, or every reason against it.</summary>
    public Outcome<ReplyClock> Then(ClockEvent next)
    {
        ArgumentNullException.ThrowIfNull(next);
        if (Against(next).ToList() is { Count: > 0 } reasons) return Outcome.Refused(reasons);
        var clock = this with { LastEventOn = next.On };
        return next switch
        {
            CorrectionAsked => clock with { State = ClockState.AwaitsCorrection, CorrectionAskedOn = next.On },
            CorrectionReceived => clock.Restarted(next.On),
            ConsultationBegan began => clock with { State = ClockState.Paused, Open = Open.Add(began.Party, next.On) },
            ConsultationEnded ended => clock.Ended(ended),
            ReplyExtended extended => clock with { Extension = extended.WorkingDays, ExtensionApprover = extended.Approver },
            FeeNoticed fee => clock with { State = ClockState.AwaitsPayment, Fee = fee },
            FeePaid => clock.Restarted(next.On),
            _ => clock with { State = ClockState.Closed, ClosedWhileStopped = Stopped, ClosedStopOn = StoppedOn },
        };
    }

    /// <summary>Every reason against an event; empty when it may happen. A page asks this before it offers the button.</summary>
    public IEnumerable<Refusal> Against(ClockEvent next)
    {
        ArgumentNullException.ThrowIfNull(next);
        if (State == ClockState.Closed) return [new("law.clock-closed")];
        if (OutsideCalendar(next.On)) return [new("law.clock-outside-calendar") { Values = [next.On] }];
        if (next.On < LastEventOn) return [new("law.clock-out-of-order") { Values = [next.On, LastEventOn] }];
        return next switch
        {
            RequestReceived => [new("law.clock-started-twice")],
            CorrectionAsked => AgainstCorrection(next.On),
            CorrectionReceived when State != ClockState.AwaitsCorrection => [new("law.correction-not-asked", "711/30")],
            ConsultationBegan began => AgainstConsultation(began),
            ConsultationEnded ended when !Open.ContainsKey(ended.Party) => [new("law.consultation-not-open", "711/33.3") { Values = [ended.Party] }],
            ReplyExtended extended => AgainstExtension(extended),
            FeeNoticed fee => AgainstFee(fee),
            FeePaid => AgainstPayment(next.On),
            _ => [],
        };
    }

    /// <summary>Every day from receipt on and why it counts or not; while the clock is stopped, up to its latest event.</summary>
    /// <remarks>The numbered days always add up to the working days of the present count: 20 and the extension, once the last day is known.</remarks>
    public IReadOnlyList<ExplainedDay> Explain() => ClockExplanation.Of(this, Calendar);

    [Article("711", 30)]
    private IEnumerable<Refusal> AgainstCorrection(DateOnly on)
    {
        if (CorrectionAskedOn is not null) yield return new("law.correction-once", "711/30");
        foreach (var reason in AgainstStopping()) yield return reason;
        var until = Article30CorrectionPeriod.LastDay(Received, Calendar).Day;
        if (on > until) yield return new("law.correction-late", "711/30") { Values = [until] };
    }

    [Article("711", 33, Paragraph = 3)]
    private IEnumerable<Refusal> AgainstConsultation(ConsultationBegan began)
    {
        if (string.IsNullOrWhiteSpace(began.Party)) yield return new("law.consultation-nobody", "711/32");
        else if (Open.ContainsKey(began.Party)) yield return new("law.consultation-twice", "711/33.3") { Values = [began.Party] };
        if (State is ClockState.AwaitsCorrection or ClockState.AwaitsPayment) yield return Awaiting();
        else if (Overdue(began.On)) yield return new("law.clock-overdue", "711/33.2") { Values = [Due.Day] };
    }

    [Article("711", 33, Paragraph = 2)]
    private IEnumerable<Refusal> AgainstExtension(ReplyExtended extended)
    {
        if (Extension > 0) yield return new("law.extension-once", "711/33.2");
        if (extended.WorkingDays is < 1 or > Article33ReplyPeriod.LongestExtension)
            yield return new("law.extension-length", "711/33.2") { Values = [extended.WorkingDays, Article33ReplyPeriod.LongestExtension] };
        if (string.IsNullOrWhiteSpace(extended.Approver)) yield return new("law.extension-no-approver", "711/33.2");
        if (State is ClockState.AwaitsCorrection or ClockState.AwaitsPayment) yield return Awaiting();
        else if (Overdue(extended.On)) yield return new("law.clock-overdue", "711/33.2") { Values = [Due.Day] };
    }

    [Article("fee-measures", 6)]
    private IEnumerable<Refusal> AgainstFee(FeeNoticed fee)
    {
        if (Fee is not null) yield return new("law.fee-once", "fee-measures/6");
        if (fee.Received is { } received && (received < fee.On || OutsideCalendar(received))) yield return new("law.fee-received-before-sent") { Values = [received, fee.On] };
        foreach (var reason in AgainstStopping()) yield return reason;
        if (State == ClockState.Running && Overdue(fee.On)) yield return new("law.clock-overdue", "711/33.2") { Values = [Due.Day] };
    }

    [Article("fee-measures", 6)]
    private IEnumerable<Refusal> AgainstPayment(DateOnly on)
    {
        if (State != ClockState.AwaitsPayment)
        {
            yield return new("law.fee-not-noticed", "fee-measures/6");
            yield break;
        }

        if (Fee?.Received is { } received && Article6PaymentPeriod.LastDay(received, Calendar).Day is var until && on > until)
            yield return new("law.fee-late", "fee-measures/6") { Values = [until] };
    }

    private IEnumerable<Refusal> AgainstStopping()
    {
        if (State == ClockState.Paused) yield return new("law.clock-paused", "711/33.3") { Values = [string.Join('、', Open.Keys)] };
        if (State is ClockState.AwaitsCorrection or ClockState.AwaitsPayment) yield return Awaiting();
    }

    private Refusal Awaiting() => State == ClockState.AwaitsCorrection ? new("law.clock-awaits-correction", "711/30") : new("law.clock-awaits-payment", "fee-measures/6");

    /// <summary>An open consultation holds the end off, so only a running clock runs out; before one began it had not.</summary>
    private bool Overdue(DateOnly on) => State == ClockState.Running && on > Due.Day;

    private ReplyClock Restarted(DateOnly on) => this with
    {
        State = ClockState.Running,
        CountedFrom = on,
        Pauses = [],
        Stops = Stops.Add(new((StoppedOn ?? on).AddDays(1), on)),
    };

    private ReplyClock Ended(ConsultationEnded ended)
    {
        var open = Open.Remove(ended.Party);
        return this with
        {
            State = open.IsEmpty ? ClockState.Running : ClockState.Paused,
            Open = open,
            Pauses = Pauses.Add(new(Open[ended.Party], ended.On)),
        };
    }

    /// <summary>Two years are left at the end of the calendar, so that every count that begins within it also ends within it.</summary>
    private static bool OutsideCalendar(DateOnly day) => day.Year is < WorkCalendar.FirstYear or > WorkCalendar.LastYear - 2;
}
