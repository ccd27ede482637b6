using Gongkai.Duties.Queries;
using Gongkai.Ui.TagHelpers;

namespace Gongkai.Duties.Pages;

/// <summary>Progress by chapter, each bar leading to the chapter's tasks.</summary>
internal static class ChapterProgress
{
    /// <summary>One line a chapter, in the plan's order; tasks that were waived are not asked for. Empty where the plan has no chapters.</summary>
    public static IReadOnlyList<ProgressLine> Of(IEnumerable<PublicTask> tasks, PlanAddress address) =>
        [.. from task in tasks
            where task.Chapter.Length > 0
            group task by task.Chapter into chapter
            let figures = PlanFigures.Of(chapter)
            select new ProgressLine(chapter.Key, figures.Total - figures.Waived, figures.Met, figures.Overdue, address.Plan(("chapter", chapter.Key)))];
}
