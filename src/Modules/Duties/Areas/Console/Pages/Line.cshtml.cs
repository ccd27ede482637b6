using System.ComponentModel.DataAnnotations;
using Gongkai.Duties.Queries;
using Gongkai.Organs.Contracts;
using Gongkai.Plans;
using Gongkai.Platform.Files;
using Gongkai.Platform.Rights;
using Gongkai.Ui.Frame;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Gongkai.Duties.Areas.Console.Pages;

/// <summary>One organ's line for one duty: what it is on the left, what has happened on the right.</summary>
[Permission(DutyPermissions.View)]
internal sealed class LineModel(LinePage page, LineActs acts, UploadIntake uploads, IOrgans organs, Clock clock, Actor actor, TimeProvider time, IStringLocalizer<Words> words) : ActPage(words)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public EvidenceInput Evidence { get; set; } = new();

    [BindProperty]
    public LimitInput Limit { get; set; } = new();

    [BindProperty]
    public EventInput Event { get; set; } = new();

    /// <summary>What was typed as a reason, kept when the act was refused.</summary>
    public string? Reason { get; private set; }

    /// <summary>Handler of the form that was refused; it stays open.</summary>
    public string? Refused { get; private set; }

    public LineView View { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Organs { get; private set; } = [];
    public Actor Actor => actor;
    public DateOnly Today => clock.Today;
    public bool May(string permission) => actor.May(permission, View.Line.OrganId.Value);
    public string Distance(DateOnly due) => DueWords.Distance(due, clock, Words);
    public IEnumerable<SelectListItem> OpenTimes => View.Occurrences.Where(o => o.MetOn is null).Select(o => new SelectListItem(NameOf(o), o.Id.ToString()));
    public IEnumerable<DutyLimit> EventLimits => View.Duty.Limits.Where(limit => limit is { Governs: true, Kind: LimitKind.AfterEvent });

    /// <summary>What to call a time of the line.</summary>
    public string NameOf(Occurrence occurrence) => occurrence switch
    {
        { Label: { } label, DueOn: { } due } => Words["{0}（{1:M月d日}前）", label, due],
        { DueOn: { } due } => Words["{0:yyyy年M月d日}前", due],
        { Label: { } label } => label,
        _ => Words["持续"],
    };

    /// <summary>A field that could not be read keeps its form open too, with the reason.</summary>
    protected override Task<IActionResult> Again(CancellationToken stop)
    {
        var handler = Request.Query["handler"].ToString().ToLowerInvariant();
        (Refused, Reason) = (handler == "handover" ? "hand-over" : handler, Request.Form["reason"]);
        return OnGetAsync(stop);
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        View = await page.Of(new(Id), stop);
        Organs = [.. (await organs.All(clock.Today, stop)).Where(organ => organ.Id != View.Line.OrganId).Select(organ => new SelectListItem(organ.Name, organ.Id.ToString()))];
        return Page();
    }

    public async Task<IActionResult> OnPostEvidenceAsync(IFormFile? paper, CancellationToken stop)
    {
        await OnGetAsync(stop);
        if (!May(DutyPermissions.RecordEvidence)) return Forbid();

        var content = Evidence.Content;
        if (paper is { Length: > 0 })
        {
            await using var stream = paper.OpenReadStream();
            var taken = await uploads.Take(paper.FileName, stream, UploadRules.Attachment, stop);
            if (!taken.IsDone) return await Then(Outcome.Refused(taken.Refusals), "", "evidence", null, stop);
            content = content with { FileHash = taken.Made.Hash.Hex, FileName = taken.Made.Name };
        }
        var outcome = await acts.Record.Run(new(Id), Evidence.Occurrence, content, stop);
        return await Then(outcome.IsDone ? Outcome.Done : Outcome.Refused(outcome.Refusals), "已报送，等待审核。", "evidence", null, stop);
    }

    public async Task<IActionResult> OnPostConfirmAsync(Guid evidence, CancellationToken stop) =>
        await Then(await acts.Confirm.Run(new(evidence), stop), "已通过。", "confirm", null, stop);

    public async Task<IActionResult> OnPostReturnAsync(Guid evidence, string? reason, CancellationToken stop) =>
        await Then(await acts.Return.Run(new(evidence), reason ?? "", stop), "已退回，报送单位会收到通知。", "return", reason, stop);

    public async Task<IActionResult> OnPostWaiveAsync(string? reason, int seen, CancellationToken stop) =>
        await Then(await acts.Waive.Run(new(Id), reason ?? "", seen, stop), "已免除。", "waive", reason, stop);

    public async Task<IActionResult> OnPostRemindAsync(string? reason, CancellationToken stop) =>
        await Then(await acts.Remind.Run(new(Id), reason ?? "", stop), "已催办，对方会在“我的今天”看到。", "remind", reason, stop);

    /// <summary>Organ chosen to take over, kept when the act was refused.</summary>
    public Guid? To { get; private set; }

    public async Task<IActionResult> OnPostHandOverAsync(Guid to, string? reason, int seen, CancellationToken stop)
    {
        To = to;
        return await Then(await acts.HandOver.Run(new(Id), new(to), reason ?? "", seen, stop), "已移交。", "hand-over", reason, stop);
    }

    public async Task<IActionResult> OnPostLimitAsync(Guid duty, string? reason, int seen, CancellationToken stop) =>
        await Then(await acts.ChangeLimit.Run(new(duty), Limit.Rule, reason ?? "", seen, stop), "时限已调整，从今天起按新时限计算。", "limit", reason, stop);

    public async Task<IActionResult> OnPostEventAsync(CancellationToken stop) =>
        await Then(await acts.Happened.Run(new(Id), Event.Limit, Event.Instant(time), Event.Label ?? "", stop), "已登记，期限从次日起计算。", "event", null, stop);

    private async Task<IActionResult> Then(Outcome outcome, string said, string handler, string? reason, CancellationToken stop)
    {
        (Refused, Reason) = outcome.IsDone ? (null, null) : (handler, reason);
        return await After(outcome, Words[said], $"/console/ledger/{Id}", () => OnGetAsync(stop));
    }

    internal sealed class EvidenceInput
    {
        [Display(Name = "名称")]
        public string? Title { get; set; }

        [Display(Name = "公开网址")]
        public string? Url { get; set; }

        [Display(Name = "说明")]
        public string? Note { get; set; }

        [Display(Name = "对应期次")]
        public Guid Occurrence { get; set; }

        [Display(Name = "方面")]
        public int? Aspect { get; set; }

        [Display(Name = "件数")]
        public int? Pieces { get; set; }

        [Display(Name = "可以向社会公开")]
        public bool IsPublic { get; set; } = true;

        public EvidenceContent Content => new((Title ?? "").Trim()) { Url = Blank(Url), Note = Blank(Note), IsPublic = IsPublic, Aspect = Aspect, Pieces = Pieces ?? 1 };

        private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    internal sealed class EventInput
    {
        public Guid Limit { get; set; }

        [Display(Name = "什么事项")]
        public string? Label { get; set; }

        [Display(Name = "发生日期")]
        public DateOnly? On { get; set; }

        [Display(Name = "发生时刻")]
        public TimeOnly? At { get; set; }

        /// <summary>The instant typed, on the site's clock; the far future where no day was, which the act refuses.</summary>
        public DateTimeOffset Instant(TimeProvider time) => On is { Year: > 1 and < 9999 } on ? time.InstantAt(on, At ?? TimeOnly.MinValue) : DateTimeOffset.MaxValue;
    }
}
