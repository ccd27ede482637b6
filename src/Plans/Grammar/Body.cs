namespace Gongkai.Plans.Grammar;

/// <summary>Which lines are the plan itself, and what was found in front of and behind it.</summary>
internal sealed class Body
{
    /// <summary>Lines of the plan, furniture taken out.</summary>
    public List<Line> Lines { get; } = [];

    /// <summary>Lines before the first heading: notice, titles, signature, introduction.</summary>
    public List<Line> Front { get; } = [];

    /// <summary>Lines after the text that close it: attachments, date, signature.</summary>
    public List<Line> Back { get; } = [];

    /// <summary>Lines of the page around it.</summary>
    public List<Line> Furniture { get; } = [];

    /// <summary>The plan's title in folded offsets, where one is found; several lines where it is broken.</summary>
    public (int Start, int End) Title { get; set; }
}
