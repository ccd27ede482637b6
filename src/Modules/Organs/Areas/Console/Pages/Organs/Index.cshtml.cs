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

/// <summary>Every organ by kind, the groups and whom they mean today, and what has ended; organs and groups are set up here.</summary>
[Permission(Permissions.View)]
internal sealed class IndexModel(OrganPages pages, EstablishOrgan establish, DefineGroup define, Actor actor, TimeProvider time, IStringLocalizer<Words> words) : ActPage(words)
{
    /// <summary>A new organ as typed.</summary>
    internal sealed class OrganForm
    {
        [Display(Name = "名称"), Required]
        public string? Name { get; set; }

        [Display(Name = "全称")]
        public string? Full { get; set; }

        [Display(Name = "代号"), Required]
        public string? Key { get; set; }

        [Display(Name = "类别"), Required]
        public OrganKind? Kind { get; set; }

        [Display(Name = "上级")]
        public Guid? Parent { get; set; }

        [Display(Name = "设立日期"), Required]
        public DateOnly? From { get; set; }

        [Display(Name = "地址"), StringLength(200)]
        public string? Address { get; set; }

        [Display(Name = "电话"), StringLength(40)]
        public string? Telephone { get; set; }
    }

    /// <summary>A new group as typed.</summary>
    internal sealed class GroupForm
    {
        [Display(Name = "名称"), Required]
        public string? Name { get; set; }

        [Display(Name = "代号"), Required]
        public string? Key { get; set; }

        [Display(Name = "启用日期"), Required]
        public DateOnly? From { get; set; }

        public List<OrganKind> Kinds { get; set; } = [];

        public List<Guid> Members { get; set; } = [];
    }

    public OrganList List { get; private set; } = new([], [], []);

    public OrganForm Organ { get; private set; } = new();

    public GroupForm Group { get; private set; } = new();

    public bool MayManage => actor.May(Permissions.Manage);

    /// <summary>Handler of the form that stays open, with what was typed.</summary>
    public string? Open => Request.Method == "POST" ? Request.Query["handler"] : (string?)null;

    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<OrganKind>().Select(kind => new SelectListItem(Words[$"kind.{kind}"], kind.ToString(), Group.Kinds.Contains(kind)));
    public IEnumerable<SelectListItem> Organs => List.Living.Select(line => new SelectListItem(line.Card.Name, line.Card.Id.ToString()));
    public IEnumerable<SelectListItem> Members => List.Living.Select(line => new SelectListItem(line.Card.Name, line.Card.Id.ToString(), Group.Members.Contains(line.Card.Id.Value)));

    protected override async Task<IActionResult> Again(CancellationToken stop)
    {
        await OnGetAsync(stop);
        return Page();
    }

    public async Task OnGetAsync(CancellationToken stop) => List = await pages.List(time.LocalDay(), stop);

    public async Task<IActionResult> OnPostEstablishAsync([Bind(Prefix = nameof(Organ))] OrganForm typed, CancellationToken stop)
    {
        Organ = typed;
        var parent = typed.Parent is { } above ? OrganId.From(above) : (OrganId?)null;
        var made = await establish.Run(new(typed.Key!, typed.Name!, typed.Full, typed.Kind!.Value, typed.From!.Value, parent, typed.Address, typed.Telephone), stop);
        return await After(made.IsDone ? Outcome.Done : Outcome.Refused(made.Refusals), Words["已设立“{0}”。", typed.Name!], "/console/organs", () => Again(stop));
    }

    public async Task<IActionResult> OnPostGroupAsync([Bind(Prefix = nameof(Group))] GroupForm typed, CancellationToken stop)
    {
        Group = typed;
        var made = await define.Run(new(typed.Key!, typed.Name!, typed.From!.Value, typed.Kinds, [.. typed.Members.Select(OrganId.From)]), stop);
        return await After(made.IsDone ? Outcome.Done : Outcome.Refused(made.Refusals), Words["已设立名称组“{0}”。", typed.Name!], "/console/organs", () => Again(stop));
    }
}
