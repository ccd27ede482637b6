using Gongkai.Duties.Contracts;
using Gongkai.Law.Limits;
using Gongkai.Organs.Contracts;
using Gongkai.Plans;
using Gongkai.Platform.Data;

namespace Gongkai.Duties;

/// <summary>
/// One organ's line for one duty in the ledger (台账). It keeps the facts from which its state follows:
/// the next open occurrence, and how many were met, met late and waived.
/// </summary>
internal sealed class Assignment : IVersioned
{
    private readonly List<Occurrence> _occurrences = [];

    private Assignment() { }

    public Assignment(AssignmentId id, DutyId duty, PlanId plan, OrganId organ, UnitRole role, string? group, string? share)
    {
        (Id, DutyId, PlanId, OrganId, NamedOrganId, Role, GroupName, Share) = (id, duty, plan, organ, organ, role, group, share);
    }

    public AssignmentId Id { get; private init; }

    public DutyId DutyId { get; private init; }

    public PlanId PlanId { get; private init; }

    public OrganId OrganId { get; private set; }

    /// <summary>The organ that the plan names; another than <see cref="OrganId"/> after a hand-over.</summary>
    public OrganId NamedOrganId { get; private init; }

    public UnitRole Role { get; private set; }

    /// <summary>The collective name that it came from (各镇街); null where the plan names the organ itself.</summary>
    public string? GroupName { get; private set; }

    /// <summary>This organ's own part of the duty, where the plan gives one.</summary>
    public string? Share { get; private set; }

    /// <summary>First day of the next open occurrence; null when none is open.</summary>
    public DateOnly? NextOpensOn { get; private set; }

    /// <summary>Last day of the next open occurrence that has one; null when none has.</summary>
    public DateOnly? NextDueOn { get; private set; }

    /// <summary>Occurrences neither met nor waived.</summary>
    public int OpenCount { get; private set; }

    public int MetCount { get; private set; }

    /// <summary>Those of the met that were met after their last day.</summary>
    public int MetLateCount { get; private set; }

    /// <summary>Pieces of evidence that wait for another person's eye.</summary>
    public int WaitingCount { get; private set; }

    /// <summary>True while a governing limit has no cadence.</summary>
    public bool LacksCadence { get; private set; }

    /// <summary>True while a governing limit counts from an event that has not been told.</summary>
    public bool AwaitsEvent { get; private set; }

    public DateOnly? WaivedOn { get; private set; }

    public string? WaivedReason { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<Occurrence> Occurrences => _occurrences;

    /// <summary>True when the organ answers for it itself; cooperating and guiding organs go with those who do.</summary>
    public bool Answers => Role is UnitRole.Lead or UnitRole.Responsible;

    /// <summary>Every reason against handing evidence in.</summary>
    public IEnumerable<Refusal> AgainstEvidence()
    {
        if (WaivedOn is not null) yield return new("duties.waived");
        if (!Answers) yield return new("duties.follows");
    }

    /// <summary>Every reason against waiving.</summary>
    public IEnumerable<Refusal> AgainstWaiving()
    {
        if (WaivedOn is not null) yield return new("duties.waived");
        if (OpenCount == 0 && MetCount > 0 && !LacksCadence && !AwaitsEvent) yield return new("duties.met");
    }

    /// <summary>Every reason against handing the line to another organ.</summary>
    public IEnumerable<Refusal> AgainstHandingOver(OrganId to)
    {
        if (WaivedOn is not null) yield return new("duties.waived");
        if (to == OrganId) yield return new("duties.same-organ");
        if (WaitingCount > 0) yield return new("duties.evidence-waits");
    }

    /// <summary>
    /// Adds what follows from the governing limits and counts anew. A time that stands already is not asked for twice,
    /// and the one day of a dated limit that evidence was handed in for moves instead of being joined by a second.
    /// </summary>
    public void Schedule(IEnumerable<Occurrence> occurrences, IReadOnlyCollection<LimitRule> governing)
    {
        foreach (var occurrence in occurrences)
        {
            if (_occurrences.Exists(kept => kept.DueOn == occurrence.DueOn && kept.Label == occurrence.Label && kept.LimitId != occurrence.LimitId)) continue;
            var dated = occurrence.IsOnce ? _occurrences.Find(kept => kept is { IsOnce: true, IsTouched: true } && kept.LimitId != occurrence.LimitId) : null;
            if (dated is null) _occurrences.Add(occurrence);
            else if (dated.MetOn is null) dated.TakeOver(occurrence);
        }

        LacksCadence = governing.Any(rule => rule.LacksCadence);
        AwaitsEvent = governing.Any(rule => rule.Kind == LimitKind.AfterEvent);
        Recount();
    }

    /// <summary>Takes out the occurrences that nobody has begun to meet, so that another limit can take their place.</summary>
    /// <param name="which">Narrows it down; null takes every untouched one.</param>
    /// <returns>Those taken out.</returns>
    public IReadOnlyList<Occurrence> ClearUntouched(Func<Occurrence, bool>? which = null)
    {
        var gone = _occurrences.Where(occurrence => !occurrence.IsTouched && which?.Invoke(occurrence) != false).ToList();
        _occurrences.RemoveAll(gone.Contains);
        return gone;
    }

    /// <summary>Adds the time that an event sets off.</summary>
    public void Add(Occurrence occurrence)
    {
        _occurrences.Add(occurrence);
        Recount();
    }

    public void Waive(DateOnly today, string reason) => (WaivedOn, WaivedReason) = (today, reason);

    /// <summary>Takes what a new version of the plan says of this organ's part.</summary>
    /// <returns>True when the organ answers now and did not before, or the other way round.</returns>
    public bool Rename(UnitRole role, string? group, string? share)
    {
        var answered = Answers;
        (Role, GroupName, Share) = (role, group, share);
        return answered != Answers;
    }

    public void HandTo(OrganId organ) => OrganId = organ;

    /// <summary>Counts the open times anew that were counted with a calendar.</summary>
    /// <param name="lastDay">The last day by the calendar in force; null where a time has none.</param>
    /// <returns>How many got another last day.</returns>
    public int Recount(Func<Occurrence, LimitDay?> lastDay)
    {
        var moved = 0;
        foreach (var occurrence in _occurrences.Where(o => o is { MetOn: null, CalendarVersion: not null, CountedFrom: not null }))
            if (lastDay(occurrence) is { } day && occurrence.Move(day)) moved++;
        if (moved > 0) Recount();
        return moved;
    }

    public void EvidenceCame() => WaitingCount++;

    public void EvidenceWasJudged()
    {
        WaitingCount = Math.Max(0, WaitingCount - 1);
        Recount();
    }

    /// <summary>Counts anew from the occurrences; called by everything that changes one.</summary>
    private void Recount()
    {
        var open = _occurrences.Where(occurrence => occurrence.MetOn is null).ToList();
        OpenCount = open.Count;
        MetCount = _occurrences.Count - open.Count;
        MetLateCount = _occurrences.Count(occurrence => occurrence.MetLate);
        NextDueOn = open.Min(occurrence => occurrence.DueOn);
        NextOpensOn = open.Count == 0 ? null : open.Min(occurrence => occurrence.OpensOn);
    }
}
