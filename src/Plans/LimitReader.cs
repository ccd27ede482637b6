using Gongkai.Plans.Blocks;
using Gongkai.Plans.Grammar;
using Gongkai.Plans.Grammar.Limits;

namespace Gongkai.Plans;

/// <summary>Reads a text that is nothing but a limit: the cell of a limit column (公开时限), the field of a form.</summary>
public static class LimitReader
{
    /// <summary>Every limit in the text, in order; none where it sets no limit that can be counted (及时公开).</summary>
    /// <param name="text">The text.</param>
    /// <param name="year">Year in which days without a year are given.</param>
    public static IReadOnlyList<PlanLimit> Read(string text, int year)
    {
        ArgumentNullException.ThrowIfNull(text);
        var script = Script.Of(text);
        var maker = new TaskMaker(new(new SourceText("", text, [], []), script), year);
        return [.. LimitScanner.Scan(new(script.Text, 0, script.Text.Length, year, Cell: true)).Select(maker.Limit)];
    }
}
