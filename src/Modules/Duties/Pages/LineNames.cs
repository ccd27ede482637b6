using Gongkai.Duties.Queries;
using Microsoft.Extensions.Localization;

namespace Gongkai.Duties.Pages;

/// <summary>What a list says about a task in one line. Members of a collective name are counted, not listed.</summary>
internal static class LineNames
{
    /// <summary>Who answers for it; those who only go with others are counted at the end.</summary>
    public static string Answering(PublicTask task, IStringLocalizer words)
    {
        var names = Joined(task.Lines.Where(line => line.Answers), words);
        var others = task.Lines.Count(line => !line.Answers);
        return others == 0 ? names : names.Length == 0 ? Joined(task.Lines, words) : words["{0}（另有 {1} 家配合、指导）", names, others];
    }

    /// <summary>Who is late with it.</summary>
    public static string Late(PublicTask task, IStringLocalizer words) => Joined(task.Lines.Where(line => line.State == DutyState.Overdue), words);

    /// <summary>The day that has passed, with its year where that is not the plan's.</summary>
    public static string Missed(DateOnly due, int year, IStringLocalizer words) =>
        words["应于 {0} 前完成", due.Year == year ? Ui.DateText.DayOfYear(due) : Ui.DateText.Day(due)];

    private static string Joined(IEnumerable<PublicLine> lines, IStringLocalizer words) => string.Join('、', lines
        .GroupBy(line => line.Group ?? line.Organ.Key)
        .Select(same => same.First().Group is { } group && same.Count() > 1 ? words["{0}（{1} 家）", group, same.Count()].Value : same.First().Organ.Name));
}
