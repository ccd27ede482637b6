using System.ComponentModel.DataAnnotations;
using Gongkai.Organs.Acts;
using Gongkai.Organs.Contracts;
using Gongkai.Organs.Queries;
using Gongkai.Platform.Rights;
using Gongkai.Ui.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Gongkai.Organs.Areas.Console.Pages.People;

/// <summary>One person: posts of today, to come and past; the security administrator appoints here.</summary>
[Permission(Permissions.ViewPeople)]
internal sealed class PersonModel(PeoplePages pages, AppointPost appoint, IOrgans organs, Roles roles, Actor actor, TimeProvider time, IStringLocalizer<Words> words) : ActPage(words)
{
    /// <summary>A new post as typed.</summary>
    internal sealed class PostForm
    {
        [Display(Name = "机构"), Required]
        public Guid? Organ { get; set; }

        [Display(Name = "岗位"), Required]
        public string? Role { get; set; }

        /// <summary>True for the A post.</summary>
        [Display(Name = "A岗或B岗")]
        public bool Primary { get; set; } = true;

        [Display(Name = "到任日期"), Required]
        public DateOnly? From { get; set; }

        [Display(Name = "任期最后一日")]
        public DateOnly? Until { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public PostForm New { get; private set; } = new();

    /// <summary>Never read before a handler has loaded it.</summary>
    public PersonLine Person { get; private set; } = null!;

    public DateOnly Today => time.LocalDay();
    public IEnumerable<HeldPost> Standing => Person.Posts.Where(post => !post.EndedBefore(Today));
    public IEnumerable<HeldPost> Past => Person.Posts.Where(post => post.EndedBefore(Today));

    /// <summary>Nobody appoints himself, so the form is not offered on one's own page.</summary>
    public bool MayAppoint => actor.May(Permissions.Appoint) && actor.AccountId != Id;

    /// <summary>True where the account's own page is of use to the reader.</summary>
    public bool SeesAccount => actor.May(Permissions.Appoint) || actor.May(Permissions.CreateAccount);

    public IReadOnlyList<SelectListItem> Organs { get; private set; } = [];
    public IEnumerable<SelectListItem> Roles => roles.All.Select(role => new SelectListItem(role.Name, role.Key));
    public IEnumerable<SelectListItem> Seats => [new(Words["A岗"], bool.TrueString), new(Words["B岗"], bool.FalseString)];

    protected override Task<IActionResult> Again(CancellationToken stop) => OnGetAsync(stop);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await pages.One(Id, Today, stop) is not { } person) return NotFound();
        Person = person;
        if (MayAppoint) Organs = [.. (await organs.All(Today, stop)).Select(card => new SelectListItem(card.Name, card.Id.ToString()))];
        return Page();
    }

    public async Task<IActionResult> OnPostAppointAsync([Bind(Prefix = nameof(New))] PostForm typed, CancellationToken stop)
    {
        New = typed;
        var outcome = await appoint.Run(new(Id, OrganId.From(typed.Organ!.Value), typed.Role!, typed.Primary, typed.From!.Value, typed.Until), stop);
        return await After(outcome.IsDone ? Outcome.Done : Outcome.Refused(outcome.Refusals), Words["已任岗，从到任日期起生效。"], $"/console/people/{Id}", () => OnGetAsync(stop));
    }
}
