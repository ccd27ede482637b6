namespace Gongkai.Plans.Grammar;

/// <summary>A task before its limits are read, in folded offsets.</summary>
internal sealed class Passage
{
    public required int Start { get; init; }

    public required int End { get; set; }

    /// <summary>The node it stands under.</summary>
    public required Node Node { get; init; }

    /// <summary>Headings of table rows, outermost first; they follow those of the node.</summary>
    public List<(int Start, int End)> RowPath { get; } = [];

    public (int Start, int End) Number { get; init; }

    public List<Assignment> Assignments { get; } = [];

    /// <summary>Cells and labelled stretches that hold nothing but a limit.</summary>
    public List<(int Start, int End)> LimitCells { get; } = [];

    /// <summary>True for a row of a table.</summary>
    public bool Row { get; init; }

    /// <summary>True where the source breaks off inside it.</summary>
    public bool Truncated { get; set; }

    /// <summary>The limits once they are read; null before.</summary>
    public List<Limits.FoundLimit>? Limits { get; set; }

    /// <summary>Codes of doubts that the cutting itself raised.</summary>
    public List<string> Doubts { get; } = [];

    /// <summary>True for a heading that nothing follows: a task only where the plan has no better ones.</summary>
    public bool HeadingOnly { get; init; }
}
