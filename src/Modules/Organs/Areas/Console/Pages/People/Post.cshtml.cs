using System.ComponentModel.DataAnnotations;
using Gongkai.Organs.Acts;
using Gongkai.Organs.Queries;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Ui.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Gongkai.Organs.Areas.Console.Pages.People;

/// <summary>One post changes hands (交接) or ends (离岗).</summary>
[Permission(Permissions.Appoint)]
internal sealed class PostModel(PeoplePages pages, HandOverPost handOver, EndPost end, Db db, Actor actor, TimeProvider time, IStringLocalizer<Words> words) : ActPage(words)
{
    /// <summary>A hand-over as typed.</summary>
    internal sealed class HandOverForm
    {
        [Display(Name = "接岗人"), Required]
        public Guid? Successor { get; set; }

        [Display(Name = "接岗日期"), Required]
        public DateOnly? From { get; set; }

        [Display(Name = "重叠天数"), Range(0, Post.LongestOverlap)]
        public int OverlapDays { get; set; } = 5;

        [Display(Name = "事由"), Required, StringLength(200)]
        public string? Reason { get; set; }
    }

    /// <summary>An ending as typed.</summary>
    internal sealed class EndForm
    {
        [Display(Name = "最后一日"), Required]
        public DateOnly? LastDay { get; set; }

        [Display(Name = "事由"), Required, StringLength(200)]
        public string? Reason { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public HandOverForm HandingOver { get; private set; } = new();

    public EndForm Ending { get; private set; } = new();

    /// <summary>Never read before a handler has loaded it.</summary>
    public HeldPost Held { get; private set; } = null!;

    public PersonLine Person { get; private set; } = null!;
    public DateOnly Today => time.LocalDay();
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    protected override Task<IActionResult> Again(CancellationToken stop) => OnGetAsync(stop);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        var post = await db.Get<Post>(Id, stop);
        Person = (await pages.One(post.AccountId, Today, stop))!;
        if (Person.Posts.FirstOrDefault(one => one.Id == Id) is not { } held) return NotFound();
        Held = held;
        People = [.. (await pages.All(stop)).Where(one => one.Id != Person.Id && one.Id != actor.AccountId).Select(one => new SelectListItem(one.Text, one.Id.ToString()))];
        return Page();
    }

    public async Task<IActionResult> OnPostHandOverAsync([Bind(Prefix = nameof(HandingOver))] HandOverForm typed, CancellationToken stop)
    {
        HandingOver = typed;
        var outcome = await handOver.Run(new(Id, typed.Successor!.Value, typed.From!.Value, typed.OverlapDays, typed.Reason!), stop);
        return await Then(outcome.IsDone ? Outcome.Done : Outcome.Refused(outcome.Refusals), Words["已办理交接。"], stop);
    }

    public async Task<IActionResult> OnPostEndAsync([Bind(Prefix = nameof(Ending))] EndForm typed, CancellationToken stop)
    {
        Ending = typed;
        return await Then(await end.Run(Id, typed.LastDay!.Value, typed.Reason, stop), Words["已办理离岗，最后一日之后不再能办理。"], stop);
    }

    private async Task<IActionResult> Then(Outcome outcome, string said, CancellationToken stop)
    {
        var account = (await db.Get<Post>(Id, stop)).AccountId;
        return await After(outcome, said, $"/console/people/{account}", () => OnGetAsync(stop));
    }
}
