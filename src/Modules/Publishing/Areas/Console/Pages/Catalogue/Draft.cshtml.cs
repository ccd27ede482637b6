using System.ComponentModel.DataAnnotations;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Publishing.Acts;
using Gongkai.Publishing.Drafts;
using Gongkai.Publishing.Queries;
using Gongkai.Ui.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Gongkai.Publishing.Areas.Console.Pages.Catalogue;

/// <summary>A catalogue that was read, beside the one that stands (核对启用).</summary>
[Permission(PublishingPermissions.KeepCatalogue)]
internal sealed class DraftModel(Desk desk, AdoptCatalogue adopt, DiscardCatalogue discard, Actor actor, TimeProvider time, IStringLocalizer<Words> words) : ActPage(words)
{
    /// <summary>Rows shown of each list.</summary>
    public const int Most = 200;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Never read before it is loaded.</summary>
    public DeskView View { get; private set; } = null!;

    /// <summary>First day as typed, or today.</summary>
    [Required]
    public DateOnly? From { get; private set; } = time.LocalDay();

    public bool EndMissing { get; private set; }

    [Required]
    public string? Reason { get; private set; }

    /// <summary>The reason typed for discarding; null where that was not asked for.</summary>
    public string? Discarding { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken stop) => Again(stop);

    public async Task<IActionResult> OnPostAdoptAsync(DateOnly? from, bool endMissing, string? reason, int changes, CancellationToken stop)
    {
        (From, EndMissing, Reason) = (from, endMissing, reason);
        await Load(stop);
        var outcome = from is { } day ? await adopt.Run(new(Id), day, endMissing, reason, changes, stop) : Outcome.Refused("publishing.day-missing");
        return await After(outcome, Words["已启用。"], $"/console/catalogue?organ={View.Organ.Key}", () => Again(stop));
    }

    public async Task<IActionResult> OnPostDiscardAsync(string? reason, CancellationToken stop)
    {
        Discarding = reason ?? "";
        await Load(stop);
        return await After(await discard.Run(new(Id), reason, stop), Words["已撤下，目录没有变。"], $"/console/catalogue?organ={View.Organ.Key}", () => Again(stop));
    }

    protected override async Task<IActionResult> Again(CancellationToken stop)
    {
        await Load(stop);
        return Page();
    }

    private async Task Load(CancellationToken stop)
    {
        View = await desk.One(new CatalogueDraftId(Id), stop);
        if (!actor.May(PublishingPermissions.KeepCatalogue, View.Organ.Id.Value)) throw new ForbiddenException(PublishingPermissions.KeepCatalogue);
    }
}
