using Gongkai.Duties.Contracts;
using Gongkai.Duties.Queries;
using Gongkai.Law.Limits;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Duties.Areas.Console.Pages;

/// <summary>How a last day was counted, day by day.</summary>
[Permission(DutyPermissions.View)]
internal sealed class DaysModel(LinePage page, Calendars calendars) : PageModel
{
    public LineView View { get; private set; } = null!;
    public Occurrence Time { get; private set; } = null!;
    public string Limit { get; private set; } = "";

    /// <summary>Every day; null where the limit counts hours or nothing.</summary>
    public LimitExplanation? Explanation { get; private set; }

    public async Task OnGetAsync(Guid id, Guid time, CancellationToken stop)
    {
        View = await page.Of(new AssignmentId(id), stop);
        Time = View.Occurrences.FirstOrDefault(o => o.Id == time) ?? throw new MissingException(nameof(Occurrence), time);
        var limit = View.Duty.Limits.FirstOrDefault(l => l.Id == Time.LimitId) ?? throw new MissingException(nameof(DutyLimit), Time.LimitId);
        Limit = LimitWords.Of(limit.Rule, limit.Origin);
        if (Time.CountedFrom is { } from && Scheduling.PeriodOf(limit.Rule) is { } period)
            Explanation = Law.Limits.Limit.Explain(from, period, await calendars.Current(stop));
    }
}
