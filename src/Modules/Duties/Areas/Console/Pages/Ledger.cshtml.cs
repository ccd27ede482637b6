using Gongkai.Duties.Queries;
using Gongkai.Organs.Contracts;
using Gongkai.Plans;
using Gongkai.Platform.Rights;
using Gongkai.Ui.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Gongkai.Duties.Areas.Console.Pages;

/// <summary>The ledger (台账) with its filters in the address.</summary>
[Permission(DutyPermissions.View)]
internal sealed class LedgerModel(Ledger ledger, PlanList plans, IOrgans organs, Clock clock, Actor actor, IStringLocalizer<Words> words) : ActPage(words)
{
    public const int Size = 30;

    [BindProperty(SupportsGet = true)]
    public Guid? Plan { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Chapter { get; set; }

    /// <summary>Address part of the organ.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Organ { get; set; }

    [BindProperty(SupportsGet = true)]
    public UnitRole? Role { get; set; }

    [BindProperty(SupportsGet = true)]
    public DutyState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public LimitKind? Limit { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public PlanCard? Shown { get; private set; }
    public LedgerPage Lines { get; private set; } = new([], 0);
    public IReadOnlyDictionary<DutyState, int> Counts { get; private set; } = new Dictionary<DutyState, int>();
    public IReadOnlyList<SelectListItem> Plans { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Chapters { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Organs { get; private set; } = [];
    public IEnumerable<SelectListItem> Roles => Enum.GetValues<UnitRole>().Select(role => new SelectListItem(Words[$"role.{role}"], role.ToString()));
    public IEnumerable<SelectListItem> States => StateLook.InOrder.Select(state => new SelectListItem(Words[$"state.{state}"], state.ToString()));
    public IEnumerable<SelectListItem> Limits => Enum.GetValues<LimitKind>().Select(kind => new SelectListItem(Words[$"limit.{kind}"], kind.ToString()));
    public bool IsFiltered => (Chapter ?? Organ ?? Search) is not null || Role is not null || State is not null || Limit is not null;
    public bool SeesEveryOrgan => actor.MayEverywhere(DutyPermissions.View);
    public bool MayExport => actor.May(DutyPermissions.Report);

    protected override async Task<IActionResult> Again(CancellationToken stop)
    {
        await OnGetAsync(stop);
        return Page();
    }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var all = await plans.Adopted(stop);
        Shown = all.FirstOrDefault(plan => plan.Id.Value == Plan) ?? await plans.Current(stop);
        if (Shown is null) return;

        var organ = Organ is null ? null : await organs.ByKey(Organ, clock.Today, stop);
        var filter = new LedgerFilter { Plan = Shown.Id, Chapter = Chapter, Organ = organ?.Id, Role = Role, State = State, Limit = Limit, Words = Search?.Trim() };
        P = Math.Clamp(P, 1, 10_000);
        Lines = await ledger.Page(filter, (P - 1) * Size, Size, stop);
        Counts = await ledger.Counts(filter, stop);
        Plans = [.. all.Select(plan => new SelectListItem(Words["{0} 年", plan.Year] + " " + plan.Issuer, plan.Id.ToString()))];
        Chapters = [.. (await plans.Chapters(Shown.Id, stop)).Select(chapter => new SelectListItem(Excerpt.Of(chapter, 18), chapter))];
        Organs = [.. (await organs.All(clock.Today, stop)).Select(card => new SelectListItem(card.Name, card.Key))];
    }

    /// <summary>This address with another state, from its first page.</summary>
    public string With(DutyState? state) => QueryAddress.Of(Request.Path, Request, ("state", state?.ToString()), ("p", null));

    /// <summary>Address of the same lines as a workbook.</summary>
    public string ExportAddress => QueryAddress.Of("/console/exports/ledger.xlsx", Request, ("p", null));

    public string Distance(DateOnly due) => DueWords.Distance(due, clock, Words);
}
