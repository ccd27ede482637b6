using System.ComponentModel.DataAnnotations;
using Gongkai.Organs.Contracts;
using Gongkai.Platform.Files;
using Gongkai.Platform.Rights;
using Gongkai.Publishing.Acts;
using Gongkai.Publishing.Importing;
using Gongkai.Publishing.Types;
using Gongkai.Ui.Frame;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Gongkai.Publishing.Areas.Console.Pages.Documents;

/// <summary>A document begins: from a file, or from a title (起草或导入).</summary>
[Permission(PublishingPermissions.Draft)]
internal sealed class NewModel(BeginDocument begin, UploadIntake uploads, IOrgans organs, Actor actor, TimeProvider time, IStringLocalizer<Words> words) : ActPage(words)
{
    [Display(Name = "单位"), Required]
    public string? Organ { get; private set; }

    [Display(Name = "文件类型"), Required]
    public string? Type { get; private set; }

    [Display(Name = "标题")]
    public string? Title { get; private set; }

    public IReadOnlyList<SelectListItem> Organs { get; private set; } = [];

    public static IEnumerable<SelectListItem> Types => DocumentTypes.All.Select(type => new SelectListItem(type.Name, type.Key));

    public Task<IActionResult> OnGetAsync(string? type, CancellationToken stop)
    {
        Type = type;
        return Again(stop);
    }

    public async Task<IActionResult> OnPostAsync(string? organ, string? type, string? title, IFormFile? file, CancellationToken stop)
    {
        (Organ, Type, Title) = (organ, type, title);
        if (await organs.ByKey(organ ?? "", time.LocalDay(), stop) is not { } whose) return await After(Outcome.Refused("publishing.organ-missing"), "", "", () => Again(stop));
        if (!actor.May(PublishingPermissions.Draft, whose.Id.Value)) throw new Platform.Data.ForbiddenException(PublishingPermissions.Draft); // before a byte of the file is looked at
        var read = await Read(file, whose, stop);
        if (!read.IsDone) return await After(Outcome.Refused(read.Refusals), "", "", () => Again(stop));
        var begun = await begin.Run(whose.Id, type, read.Made.Content, read.Made.Pictures, stop, read.Made.Proposals);
        return await After(begun.IsDone ? Outcome.Done : Outcome.Refused(begun.Refusals), Said(read.Made), begun.IsDone ? $"/console/documents/{begun.Made}/edit" : "", () => Again(stop));
    }

    protected override async Task<IActionResult> Again(CancellationToken stop)
    {
        var all = await organs.All(time.LocalDay(), stop);
        var own = all.Where(organ => actor.May(PublishingPermissions.Draft, organ.Id.Value)).ToList();
        Organs = [.. own.Select(organ => new SelectListItem(organ.Name, organ.Key))];
        Organ ??= (own.Find(organ => actor.Scopes.Contains(organ.Id.Value)) ?? (own.Count > 0 ? own[0] : null))?.Key;
        return Page();
    }

    private string Said(ImportedDraft draft) => draft.Lost.Count > 0 ? Words["已导入，有 {0} 处没有带过来：{1}", draft.Lost.Count, string.Join("；", draft.Lost.Take(5))]
        : draft.Content.Body.IsEmpty ? Words["草稿已建立。"] : Words["已导入，请核对读出的栏目。"];

    private async Task<Outcome<ImportedDraft>> Read(IFormFile? file, OrganCard organ, CancellationToken stop)
    {
        if (file is null || file.Length == 0) return DraftImport.FromTitle(Title, Type, organ);
        await using var content = file.OpenReadStream();
        if (await uploads.Look(file.FileName, content, UploadRules.Source, stop) is { IsDone: false } refused) return refused;
        return DraftImport.FromFile(FileNames.Clean(file.FileName), content, Title, Type, organ);
    }
}
