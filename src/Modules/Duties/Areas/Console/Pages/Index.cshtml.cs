using Gongkai.Duties.Acts;
using Gongkai.Duties.Queries;
using Gongkai.Platform.Rights;
using Gongkai.Ui.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Gongkai.Duties.Areas.Console.Pages;

/// <summary>My day (我的今天): what must I do now.</summary>
[Permission(DutyPermissions.View)]
internal sealed class IndexModel(MyDay myDay, PlanList plans, Clock clock, Actor actor, SeeNotice see, IStringLocalizer<Words> words) : ActPage(words)
{
    public PlanCard? Plan { get; private set; }
    public Day Day { get; private set; } = null!;
    public DateOnly Today => clock.Today;
    public Actor Actor => actor;

    protected override Task<IActionResult> Again(CancellationToken stop) => OnGetAsync(stop);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Plan = await plans.Current(stop);
        Day = await myDay.Of(Plan?.Id, stop);
        return Page();
    }

    public async Task<IActionResult> OnPostSeenAsync(Guid notice, CancellationToken stop) =>
        await After(await see.Run(notice, stop), Words["已收起这条通知。"], "/console", () => OnGetAsync(stop));

    /// <summary>How far away a last day is, in words.</summary>
    public string Distance(DateOnly due) => DueWords.Distance(due, clock, Words);
}
