namespace Gongkai.Duties;

/// <summary>Where a line of the ledger stands on a day. Computed when somebody looks, never stored.</summary>
internal enum DutyState
{
    /// <summary>Late and not met (已超期).</summary>
    Overdue,

    /// <summary>Due within the days that the office calls soon (临期).</summary>
    DueSoon,

    /// <summary>The plan says 定期 or a season without saying how often or when, and the office has not set it (待定频次).</summary>
    CadenceMissing,

    /// <summary>Open, not yet pressing (进行中).</summary>
    Upcoming,

    /// <summary>Its time has not begun (未开始).</summary>
    NotYet,

    /// <summary>Counted from an event that has not happened (待触发).</summary>
    AwaitingEvent,

    /// <summary>Everything asked for so far was met in time (已落实).</summary>
    Met,

    /// <summary>Everything was met, something of it late (逾期落实).</summary>
    MetLate,

    /// <summary>Waived with a reason (已免除).</summary>
    Waived,

    /// <summary>Cooperates or guides: goes with those who lead and are responsible (随主责).</summary>
    Following,
}
