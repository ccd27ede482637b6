namespace Gongkai.Plans;

/// <summary>A task of the plan: the smallest passage with its own assignment.</summary>
public sealed record PlanTask
{
    /// <summary>Running number in the document, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The item's own number as written (<c>1.</c>); null where it has none.</summary>
    public string? ItemNumber { get; init; }

    /// <summary>Headings above it, outermost first, outer blanks and a closing 。 removed.</summary>
    public required IReadOnlyList<string> SectionPath { get; init; }

    /// <summary>Exact text without heading, item number, unit parenthesis or unit line; line breaks kept.</summary>
    public required string Text { get; init; }

    /// <summary>Where <see cref="Text"/> stands in the source.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>First and last line of the source, from 1, unit line included.</summary>
    public required (int First, int Last) Lines { get; init; }

    /// <summary>The unit phrase as written; null where there is none.</summary>
    public string? UnitText { get; init; }

    /// <summary>Units in the order written.</summary>
    public IReadOnlyList<PlanUnit> Units { get; init; } = [];

    /// <summary>Limits in the order written; empty when the task sets none.</summary>
    public IReadOnlyList<PlanLimit> Limits { get; init; } = [];

    /// <summary>True where the source breaks off inside the task.</summary>
    public bool Truncated { get; init; }

    /// <summary>For a row of a breakdown table: the number of the narrative task it repeats; null where none matches.</summary>
    public int? NarrativeTask { get; init; }
}
