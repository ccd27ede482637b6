namespace Gongkai.Law.Clocks;

/// <summary>Something that starts, stops, moves or ends the clock of a request.</summary>
/// <param name="On">Local day on which it happened.</param>
public abstract record ClockEvent(DateOnly On);

/// <summary>The request was received (收到申请); the clock starts on the next day.</summary>
public sealed record RequestReceived(DateOnly On) : ClockEvent(On);

/// <summary>The applicant was asked, once, to correct the request (补正通知); the clock stops.</summary>
public sealed record CorrectionAsked(DateOnly On) : ClockEvent(On);

/// <summary>The corrected request was received; the whole period is counted anew from the next day.</summary>
public sealed record CorrectionReceived(DateOnly On) : ClockEvent(On);

/// <summary>A third party or an organ that made the information too was asked for its opinion (征求意见); the clock pauses.</summary>
/// <param name="On">Day on which the letter went out.</param>
/// <param name="Party">Who was asked; names the consultation when it ends.</param>
public sealed record ConsultationBegan(DateOnly On, string Party) : ClockEvent(On);

/// <summary>The opinion came in, or its period ended; the clock goes on once no other consultation is open.</summary>
/// <param name="On">Day on which it came; counts again.</param>
/// <param name="Party">Who had been asked.</param>
public sealed record ConsultationEnded(DateOnly On, string Party) : ClockEvent(On);

/// <summary>The period was extended (延期答复).</summary>
/// <param name="On">Day of the decision.</param>
/// <param name="WorkingDays">1 to 20.</param>
/// <param name="Approver">The head of the office for disclosure who consented.</param>
public sealed record ReplyExtended(DateOnly On, int WorkingDays, string Approver) : ClockEvent(On);

/// <summary>A fee notice went out (信息处理费收费通知); the clock stops.</summary>
/// <param name="On">Day on which it went out.</param>
/// <param name="Received">Day on which the applicant received it, from which the payment period runs; null while unknown.</param>
public sealed record FeeNoticed(DateOnly On, DateOnly? Received = null) : ClockEvent(On);

/// <summary>The fee was paid in full; the whole period is counted anew from the next day.</summary>
public sealed record FeePaid(DateOnly On) : ClockEvent(On);

/// <summary>The request was answered, withdrawn or deemed given up: the clock has ended.</summary>
public sealed record RequestClosed(DateOnly On) : ClockEvent(On);

/// <summary>Where a clock stands.</summary>
public enum ClockState
{
    /// <summary>It counts.</summary>
    Running,

    /// <summary>Stopped until the corrected request comes.</summary>
    AwaitsCorrection,

    /// <summary>Paused by one or more open consultations.</summary>
    Paused,

    /// <summary>Stopped until the fee is paid.</summary>
    AwaitsPayment,

    /// <summary>Ended.</summary>
    Closed,
}
