using Gongkai.Duties.Acts;
using Gongkai.Law.Calendar;
using Gongkai.Platform.Files;
using Gongkai.Platform.Rights;
using Gongkai.Ui.Frame;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Gongkai.Duties.Areas.Console.Pages;

/// <summary>The arrangements of holidays in force (放假安排), and the way in for a new one.</summary>
[Permission(DutyPermissions.ChangeLimit)]
internal sealed class CalendarModel(Calendars calendars, ImportArrangement import, UploadIntake uploads, IStringLocalizer<Words> words) : ActPage(words)
{
    /// <summary>An arrangement is a page of JSON; anything longer is something else.</summary>
    private const int Longest = 200_000;

    public WorkCalendar Calendar { get; private set; } = null!;

    protected override Task<IActionResult> Again(CancellationToken stop) => OnGetAsync(stop);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Calendar = await calendars.Current(stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? paper, CancellationToken stop)
    {
        if (paper is null or { Length: 0 or > Longest }) return await After(Outcome.Refused("duties.arrangement-missing"), "", "", () => OnGetAsync(stop));

        await using var content = paper.OpenReadStream();
        if (await uploads.Look(paper.FileName, content, UploadRules.Data, stop) is { IsDone: false } strange) return await After(strange, "", "", () => OnGetAsync(stop));
        using var reader = new StreamReader(content);
        var outcome = await import.Run(await reader.ReadToEndAsync(stop), stop);
        return outcome.IsDone
            ? await After(Outcome.Done, Words["已导入，重新计算后有 {0} 个期限变动。", outcome.Made], "/console/calendar", () => OnGetAsync(stop))
            : await After(Outcome.Refused(outcome.Refusals), "", "", () => OnGetAsync(stop));
    }
}
