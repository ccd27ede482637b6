using Gongkai.Organs.Contracts;
using Gongkai.Platform.Events;

namespace Gongkai.Duties.Contracts;

/// <summary>A plan became duties, or a new version of it changed them.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Draft">The draft it was adopted from, which tells one adoption from the next.</param>
/// <param name="Assigned">Organs that got new lines, with how many.</param>
public sealed record PlanAdopted(PlanId Plan, Guid Draft, IReadOnlyList<AssignedLines> Assigned) : IEvent;

/// <summary>How many new lines an organ got.</summary>
public sealed record AssignedLines(OrganId Organ, int Count);

/// <summary>An organ was reminded of an open line (催办).</summary>
public sealed record OrganReminded(AssignmentId Assignment, OrganId Organ, string Words, DateTimeOffset At) : IEvent;

/// <summary>Evidence was found good.</summary>
public sealed record EvidenceConfirmed(EvidenceId Evidence, AssignmentId Assignment, OrganId Organ) : IEvent;

/// <summary>Evidence was sent back with a reason.</summary>
public sealed record EvidenceReturned(EvidenceId Evidence, AssignmentId Assignment, OrganId Organ, string Reason) : IEvent;

/// <summary>A limit was changed; every organ that bears the duty should know.</summary>
public sealed record LimitChanged(DutyId Duty, Guid Limit, string Reason) : IEvent;

/// <summary>A line went from one organ to another.</summary>
public sealed record LineHandedOver(AssignmentId Assignment, OrganId From, OrganId To, string Reason, DateTimeOffset At) : IEvent;
