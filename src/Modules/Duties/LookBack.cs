using Gongkai.Duties.Contracts;

namespace Gongkai.Duties;

/// <summary>What looking back (回头看) on a duty of last year's plan found.</summary>
internal enum LookBackResult
{
    Done,
    Partly,
    Not,
}

/// <summary>The finding on one duty of last year's plan; one a duty, the latest finding stands.</summary>
internal sealed class LookBack
{
    private LookBack() { }

    public LookBack(DutyId duty, PlanId plan) => (DutyId, PlanId) = (duty, plan);

    public DutyId DutyId { get; private init; }

    public PlanId PlanId { get; private init; }

    public LookBackResult Result { get; private set; }

    public string Note { get; private set; } = "";

    public DateOnly FoundOn { get; private set; }

    public string FoundBy { get; private set; } = "";

    public void Find(LookBackResult result, string note, DateOnly today, string by) =>
        (Result, Note, FoundOn, FoundBy) = (result, note, today, by);
}
