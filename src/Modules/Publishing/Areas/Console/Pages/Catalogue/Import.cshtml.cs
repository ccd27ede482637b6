using System.ComponentModel.DataAnnotations;
using Gongkai.Organs.Contracts;
using Gongkai.Platform.Files;
using Gongkai.Platform.Rights;
using Gongkai.Publishing.Acts;
using Gongkai.Publishing.Drafts;
using Gongkai.Publishing.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Gongkai.Publishing.Areas.Console.Pages.Catalogue;

/// <summary>Two ways to begin: a table that is there already, and the ready-made fields.</summary>
[Permission(PublishingPermissions.KeepCatalogue)]
internal sealed class ImportModel(ReadCatalogue read, BeginCatalogue begin, Desk desk, UploadIntake uploads, IOrgans organs, Actor actor, TimeProvider time, IStringLocalizer<Words> words) : CataloguePage(organs, actor, time, words)
{
    [Display(Name = "领域")]
    public string? Field { get; private set; }

    [Display(Name = "公开主体")]
    public string? Bearer { get; private set; }

    /// <summary>Fields ticked.</summary>
    public IReadOnlyList<string> Chosen { get; private set; } = [];

    public IReadOnlyList<DeskCard> Drafts { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken stop) => Again(stop);

    public async Task<IActionResult> OnPostFileAsync(IFormFile? table, string? field, CancellationToken stop)
    {
        Field = field;
        if (!await Find(stop)) return NotFound();
        DemandKeeping(); // before a byte of the file is looked at
        return await Onward(await Read(table, field, stop), stop);
    }

    public async Task<IActionResult> OnPostFieldsAsync(List<string> chosen, string? bearer, CancellationToken stop)
    {
        (Chosen, Bearer) = (chosen, bearer);
        if (!await Find(stop)) return NotFound();
        return await Onward(await begin.Run(Whose.Id, chosen, bearer, stop), stop);
    }

    protected override async Task<IActionResult> Again(CancellationToken stop)
    {
        if (!await Find(stop)) return NotFound();
        DemandKeeping();
        Drafts = await desk.Of(Whose.Id, stop);
        return Page();
    }

    private Task<IActionResult> Onward(Outcome<CatalogueDraftId> outcome, CancellationToken stop) => After(
        outcome.IsDone ? Outcome.Done : Outcome.Refused(outcome.Refusals), Words["已读入，请核对后启用。"], outcome.IsDone ? $"/console/catalogue/drafts/{outcome.Made}" : "", () => Again(stop));

    private async Task<Outcome<CatalogueDraftId>> Read(IFormFile? table, string? field, CancellationToken stop)
    {
        if (table is null || table.Length == 0) return Outcome.Refused("publishing.file-missing");
        await using var content = table.OpenReadStream();
        if (await uploads.Look(table.FileName, content, UploadRules.Source, stop) is { IsDone: false } refused) return refused;
        return await read.Run(Whose.Id, FileNames.Clean(table.FileName, Words["目录表"]), content, field, stop);
    }
}
