using Gongkai.Duties.Queries;
using Gongkai.Platform.Rights;
using Gongkai.Ui.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Gongkai.Duties.Pages.Plan;

/// <summary>A plan with the real state of each task, narrowed down by chapter, organ and state in the address.</summary>
[Public]
internal sealed class IndexModel(PublicPlans plans, PublicPlan tasks, IStringLocalizer<Words> words) : PlanPage(plans)
{
    private const int LongestChoice = 24;

    [BindProperty(SupportsGet = true)]
    public string? Chapter { get; set; }

    /// <summary>Address part of an organ.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Organ { get; set; }

    /// <summary>Word of a <see cref="PublicState"/>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    public PublicFilter Filter => new(Chapter, Organ, State);

    /// <summary>Figures of what chapter and organ leave, whatever the state.</summary>
    public PlanFigures Figures { get; private set; } = PlanFigures.None;
    public IReadOnlyList<PublicTask> Tasks { get; private set; } = [];
    public IReadOnlyList<ProgressLine> Progress { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Chapters { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Organs { get; private set; } = [];
    public IEnumerable<SelectListItem> States => PublicState.All.Select(state => new SelectListItem(words[$"public.{state.Key}"], state.Key));

    public async Task<IActionResult> OnGetAsync(int year, CancellationToken stop)
    {
        if (!await Find(year, stop)) return NotFound();

        var all = await tasks.Tasks(Shown.Plan.Id, null, null, stop);
        var meant = (Filter with { State = null }).Of(all).ToList();
        Figures = PlanFigures.Of(meant);
        Tasks = [.. (Filter with { Chapter = null, Organ = null }).Of(meant)];
        Progress = ChapterProgress.Of(all, Address);
        Chapters = [.. all.Select(task => task.Chapter).Where(chapter => chapter.Length > 0).Distinct().Select(chapter => new SelectListItem(Excerpt.Of(chapter, LongestChoice), chapter))];
        Organs = [.. all.SelectMany(task => task.Lines).Select(line => line.Organ).Distinct().OrderBy(organ => organ.Kind).ThenBy(organ => organ.Name, StringComparer.Ordinal).Select(organ => new SelectListItem(organ.Name, organ.Key))];
        return Page();
    }

    /// <summary>This list with another state.</summary>
    public string With(PublicState? state) => Address.Plan((Filter with { State = state?.Key }).Query);
}
