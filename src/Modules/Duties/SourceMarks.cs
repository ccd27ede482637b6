using Gongkai.Duties.Drafts;

namespace Gongkai.Duties;

/// <summary>A stretch of the source with what is to be seen on it.</summary>
/// <param name="Text">Its characters, without a line break.</param>
/// <param name="Doubt">Number of the doubt on it; null for none.</param>
/// <param name="Task">Number of the task that it belongs to; null for none.</param>
internal sealed record SourcePiece(string Text, int? Doubt, int? Task);

/// <summary>Cuts the source into lines and pieces, so that a page can mark tasks and doubts where they stand.</summary>
internal static class SourceMarks
{
    /// <summary>Lines of the source, each as its pieces.</summary>
    public static IReadOnlyList<IReadOnlyList<SourcePiece>> Lines(DraftContent content)
    {
        var lines = new List<IReadOnlyList<SourcePiece>>();
        var cuts = Cuts(content);
        var start = 0;
        var cut = 0;
        foreach (var line in content.Text.Split('\n'))
        {
            var end = start + line.Length;
            var pieces = new List<SourcePiece>();
            while (cut < cuts.Count && cuts[cut] <= start) cut++;
            for (var at = start; at < end;)
            {
                var next = cut < cuts.Count && cuts[cut] < end ? cuts[cut++] : end;
                pieces.Add(new(content.Text[at..next], Doubts(content, at)?.Number, Task(content, at)?.Number));
                at = next;
            }
            lines.Add(pieces);
            start = end + 1;
        }
        return lines;
    }

    private static List<int> Cuts(DraftContent content) =>
        [.. content.Tasks.SelectMany(task => new[] { task.Span.Start, task.Span.End })
            .Concat(content.Doubts.SelectMany(doubt => new[] { doubt.Span.Start, doubt.Span.End })).Distinct().Order()];

    private static DraftDoubt? Doubts(DraftContent content, int at) =>
        content.Doubts.Where(doubt => doubt.Span.Start <= at && at < doubt.Span.End).MinBy(doubt => doubt.Span.Length);

    private static DraftTask? Task(DraftContent content, int at) => content.Tasks.Find(task => task.Span.Start <= at && at < task.Span.End);
}
