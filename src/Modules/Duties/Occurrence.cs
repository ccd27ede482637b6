using Gongkai.Duties.Contracts;
using Gongkai.Law.Limits;

namespace Gongkai.Duties;

/// <summary>
/// One time that a duty must be met by one organ: the October of a monthly duty, the one day of a dated one.
/// The last day is stored with what it was counted from, so that it can be explained and counted anew.
/// </summary>
internal sealed class Occurrence
{
    private Occurrence() { }

    public Occurrence(Guid id, Guid limit, Occasion occasion)
    {
        (Id, LimitId) = (id, limit);
        (OpensOn, DueOn, DueAt, Quota) = (occasion.OpensOn, occasion.DueOn, occasion.DueAt, occasion.Quota);
        (CountedFrom, Provisional, CalendarVersion, Label) = (occasion.CountedFrom, occasion.Provisional, occasion.CalendarVersion, occasion.Label);
    }

    public Guid Id { get; private init; }

    public AssignmentId AssignmentId { get; private init; }

    public Guid LimitId { get; private set; }

    /// <summary>First day of its time.</summary>
    public DateOnly OpensOn { get; private set; }

    /// <summary>Last day, inclusive; null for what must go on all the time or promptly.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>Last instant, where the limit counts hours.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>Day of the event it was counted from; null for a fixed day.</summary>
    public DateOnly? CountedFrom { get; private init; }

    /// <summary>True when the count ran into a year whose holidays were not announced.</summary>
    public bool Provisional { get; private set; }

    /// <summary>Version of the work calendar that was used; null for a fixed day.</summary>
    public string? CalendarVersion { get; private set; }

    /// <summary>What to call it: 10月, 第三季度, or the event.</summary>
    public string? Label { get; private init; }

    /// <summary>Pieces asked for.</summary>
    public int Quota { get; private set; }

    /// <summary>Pieces found good.</summary>
    public int ConfirmedCount { get; private set; }

    /// <summary>Day on which the evidence that filled the quota was handed in; null while it is open.</summary>
    public DateOnly? MetOn { get; private set; }

    /// <summary>Latest day on which evidence found good was handed in: the order of looking at it does not matter.</summary>
    public DateOnly? LatestOn { get; private set; }

    public bool MetLate => MetOn > DueOn;

    /// <summary>True when evidence was handed in for it, good or not.</summary>
    public bool IsTouched { get; private set; }

    public void Touch() => IsTouched = true;

    /// <summary>True for the one day of a dated limit: neither one of several periods nor set off by an event.</summary>
    public bool IsOnce => Label is null && CountedFrom is null && DueOn is not null;

    /// <summary>Takes the limit and the last day of another time in its own place; evidence stays.</summary>
    public void TakeOver(Occurrence other) =>
        (LimitId, OpensOn, DueOn, DueAt, Quota) = (other.LimitId, other.OpensOn, other.DueOn, other.DueAt, other.Quota);

    /// <summary>Takes a last day counted with another calendar.</summary>
    /// <returns>True when the day is another.</returns>
    public bool Move(LimitDay last)
    {
        var moves = DueOn != last.Day;
        (DueOn, Provisional, CalendarVersion) = (last.Day, last.Provisional, last.CalendarVersion);
        return moves;
    }

    /// <summary>Counts good evidence. The day it was handed in counts, not the day somebody looked at it.</summary>
    /// <param name="pieces">How many pieces the evidence shows.</param>
    /// <param name="aspectsDone">True when each aspect that the quota names has its share.</param>
    /// <param name="handedIn">Day on which this evidence was handed in.</param>
    public void Confirm(int pieces, bool aspectsDone, DateOnly handedIn)
    {
        ConfirmedCount += pieces;
        if (LatestOn is null || handedIn > LatestOn) LatestOn = handedIn;
        if (MetOn is null && ConfirmedCount >= Quota && aspectsDone) MetOn = LatestOn;
    }
}

/// <summary>A time that a rule calls for: what an occurrence is made from.</summary>
internal sealed record Occasion(DateOnly OpensOn, DateOnly? DueOn, int Quota)
{
    public DateTimeOffset? DueAt { get; init; }
    public DateOnly? CountedFrom { get; init; }
    public bool Provisional { get; init; }
    public string? CalendarVersion { get; init; }
    public string? Label { get; init; }
}
