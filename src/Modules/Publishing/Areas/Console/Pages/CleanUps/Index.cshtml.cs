using System.ComponentModel.DataAnnotations;
using Gongkai.Organs.Contracts;
using Gongkai.Platform.Rights;
using Gongkai.Publishing.Acts;
using Gongkai.Publishing.Queries;
using Gongkai.Ui.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Gongkai.Publishing.Areas.Console.Pages.CleanUps;

/// <summary>Rounds of cleaning up (文件清理), and the form that begins one.</summary>
[Permission(PublishingPermissions.SeeDrafts)]
internal sealed class IndexModel(CleanUpPages pages, BeginCleanUp begin, IOrgans organs, Actor actor, TimeProvider time, IStringLocalizer<Words> words) : ActPage(words)
{
    [Display(Name = "单位"), Required]
    public string? Organ { get; private set; }

    [Display(Name = "名称"), Required]
    public string? Title { get; private set; }

    public IReadOnlyList<CleanUpRow> Rounds { get; private set; } = [];

    /// <summary>Organs for which the person may begin one.</summary>
    public IReadOnlyList<SelectListItem> Organs { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken stop) => Again(stop);

    public async Task<IActionResult> OnPostAsync(string? organ, string? title, CancellationToken stop)
    {
        (Organ, Title) = (organ, title);
        if (await organs.ByKey(organ ?? "", time.LocalDay(), stop) is not { } whose) return await After(Outcome.Refused("publishing.organ-missing"), "", "", () => Again(stop));
        var begun = await begin.Run(whose.Id, title, stop);
        return await After(begun.IsDone ? Outcome.Done : Outcome.Refused(begun.Refusals), Words["已列出现行有效的文件，请逐件写明结论。"], begun.IsDone ? $"/console/clean-ups/{begun.Made}" : "", () => Again(stop));
    }

    protected override async Task<IActionResult> Again(CancellationToken stop)
    {
        var all = await organs.All(time.LocalDay(), stop);
        Rounds = await pages.List([.. all.Where(organ => actor.May(PublishingPermissions.SeeDrafts, organ.Id.Value)).Select(organ => organ.Id)], stop);
        Organs = [.. all.Where(organ => actor.May(PublishingPermissions.Draft, organ.Id.Value)).Select(organ => new SelectListItem(organ.Name, organ.Key))];
        return Page();
    }
}
