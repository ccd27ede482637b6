namespace Gongkai.Plans.Grammar;

/// <summary>What stands below a heading or item, in order.</summary>
internal abstract record Part(int Start, int End);

/// <summary>A paragraph, or the stretch of one between two assignments.</summary>
internal sealed record TextPart(int Start, int End) : Part(Start, End);

/// <summary>An assignment; on a line of its own it may belong to more than the paragraph above it.</summary>
internal sealed record AssignmentPart(Assignment Assignment, bool OwnLine) : Part(Assignment.Start, Assignment.End);

/// <summary>A heading or item below.</summary>
internal sealed record NodePart(Node Node) : Part(Node.NumberStart, Node.NumberEnd);

/// <summary>A heading or numbered item and what stands below it.</summary>
internal sealed class Node
{
    public required Mark Mark { get; init; }

    public int Value { get; init; }

    public Node? Parent { get; init; }

    /// <summary>The number as written, in folded offsets.</summary>
    public int NumberStart { get; init; }

    public int NumberEnd { get; init; }

    /// <summary>The heading without its number; empty for an item that is text from the start.</summary>
    public (int Start, int End) Heading { get; set; }

    /// <summary>True where the heading is the whole line, so that it may turn out to be a task.</summary>
    public bool HeadingOnly { get; set; }

    public List<Part> Parts { get; } = [];

    public bool HasHeading => Heading.End > Heading.Start;

    public IEnumerable<Node> Children => Parts.OfType<NodePart>().Select(p => p.Node);

    /// <summary>True where this or anything below it has an assignment.</summary>
    public bool Assigned => Settled ?? Parts.Exists(p => p is AssignmentPart || p is NodePart { Node.Assigned: true });

    /// <summary>The answer of <see cref="Assigned"/> once the tree does not change any more; null before.</summary>
    public bool? Settled { get; set; }
}
