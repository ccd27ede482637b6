using Gongkai.Duties.Contracts;
using Gongkai.Organs.Contracts;

namespace Gongkai.Duties;

/// <summary>Why an organ is told something.</summary>
internal enum NoticeKind
{
    Assigned,
    Reminded,
    Returned,
    Confirmed,
    LimitChanged,
    HandedOver,
    Infected,
}

/// <summary>A word to an organ about its lines (催办、退回、移交 …), shown on its people's first page until somebody has seen it.</summary>
internal sealed class Notice
{
    private Notice() { }

    public Notice(Guid id, OrganId organ, NoticeKind kind, AssignmentId? assignment, string words, DateTimeOffset at) =>
        (Id, OrganId, Kind, AssignmentId, Words, At) = (id, organ, kind, assignment, words, at);

    /// <summary>Follows from the event that it tells, so that an event delivered twice makes one notice.</summary>
    public Guid Id { get; private init; }

    public OrganId OrganId { get; private init; }

    public NoticeKind Kind { get; private init; }

    /// <summary>The line it is about; null where it is about a plan.</summary>
    public AssignmentId? AssignmentId { get; private init; }

    public string Words { get; private init; } = "";

    public DateTimeOffset At { get; private init; }

    public DateTimeOffset? SeenAt { get; private set; }

    public void See(DateTimeOffset now) => SeenAt ??= now;
}
