using Gongkai.Duties.Queries;
using Gongkai.Organs.Contracts;
using Gongkai.Platform.Rights;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Duties.Pages.Plan;

/// <summary>The tasks of one organ, with the state of its own lines.</summary>
[Public]
internal sealed class OrganModel(PublicPlans plans, PublicPlan tasks, IOrgans organs, Clock clock) : PlanPage(plans)
{
    /// <summary>Word of a <see cref="PublicState"/>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    public OrganCard Organ { get; private set; } = default!;

    /// <summary>Figures of what it answers for.</summary>
    public PlanFigures Figures { get; private set; } = PlanFigures.None;

    /// <summary>Its lines, each with its task.</summary>
    public IReadOnlyList<(PublicTask Task, PublicLine Line)> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int year, string key, CancellationToken stop)
    {
        if (!await Find(year, stop) || await organs.ByKey(key, clock.Today, stop) is not { } organ) return NotFound();

        var lines = (await tasks.Tasks(Shown.Plan.Id, null, organ.Id, stop)).SelectMany(task => task.Lines.Where(line => line.Organ.Id == organ.Id), (task, line) => (task, line)).ToList();
        if (lines.Count == 0) return NotFound();

        Organ = organ;
        Figures = PlanFigures.Of(lines.Where(pair => pair.line.Answers).Select(pair => pair.line.State));
        Lines = string.IsNullOrEmpty(State) ? lines : [.. lines.Where(pair => pair.line.Answers && PublicState.Find(State)?.Holds(pair.line.State) == true)];
        return Page();
    }

    public string With(PublicState? state) => Address.Organ(Organ.Key, ("state", state?.Key));
}
