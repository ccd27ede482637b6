using System.ComponentModel.DataAnnotations;
using Gongkai.Content.Writing;
using Gongkai.Platform.Rights;
using Gongkai.Platform.Settings;
using Gongkai.Publishing.Contracts;
using Gongkai.Publishing.Documents;
using Gongkai.Publishing.Queries;
using Gongkai.Publishing.Release;
using Gongkai.Ui.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Gongkai.Publishing.Areas.Console.Pages.Documents;

/// <summary>One document: what it says on the left, what has happened and what can be done on the right.</summary>
[Permission(PublishingPermissions.SeeDrafts)]
internal sealed class DocumentModel(DocumentPage pages, DocumentActs acts, SettingsStore settings, InStep inStep, Actor actor, TimeProvider time, IStringLocalizer<Words> words) : ActPage(words)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Number of the edition wanted; null for the one that matters now.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Edition { get; set; }

    /// <summary>Never read before it is loaded.</summary>
    public DocumentView View { get; private set; } = null!;

    /// <summary>The text as HTML, its pictures from the console.</summary>
    public string Html => HtmlWriter.Write(View.Text.Body, picture => $"/console/documents/{Id}/pictures/{picture}");

    [Display(Name = "意见")]
    public string? Conclusion { get; private set; }

    [Display(Name = "审查依据")]
    public string? Basis { get; private set; }

    /// <summary>The list that a secrecy review goes through.</summary>
    public NegativeList Negative { get; private set; } = new([]);

    /// <summary>Lines of it that were ticked.</summary>
    public IReadOnlyList<string> Applying { get; private set; } = [];

    /// <summary>Mark of the list that was gone through.</summary>
    public string? Compared { get; private set; }

    [Display(Name = "解读承诺日期")]
    public DateOnly? InterpretationBy { get; private set; }

    [Display(Name = "日期")]
    public DateOnly? On { get; private set; }

    [Display(Name = "时间")]
    public TimeOnly? At { get; private set; }

    [Display(Name = "理由")]
    public string? Reason { get; private set; }

    [Display(Name = "合并到的网页地址")]
    public string? Into { get; private set; }

    [Display(Name = "重新评估日期")]
    public DateOnly? KeepUntil { get; private set; }

    [Display(Name = "修改的性质")]
    public ChangeKind Change { get; private set; } = ChangeKind.Minor;

    /// <summary>Handler of the form that stays open, with what was typed.</summary>
    public string? Tried => Request.Method == "POST" ? Request.Query["handler"].ToString() : null;

    /// <summary>What this person may judge now.</summary>
    public IReadOnlyList<ReviewKind> MayJudge { get; private set; } = [];

    /// <summary>Last day that an interpretation may be promised for; null where none is asked for.</summary>
    public DateOnly? LatestPromise { get; private set; }

    public IEnumerable<SelectListItem> Changes => new[] { ChangeKind.Minor, ChangeKind.Major }.Select(one => new SelectListItem(Words[$"change.{one}"], one.ToString()));

    public DateOnly Today => time.LocalDay();

    public bool May(string permission) => actor.May(permission, View.Document.OrganId.Value);

    private DocumentId Document => new(Id);

    public Task<IActionResult> OnGetAsync(CancellationToken stop) => Again(stop);

    public Task<IActionResult> OnPostSubmitAsync(CancellationToken stop) => Onward(acts.Submit.Run(Document, stop), Words["已送审。"], stop);

    public Task<IActionResult> OnPostTakeBackAsync(string? reason, CancellationToken stop) => Onward(acts.TakeBack.Run(Document, Reason = reason, stop), Words["已取回，可以继续修改。"], stop);

    public Task<IActionResult> OnPostDiscardAsync(string? reason, CancellationToken stop) => Onward(acts.Discard.Run(Document, Reason = reason, stop), Words["已作废，记录仍保留。"], stop);

    public Task<IActionResult> OnPostJudgeAsync(ReviewKind kind, bool passed, string? conclusion, string? basis, string[] applying, string? compared, string? seen, CancellationToken stop) =>
        Onward(acts.Judge(kind, Document, Judged(passed, conclusion, basis, applying, compared), seen, stop), passed ? Words[$"judged.{kind}"] : Words["已退回，起草人会看到您的意见。"], stop);

    public Task<IActionResult> OnPostPublishAsync(DateOnly? interpretationBy, CancellationToken stop) => Onward(acts.Publish.Run(Document, InterpretationBy = interpretationBy, stop), Words["已发布。"], stop);

    public Task<IActionResult> OnPostScheduleAsync(DateOnly? on, TimeOnly? at, DateOnly? interpretationBy, CancellationToken stop)
    {
        (On, At, InterpretationBy) = (on, at, interpretationBy);
        return Onward(on is { } day && at is { } hour ? acts.Schedule.Run(Document, time.InstantAt(day, hour), interpretationBy, stop) : Task.FromResult(Outcome.Refused("publishing.hour-missing")), Words["已定时，到时自动发布。"], stop);
    }

    public Task<IActionResult> OnPostCallOffAsync(CancellationToken stop) => Onward(acts.CallOff.Run(Document, stop), Words["已取消定时。"], stop);

    public Task<IActionResult> OnPostEmergencyAsync(string? conclusion, string? basis, string[] applying, string? compared, string? reason, CancellationToken stop)
    {
        Reason = reason;
        return Onward(acts.Emergency.Run(Document, Judged(passed: true, conclusion, basis, applying, compared), reason, stop), Words["已应急发布，请在时限内补审。"], stop);
    }

    public Task<IActionResult> OnPostAfterwardsAsync(bool passed, string? conclusion, string? basis, string[] applying, string? compared, CancellationToken stop) =>
        Onward(acts.Afterwards.Run(Document, Judged(passed, conclusion, basis, applying, compared), stop), passed ? Words["补审已通过。"] : Words["补审未通过，已撤回。"], stop);

    public Task<IActionResult> OnPostReviseAsync(ChangeKind change, string? reason, CancellationToken stop)
    {
        (Change, Reason) = (change, reason);
        return Onward(acts.Revise.Run(Document, change, reason, stop), Words["新的一版已建立；发布前，公众看到的仍是原来的内容。"], stop, "/edit");
    }

    public Task<IActionResult> OnPostWithdrawAsync(string? reason, CancellationToken stop) => Onward(acts.Withdraw.Run(Document, Reason = reason, stop), Words["已撤回，网页上会说明。"], stop);

    public Task<IActionResult> OnPostMergeAsync(string? into, string? reason, CancellationToken stop)
    {
        (Into, Reason) = (into, reason);
        return Onward(acts.Merge.Run(Document, into, reason, stop), Words["已合并，原来的网页会转到那一份。"], stop);
    }

    public Task<IActionResult> OnPostReassessAsync(DateOnly? keepUntil, string? reason, CancellationToken stop)
    {
        (KeepUntil, Reason) = (keepUntil, reason);
        return Onward(acts.Reassess.Run(Document, keepUntil, reason, stop), keepUntil is null ? Words["改为主动公开，已回到草稿。"] : Words["已记录，到期再评估。"], stop);
    }

    public Task<IActionResult> OnPostKeepAsync(string? mark, string? reason, CancellationToken stop) => Onward(acts.Keep.Run(Document, mark, Reason = reason, stop), Words["已记录保留的理由，审核人会看到。"], stop);

    public Task<IActionResult> OnPostMaskAsync(string? mark, CancellationToken stop) => Onward(acts.Mask.Run(Document, mark, stop), Words["已脱敏。"], stop);

    protected override async Task<IActionResult> Again(CancellationToken stop)
    {
        View = await pages.Of(Document, Edition, stop, checks: true);
        Negative = (await settings.Get<PublishingSettings>(stop)).NegativeList;
        if (View.IsOpenEdition)
            MayJudge = [.. JudgingRights.All.Where(right => May(right.Permission) && !ReleaseGate.AgainstJudging(right.Kind, View.Edition, View.Type, [.. View.Reviews], actor.AccountId).Any()).Select(right => right.Kind)];
        if (View is { Type.IsPolicy: true, Edition.State: EditionState.Approved, Document.FirstPublishedAt: null }) LatestPromise = await inStep.LatestPromise(stop);
        InterpretationBy ??= View.ExplainedBy.Count == 0 ? LatestPromise : null;
        return Page();
    }

    /// <summary>A judgement as typed, kept for the form.</summary>
    private Judgement Judged(bool passed, string? conclusion, string? basis, string[] applying, string? compared)
    {
        (Conclusion, Basis, Applying, Compared) = (conclusion, basis, applying, compared);
        return new(passed, conclusion ?? "", basis ?? "") { Applying = applying, ListSeen = compared ?? "" };
    }

    private async Task<IActionResult> Onward(Task<Outcome> act, string said, CancellationToken stop, string then = "") => await After(await act, said, $"/console/documents/{Id}{then}", () => Again(stop));
}
