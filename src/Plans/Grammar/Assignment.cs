namespace Gongkai.Plans.Grammar;

/// <summary>A body named in an assignment, in folded offsets.</summary>
/// <param name="Role">What it has to do.</param>
/// <param name="Start">First character of the name.</param>
/// <param name="End">Behind the name.</param>
/// <param name="List">Number of the list it stands in; left-out prefixes carry over within one list.</param>
internal readonly record struct NamedUnit(UnitRole Role, int Start, int End, int List)
{
    /// <summary>Where its own part of the task stands; empty where there is none.</summary>
    public (int Start, int End) Duty { get; init; }
}

/// <summary>A phrase that says who carries a task out, and by when if it says so.</summary>
internal sealed class Assignment
{
    /// <summary>The phrase with its brackets, in folded offsets.</summary>
    public required int Start { get; init; }

    public required int End { get; set; }

    public List<NamedUnit> Units { get; } = [];

    /// <summary>Stretches that a limit label announces.</summary>
    public List<(int Start, int End)> Limits { get; } = [];

    /// <summary>True where a role is not said in words but follows from a comma or from silence.</summary>
    public bool RoleGuessed { get; set; }

    /// <summary>True for a phrase without any role word: names in brackets or on a line of their own.</summary>
    public bool Bare { get; set; }
}
