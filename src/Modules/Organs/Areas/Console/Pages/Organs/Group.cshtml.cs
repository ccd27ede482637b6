using System.ComponentModel.DataAnnotations;
using Gongkai.Organs.Acts;
using Gongkai.Organs.Contracts;
using Gongkai.Organs.Queries;
using Gongkai.Platform.Rights;
using Gongkai.Ui.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Gongkai.Organs.Areas.Console.Pages.Organs;

/// <summary>One group (名称组): whom it means, who joins and leaves, its other spellings, and what has happened to it.</summary>
[Permission(Permissions.View)]
internal sealed class GroupModel(OrganPages pages, IOrgans organs, ChangeGroupMembers change, AddAlias addAlias, DropAlias dropAlias, Actor actor, TimeProvider time, IStringLocalizer<Words> words) : ActPage(words)
{
    /// <summary>Who joins, as typed.</summary>
    internal sealed class JoinForm
    {
        [Display(Name = "机构"), Required]
        public Guid? Organ { get; set; }

        [Display(Name = "加入日期"), Required]
        public DateOnly? From { get; set; }

        [Display(Name = "依据"), Required, StringLength(200)]
        public string? Reason { get; set; }
    }

    /// <summary>Who leaves, as typed.</summary>
    internal sealed class LeaveForm
    {
        [Display(Name = "机构"), Required]
        public Guid? Organ { get; set; }

        [Display(Name = "最后一日"), Required]
        public DateOnly? LastDay { get; set; }

        [Display(Name = "依据"), Required, StringLength(200)]
        public string? Reason { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    /// <summary>Never read before it is loaded.</summary>
    public GroupView View { get; private set; } = null!;

    public JoinForm Joining { get; private set; } = new();

    public LeaveForm Leaving { get; private set; } = new();

    public AliasForm Alias { get; private set; } = new();

    public AliasSection Spellings => new(View.Aliases, Alias, MayLearn, Here);

    /// <summary>Organs that are no members today.</summary>
    public IReadOnlyList<SelectListItem> Others { get; private set; } = [];

    /// <summary>Members that were named one by one and can leave.</summary>
    public IEnumerable<SelectListItem> Named => View.Members.Where(member => member is { ByKind: false, Until: null }).Select(member => new SelectListItem(member.Card.Name, member.Card.Id.ToString()));

    public bool MayManage => actor.May(Permissions.Manage);

    public bool MayLearn => actor.May(Permissions.LearnName);

    /// <summary>Handler of the form that stays open, with what was typed.</summary>
    public string? Open => Request.Method == "POST" ? Request.Query["handler"] : (string?)null;

    private string Here => $"/console/organs/groups/{Key}";

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await Again(stop);

    public async Task<IActionResult> OnPostJoinAsync([Bind(Prefix = nameof(Joining))] JoinForm typed, CancellationToken stop)
    {
        Joining = typed;
        return await Change([(OrganId.From(typed.Organ!.Value), typed.From!.Value)], [], typed.Reason, Words["已加入，从那一天起生效。"], stop);
    }

    public async Task<IActionResult> OnPostLeaveAsync([Bind(Prefix = nameof(Leaving))] LeaveForm typed, CancellationToken stop)
    {
        Leaving = typed;
        return await Change([], [(OrganId.From(typed.Organ!.Value), typed.LastDay!.Value)], typed.Reason, Words["已登记退出，最后一日之后生效。"], stop);
    }

    public async Task<IActionResult> OnPostAliasAsync([Bind(Prefix = nameof(Alias))] AliasForm typed, CancellationToken stop)
    {
        Alias = typed;
        if (!await Load(stop)) return NotFound();
        return await After(await addAlias.Run(typed.Text!, organ: null, View.Group.Id, stop), Words["已记住“{0}”", typed.Text!], Here, () => Again(stop));
    }

    public async Task<IActionResult> OnPostDropAsync(Guid alias, string? reason, CancellationToken stop) =>
        await After(await dropAlias.Run(alias, reason ?? "", stop), Words["已撤销"], Here, () => Again(stop));

    protected override async Task<IActionResult> Again(CancellationToken stop) => await Load(stop) ? Page() : NotFound();

    private async Task<IActionResult> Change(
        IReadOnlyList<(OrganId Organ, DateOnly From)> joining, IReadOnlyList<(OrganId Organ, DateOnly LastDay)> leaving, string? reason, string said, CancellationToken stop)
    {
        if (!await Load(stop)) return NotFound();
        return await After(await change.Run(View.Group.Id, joining, leaving, reason, stop), said, Here, () => Again(stop));
    }

    private async Task<bool> Load(CancellationToken stop)
    {
        if (await pages.Group(Key, time.LocalDay(), stop) is not { } view) return false;
        View = view;
        var members = view.Members.Select(member => member.Card.Id).ToHashSet();
        if (MayManage) Others = [.. (await organs.All(time.LocalDay(), stop)).Where(card => !members.Contains(card.Id)).Select(card => new SelectListItem(card.Name, card.Id.ToString()))];
        return true;
    }
}
