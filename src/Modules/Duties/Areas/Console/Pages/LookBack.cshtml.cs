using Gongkai.Duties.Acts;
using Gongkai.Duties.Contracts;
using Gongkai.Duties.Queries;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Ui.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Gongkai.Duties.Areas.Console.Pages;

/// <summary>Looks back on an earlier plan (“回头看”), item by item.</summary>
[Permission(DutyPermissions.View)]
internal sealed class LookBackModel(PlanList plans, LookBackList list, FindInLookBack find, Actor actor, IStringLocalizer<Words> words) : ActPage(words)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The duty and the note of a finding that was refused; kept in its form.</summary>
    public (Guid Duty, string? Note)? Typed { get; private set; }
    public PlanCard Plan { get; private set; } = null!;
    public IReadOnlyList<LookBackItem> Items { get; private set; } = [];
    public bool MayFind => actor.May(DutyPermissions.LookBack);

    protected override Task<IActionResult> Again(CancellationToken stop) => OnGetAsync(stop);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Plan = (await plans.Adopted(stop)).FirstOrDefault(plan => plan.Id.Value == Id) ?? throw new MissingException(nameof(AdoptedPlan), Id);
        Items = await list.Of(Plan.Id, stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid duty, LookBackResult result, string? note, CancellationToken stop)
    {
        var outcome = await find.Run(new DutyId(duty), result, note ?? "", stop);
        Typed = outcome.IsDone ? null : (duty, note);
        return await After(outcome, Words["已登记。"], $"/console/plans/{Id}/look-back#duty-{duty}", () => OnGetAsync(stop));
    }
}
