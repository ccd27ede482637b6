using System.ComponentModel.DataAnnotations;
using Gongkai.Duties.Acts;
using Gongkai.Duties.Drafts;
using Gongkai.Duties.Queries;
using Gongkai.Platform.Data;
using Gongkai.Platform.Files;
using Gongkai.Platform.Rights;
using Gongkai.Ui.Frame;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Gongkai.Duties.Areas.Console.Pages;

/// <summary>Plans (计划要点): those that stand, those on the desk, and the way in for a new file.</summary>
[Permission(DutyPermissions.View)]
internal sealed class PlansModel(PlanList plans, ReadPlan read, UploadIntake uploads, Actor actor, IStringLocalizer<Words> words) : ActPage(words)
{
    [BindProperty, Display(Name = "计划年度")]
    public int? Year { get; set; }

    public IReadOnlyList<PlanCard> Adopted { get; private set; } = [];
    public IReadOnlyList<DraftCard> OnDesk { get; private set; } = [];
    public bool MayReport => actor.May(DutyPermissions.Report);
    public bool MayAdopt => actor.May(DutyPermissions.Adopt);

    protected override Task<IActionResult> Again(CancellationToken stop) => OnGetAsync(stop);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Adopted = await plans.Adopted(stop);
        OnDesk = MayAdopt ? await plans.OnDesk(stop) : [];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? paper, IFormFile? table, CancellationToken stop)
    {
        if (!MayAdopt) throw new ForbiddenException(DutyPermissions.Adopt); // before a byte of the file is looked at
        var outcome = await Read(paper, table, stop);
        return await After(
            outcome.IsDone ? Outcome.Done : Outcome.Refused(outcome.Refusals), Words["已读入，请逐处核对后立账。"],
            outcome.IsDone ? $"/console/plans/desk/{outcome.Made}" : "", () => OnGetAsync(stop));
    }

    private async Task<Outcome<DraftId>> Read(IFormFile? paper, IFormFile? table, CancellationToken stop)
    {
        if (paper is null || paper.Length == 0) return Outcome.Refused("duties.file-missing");
        await using var content = paper.OpenReadStream();
        if (await uploads.Look(paper.FileName, content, UploadRules.Source, stop) is { IsDone: false } refused) return refused;
        if (table is null || table.Length == 0) return await read.Run(NameOf(paper), content, Year, null, stop);

        await using var rows = table.OpenReadStream();
        if (await uploads.Look(table.FileName, rows, UploadRules.Source, stop) is { IsDone: false } beside) return beside;
        return await read.Run(NameOf(paper), content, Year, (NameOf(table), rows), stop);
    }

    private string NameOf(IFormFile file) => FileNames.Clean(file.FileName, Words["附件"]);
}
