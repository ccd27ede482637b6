using Gongkai.Duties.Drafts;
using Gongkai.Duties.Queries;
using Gongkai.Plans;
using Gongkai.Platform.Rights;
using Gongkai.Ui.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Gongkai.Duties.Areas.Console.Pages;

/// <summary>A plan on the desk (核对立账): the source beside the tasks, doubts first; nothing is adopted until each is settled.</summary>
[Permission(DutyPermissions.Adopt)]
internal sealed class DeskModel(DraftScreen screen, DraftActs acts, IStringLocalizer<Words> words) : ActPage(words)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Number of the task that is open for editing.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Task { get; set; }

    [BindProperty]
    public TaskInput Edit { get; set; } = new();

    [BindProperty]
    public HeadInput Head { get; set; } = new();

    public DraftView View { get; private set; } = null!;
    public DraftTask? Open { get; private set; }

    /// <summary>What was typed as a reason, kept when the act was refused; for <see cref="Waved"/>, or for taking the draft off the desk.</summary>
    public string? Reason { get; private set; }

    /// <summary>Number of the doubt that was to be waved through; null where none was.</summary>
    public int? Waved { get; private set; }

    public IEnumerable<SelectListItem> Roles => Enum.GetValues<UnitRole>().Select(role => new SelectListItem(Words[$"role.{role}"], role.ToString()));

    /// <summary>Names that are nobody's yet, each with the tasks that use it; one decision a name.</summary>
    public IEnumerable<IGrouping<string, (DraftUnit Unit, int Task)>> Unknown => View.Content.Tasks.Where(task => task.LeftOut is null)
        .SelectMany(task => task.Units.Where(unit => !unit.IsKnown).Select(unit => (unit, task.Number))).GroupBy(pair => pair.unit.Name);

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();
    private string Here => $"/console/plans/desk/{Id}";

    protected override Task<IActionResult> Again(CancellationToken stop) => OnGetAsync(stop);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        await Load(stop);
        Head = HeadInput.Of(View);
        if (Open is not null) Edit = TaskInput.Of(Open, Names);
        return Page();
    }

    public async Task<IActionResult> OnPostSettleAsync(int doubt, int seen, CancellationToken stop) =>
        await Then(await acts.Settle.Run(new(Id), doubt, waved: false, null, seen, stop), "已记为核对无误。", Here + "#matters", stop);

    public async Task<IActionResult> OnPostWaveAsync(int doubt, string? reason, int seen, CancellationToken stop)
    {
        (Waved, Reason) = (doubt, reason);
        return await Then(await acts.Settle.Run(new(Id), doubt, waved: true, reason, seen, stop), "已按原文通过。", Here + "#matters", stop);
    }

    /// <param name="name">The name as the plan writes it; null for every unknown one.</param>
    /// <param name="organ">Name of the organ or group it means.</param>
    /// <param name="learn">True to know the name from now on.</param>
    /// <param name="seen">Version of the draft that was shown.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    public async Task<IActionResult> OnPostUnitAsync(string? name, string? organ, bool learn, int seen, CancellationToken stop)
    {
        await Load(stop);
        var outcome = TaskInput.Find(organ ?? "", View) is { } meant
            ? await acts.Match.Run(new(Id), new(name, meant.Organ, meant.Group, learn), seen, stop)
            : Outcome.Refused("duties.unit-unknown", organ ?? "");
        return await Then(outcome, "已对应。", Here + "#matters", stop);
    }

    public async Task<IActionResult> OnPostTaskAsync(int seen, CancellationToken stop)
    {
        await Load(stop);
        var edit = Edit.Read(View, Open);
        var outcome = edit.IsDone ? await acts.Edit.Run(new(Id), edit.Made, seen, stop) : Outcome.Refused(edit.Refusals);
        return await Then(outcome, "已保存这项任务。", $"{Here}?task={Edit.Number}#task", stop);
    }

    public async Task<IActionResult> OnPostHeadAsync(int seen, CancellationToken stop) =>
        await Then(await acts.Head.Run(new(Id), Head.Read(), seen, stop), "已保存基本信息。", Here, stop);

    public async Task<IActionResult> OnPostDiscardAsync(string? reason, CancellationToken stop)
    {
        Reason = reason;
        return await Then(await acts.Discard.Run(new(Id), reason ?? "", stop), "已撤下。", "/console/plans", stop);
    }

    public async Task<IActionResult> OnPostAdoptAsync(int seen, CancellationToken stop)
    {
        var outcome = await acts.Adopt.Run(new(Id), seen, stop);
        return await Then(outcome.IsDone ? Outcome.Done : Outcome.Refused(outcome.Refusals), "已立账，任务已分到各单位。", outcome.IsDone ? $"/console/ledger?plan={outcome.Made}" : "", stop);
    }

    private async Task<IActionResult> Then(Outcome outcome, string said, string next, CancellationToken stop) =>
        await After(outcome, Words[said], next, async () =>
        {
            await Load(stop);
            if (Head.IsEmpty) Head = HeadInput.Of(View);
            return Page();
        });

    private async Task Load(CancellationToken stop)
    {
        View = await screen.Of(new(Id), stop);
        Names = View.Organs.Select(organ => (organ.Id.Value, organ.Name)).Concat(View.Groups.Select(group => (group.Id.Value, group.Name))).ToDictionary(pair => pair.Value, pair => pair.Name);
        Open = View.Content.Tasks.Find(task => task.Number == (Edit.Number > 0 ? Edit.Number : Task));
    }
}
