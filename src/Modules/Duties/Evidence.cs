using Gongkai.Duties.Contracts;
using Gongkai.Platform.Rights;

namespace Gongkai.Duties;

/// <summary>What became of a piece of evidence.</summary>
internal enum EvidenceState
{
    /// <summary>Waits for another person's eye.</summary>
    Waiting,
    Confirmed,
    Returned,
}

/// <summary>What shows that a duty was met (佐证): a link, a file or a note.</summary>
internal sealed class Evidence
{
    private Evidence() { }

    public Evidence(EvidenceId id, Assignment assignment, Guid occurrence, EvidenceContent content, DateOnly today, Guid? account, string name)
    {
        (Id, AssignmentId, DutyId, OccurrenceId) = (id, assignment.Id, assignment.DutyId, occurrence);
        (Title, Url, FileHash, FileName, Note, IsPublic, Aspect, Pieces) =
            (content.Title, content.Url, content.FileHash, content.FileName, content.Note, content.IsPublic, content.Aspect, content.Pieces);
        (HandedInOn, HandedInBy, HandedInName) = (today, account, name);
    }

    public EvidenceId Id { get; private init; }

    public AssignmentId AssignmentId { get; private init; }

    public DutyId DutyId { get; private init; }

    public Guid OccurrenceId { get; private init; }

    public string Title { get; private init; } = "";

    /// <summary>Address of what was published; http or https.</summary>
    public string? Url { get; private init; }

    /// <summary>Digest of a stored file.</summary>
    public string? FileHash { get; private init; }

    public string? FileName { get; private init; }

    public string? Note { get; private init; }

    /// <summary>True when the portal may show it.</summary>
    public bool IsPublic { get; private init; }

    /// <summary>Which aspect of a quota it serves, from 1; null where the quota names none.</summary>
    public int? Aspect { get; private init; }

    /// <summary>How many it shows of what the quota counts: a list of eleven interpretations counts eleven. 1 or more.</summary>
    public int Pieces { get; private init; } = 1;

    public DateOnly HandedInOn { get; private init; }

    public Guid? HandedInBy { get; private init; }

    public string HandedInName { get; private init; } = "";

    public EvidenceState State { get; private set; }

    public DateOnly? JudgedOn { get; private set; }

    /// <summary>Why it was returned; null otherwise.</summary>
    public string? ReturnReason { get; private set; }

    /// <summary>Every reason against judging it: once, and never by the person who handed it in.</summary>
    public IEnumerable<Refusal> AgainstJudging(Guid? account)
    {
        if (State != EvidenceState.Waiting) yield return new("duties.evidence-judged");
        if (SeparateHands.AgainstReviewing(account, HandsSoFar.SubmittedBy(HandedInBy)).Any()) yield return new("duties.own-evidence");
    }

    public void Confirm(DateOnly today) => (State, JudgedOn) = (EvidenceState.Confirmed, today);

    public void Return(DateOnly today, string reason) => (State, JudgedOn, ReturnReason) = (EvidenceState.Returned, today, reason);
}

/// <summary>What a clerk hands in as evidence.</summary>
internal sealed record EvidenceContent(string Title)
{
    public string? Url { get; init; }
    public string? FileHash { get; init; }
    public string? FileName { get; init; }
    public string? Note { get; init; }
    public bool IsPublic { get; init; } = true;
    public int? Aspect { get; init; }

    /// <summary>How many it shows of what the quota counts, 1 to <see cref="EvidenceRules.MostPieces"/>.</summary>
    public int Pieces { get; init; } = 1;
}
