using Gongkai.Plans;

namespace Gongkai.Duties.Drafts;

/// <summary>A plan on the officer's desk: as read, with what the officer has decided since. Kept as one document until it is adopted.</summary>
internal sealed record DraftContent
{
    public string Title { get; set; } = "";
    public string Issuer { get; set; } = "";
    public string? DocumentNumber { get; set; }
    public DateOnly? PublishedOn { get; set; }

    /// <summary>The source text, into which all spans point.</summary>
    public string Text { get; init; } = "";

    public List<DraftTask> Tasks { get; init; } = [];
    public List<DraftDoubt> Doubts { get; init; } = [];

    /// <summary>Doubts not yet settled, and names of units that are nobody's yet: what stands in the way of adopting.</summary>
    public int OpenMatters => Doubts.Count(doubt => doubt.Settled is null)
        + Tasks.Where(task => task.LeftOut is null).SelectMany(task => task.Units).Where(unit => !unit.IsKnown).Select(unit => unit.Name).Distinct().Count();
}

/// <summary>A task of the draft.</summary>
internal sealed record DraftTask
{
    /// <summary>Running number, from 1.</summary>
    public int Number { get; init; }
    public string? ItemNumber { get; init; }
    public List<string> Path { get; init; } = [];
    public string Text { get; init; } = "";
    public TextSpan Span { get; init; }
    public string? UnitText { get; init; }
    public List<DraftUnit> Units { get; set; } = [];
    public List<DraftLimit> Limits { get; set; } = [];

    /// <summary>Left out by the officer, with the reason: the passage is no task.</summary>
    public string? LeftOut { get; set; }
}

/// <summary>A unit of a task, and which organ or group of ours it is.</summary>
internal sealed record DraftUnit(UnitRole Role, string Name)
{
    public Guid? Organ { get; init; }
    public Guid? Group { get; init; }

    /// <summary>What the matcher proposes; the officer says yes or chooses another.</summary>
    public Guid? ProposedOrgan { get; init; }
    public Guid? ProposedGroup { get; init; }
    public string? ProposedName { get; init; }

    /// <summary>How sure the matcher is, 0 to 1.</summary>
    public double Score { get; init; }

    /// <summary>This unit's own part of the task.</summary>
    public string? Share { get; init; }

    public bool IsKnown => Organ is not null || Group is not null;
}

/// <summary>A limit of a task: the rule, where it stands, and whether it governs.</summary>
internal sealed record DraftLimit(LimitRule Rule, LimitOrigin Origin, bool Governs)
{
    /// <summary>The collective name (各镇街) whose members alone it binds; null binds everybody.</summary>
    public string? Group { get; init; }
}

/// <summary>A doubt of the reader's, and how it was settled.</summary>
internal sealed record DraftDoubt(int Number, string Code, TextSpan Span, List<string> Values)
{
    public int? Task { get; init; }
    public string? Suggestion { get; init; }
    public Settlement? Settled { get; set; }
}

/// <summary>How a doubt was settled.</summary>
/// <param name="Waved">True when it was waved through without a change; then a reason is given.</param>
/// <param name="Reason">The reason; null for what was put right.</param>
/// <param name="By">Who settled it.</param>
/// <param name="On">When.</param>
internal sealed record Settlement(bool Waved, string? Reason, string By, DateOnly On);
