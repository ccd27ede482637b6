using Gongkai.Content.Markup;
using Gongkai.Platform.Data;
using Gongkai.Platform.Files;
using Gongkai.Platform.Rights;
using Gongkai.Publishing.Acts;
using Gongkai.Publishing.Documents;
using Gongkai.Publishing.Importing;
using Gongkai.Publishing.Queries;
using Gongkai.Ui.Frame;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Gongkai.Publishing.Areas.Console.Pages.Documents;

/// <summary>A draft being written (编辑草稿). Whatever button is pressed, what was typed is saved first.</summary>
[Permission(PublishingPermissions.Draft), RequestFormLimits(ValueLengthLimit = LongestForm)]
internal sealed class EditModel(DocumentPage pages, CatalogueStore catalogues, SaveDraft save, AttachFile attach, DetachFile detach, UploadIntake uploads, Actor actor, TimeProvider time, IStringLocalizer<Words> words) : ActPage(words)
{
    /// <summary>Bytes of the longest field: a text beyond <see cref="Content.Blocks.Body.MostCharacters"/> is still read, so that it can be told to be too long and stays in the form.</summary>
    private const int LongestForm = 24 << 20;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Never read before it is loaded.</summary>
    public DocumentView View { get; private set; } = null!;

    /// <summary>As typed, or as stored.</summary>
    public DraftForm? Draft { get; private set; }

    /// <summary>What somebody else saved in between, in its plain form; null where nobody did.</summary>
    public string? SavedByAnother { get; private set; }

    /// <summary>What the editor begins with.</summary>
    public string TextAsHtml => EditorText.Write(new(Id), Draft!.Text);

    /// <summary>True where the form holds what is not saved.</summary>
    public bool IsTyped => Refusals.Count > 0 || !ModelState.IsValid;

    public IReadOnlyList<SelectListItem> Items { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Policies { get; private set; } = [];

    public IEnumerable<SelectListItem> Attributes => Enum.GetValues<DisclosureAttribute>().Select(one => new SelectListItem(Words[$"attribute.{one}"], one.ToString()));

    public IEnumerable<SelectListItem> Grounds => Enum.GetValues<WithholdingGround>().Select(one => new SelectListItem(Words[$"ground.{one}"], one.ToString()));

    private string Here => $"/console/documents/{Id}/edit";

    public Task<IActionResult> OnGetAsync(CancellationToken stop) => Again(stop);

    public async Task<IActionResult> OnPostAsync([Bind(Prefix = nameof(Draft))] DraftForm typed, int version, bool onward, CancellationToken stop) =>
        await After(await Save(typed, version, stop), Words["已保存。"], onward ? $"/console/documents/{Id}" : Here, () => Again(stop));

    public async Task<IActionResult> OnPostAttachAsync([Bind(Prefix = nameof(Draft))] DraftForm typed, int version, IFormFile? file, CancellationToken stop) =>
        await After(await SaveAndAttach(typed, version, file, isPicture: false, stop), Words["已保存，附件已添加。"], Here, () => Again(stop));

    public async Task<IActionResult> OnPostPictureAsync([Bind(Prefix = nameof(Draft))] DraftForm typed, int version, IFormFile? picture, CancellationToken stop) =>
        await After(await SaveAndAttach(typed, version, picture, isPicture: true, stop), Words["已保存，图片放在正文最后，请移到合适的位置并写明内容。"], Here, () => Again(stop));

    public async Task<IActionResult> OnPostDetachAsync([Bind(Prefix = nameof(Draft))] DraftForm typed, int version, Guid gone, CancellationToken stop)
    {
        var saved = await Save(typed, version, stop);
        return await After(saved.IsDone ? await detach.Run(new(Id), gone, stop) : saved, Words["已保存，附件已移除。"], Here, () => Again(stop));
    }

    public async Task<IActionResult> OnPostAdoptAsync([Bind(Prefix = nameof(Draft))] DraftForm typed, int version, int proposal, CancellationToken stop)
    {
        View = await pages.Of(new(Id), null, stop);
        TakeText(typed);
        if (View.Text.Proposals.ElementAtOrDefault(proposal) is { } read) typed.Adopt(ProposedHead.Enter(typed.Content.Head, read.Kind, read.Value, read.Day));
        ModelState.Clear(); // what was adopted is shown, not what was typed there before
        return await After(await Save(typed, version, stop), Words["已保存，栏目已填入。"], Here, () => Again(stop));
    }

    /// <summary>Cleans what was pasted into the editor. Nothing is stored.</summary>
    public async Task<IActionResult> OnPostPasteAsync(string? pasted, CancellationToken stop)
    {
        await Load(stop);
        var (html, lost) = EditorText.Clean(new(Id), pasted ?? "");
        return new JsonResult(new { markup = html, lost });
    }

    protected override async Task<IActionResult> Again(CancellationToken stop)
    {
        await Load(stop);
        if (!View.IsOpenEdition || !View.Edition.IsOpen) return LocalRedirect($"~/console/documents/{Id}");
        var stored = DraftForm.Of(View.Document, View.Edition, View.Text);
        if (Refusals.Any(reason => reason.Code is "publishing.saved-by-another" or "platform.changed-meanwhile")) SavedByAnother = $"{stored.Title}\n\n{stored.Text}";
        if (Draft is null)
        {
            Draft = stored;
            (stored.Text, stored.Html) = (Typed(nameof(DraftForm.Text)) ?? stored.Text, Typed(nameof(DraftForm.Html))); // where a field could not be read no handler ran
            TakeText(stored);
        }
        await LoadChoices(stop);
        return Page();
    }

    private async Task Load(CancellationToken stop)
    {
        View = await pages.Of(new(Id), null, stop);
        if (!actor.May(PublishingPermissions.Draft, View.Document.OrganId.Value)) throw new ForbiddenException(PublishingPermissions.Draft);
    }

    private string? Typed(string field) => ModelState.TryGetValue($"{nameof(Draft)}.{field}", out var entry) ? entry.AttemptedValue : null;

    /// <summary>The text as it was written, in the plain field or in the editor; from here on it stands in its plain form, in the form as well.</summary>
    private void TakeText(DraftForm form)
    {
        if (form.Html is { } html) (form.Text, form.Html) = (MarkupWriter.Write(EditorText.Read(new(Id), html)), null);
        ModelState.Remove($"{nameof(Draft)}.{nameof(DraftForm.Text)}");
    }

    private Task<Outcome> Save(DraftForm typed, int version, CancellationToken stop)
    {
        Draft = typed;
        TakeText(typed);
        return save.Run(new(Id), version, typed.Content, stop);
    }

    private async Task<Outcome> SaveAndAttach(DraftForm typed, int version, IFormFile? file, bool isPicture, CancellationToken stop)
    {
        var saved = await Save(typed, version, stop);
        if (!saved.IsDone) return saved;
        if (file is null || file.Length == 0) return Outcome.Refused("publishing.file-missing");
        await using var content = file.OpenReadStream();
        var taken = await uploads.Take(file.FileName, content, isPicture ? AttachFile.Pictures : UploadRules.Attachment, stop);
        if (!taken.IsDone) return Outcome.Refused(taken.Refusals);
        var attached = await attach.Run(new(Id), taken.Made, content.Length, isPicture, stop);
        if (!attached.IsDone) return Outcome.Refused(attached.Refusals);
        if (!isPicture) return Outcome.Done;
        typed.Text = $"{typed.Text?.TrimEnd()}\n![]({attached.Made})";
        return await Save(typed, (await pages.Of(new(Id), null, stop)).Edition.Version, stop);
    }

    private async Task LoadChoices(CancellationToken stop)
    {
        var groups = new Dictionary<string, SelectListGroup>();
        Items = [.. from item in await catalogues.Unended(View.Document.OrganId, stop)
            let says = item.On(time.LocalDay())
            let @group = groups.TryGetValue(says.Field, out var known) ? known : groups[says.Field] = new() { Name = says.Field }
            select new SelectListItem(says.Second, item.Id.ToString()) { Group = @group }];
        if (View.Type.Explains) Policies = [.. (await pages.Policies(View.Document.OrganId, stop)).Where(policy => policy.Id != View.Document.Id).Select(policy => new SelectListItem(policy.IsPublic ? policy.Title : Words["{0}（未发布）", policy.Title].Value, policy.Id.ToString()))];
    }
}
