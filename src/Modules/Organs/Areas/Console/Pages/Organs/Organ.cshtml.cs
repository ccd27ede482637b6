using System.ComponentModel.DataAnnotations;
using Gongkai.Organs.Acts;
using Gongkai.Organs.Contracts;
using Gongkai.Organs.Queries;
using Gongkai.Platform.Rights;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Gongkai.Organs.Areas.Console.Pages.Organs;

/// <summary>One organ: its names over time, aliases, groups, posts, and what has happened to it.</summary>
[Permission(Permissions.View)]
internal sealed class OrganModel(OrganPages pages, IOrgans organs, RenameOrgan rename, MergeOrgans merge, AddAlias addAlias, DropAlias dropAlias, Actor actor, TimeProvider time, IStringLocalizer<Words> words) : PageModel
{
    /// <summary>A new name as typed.</summary>
    internal sealed class NameForm
    {
        [Required]
        public string? Name { get; set; }

        public string? Full { get; set; }

        [Required]
        public DateOnly? From { get; set; }

        public string? Reason { get; set; }
    }

    /// <summary>A merger as typed.</summary>
    internal sealed class MergerForm
    {
        [Display(Name = "承接机构"), Required]
        public Guid? Into { get; set; }

        [Display(Name = "最后一日"), Required]
        public DateOnly? LastDay { get; set; }

        [Display(Name = "依据"), Required, StringLength(200)]
        public string? Reason { get; set; }
    }

    /// <summary>Never read before a handler has loaded it.</summary>
    public OrganView View { get; private set; } = null!;

    public IReadOnlyList<Refusal> Refusals { get; private set; } = [];

    public bool MayManage => actor.May(Permissions.Manage);

    public bool SeesPeople => actor.May(Permissions.ViewPeople);

    public bool MayLearn => actor.May(Permissions.LearnName);

    /// <summary>True where the form for a new name stays open, with what was typed.</summary>
    public bool Renaming { get; private set; }

    /// <summary>True where the form for a merger stays open, with what was typed.</summary>
    public bool Merging { get; private set; }

    public MergerForm Merger { get; private set; } = new();

    /// <summary>Organs that could take over.</summary>
    public IReadOnlyList<SelectListItem> Successors { get; private set; } = [];

    public NameForm NewName { get; private set; } = new();

    public AliasForm Alias { get; private set; } = new();

    public AliasSection Spellings => new(View.Aliases, Alias, MayLearn, $"/console/organs/{View.Card.Key}");

    /// <summary>What was just done, for one time.</summary>
    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGet(string key, CancellationToken stop) => await Load(key, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostRename(string key, [Bind(Prefix = nameof(NewName))] NameForm newName, CancellationToken stop)
    {
        (NewName, Renaming) = (newName, true);
        if (!await Load(key, stop)) return NotFound();
        if (!ModelState.IsValid) return Page();
        return After(await rename.Run(View.Card.Id, newName.Name!, newName.Full, newName.From!.Value, newName.Reason, stop), words["已更名"]);
    }

    public async Task<IActionResult> OnPostMerge(string key, [Bind(Prefix = nameof(Merger))] MergerForm merger, CancellationToken stop)
    {
        (Merger, Merging) = (merger, true);
        if (!await Load(key, stop)) return NotFound();
        if (!ModelState.IsValid) return Page();
        return After(await merge.Run([View.Card.Id], OrganId.From(merger.Into!.Value), merger.LastDay!.Value, merger.Reason, stop), words["已并入"]);
    }

    public async Task<IActionResult> OnPostAlias(string key, [Bind(Prefix = nameof(Alias))] AliasForm alias, CancellationToken stop)
    {
        Alias = alias;
        if (!await Load(key, stop)) return NotFound();
        if (!ModelState.IsValid) return Page();
        return After(await addAlias.Run(alias.Text!, View.Card.Id, group: null, stop), words["已记住“{0}”", alias.Text!]);
    }

    public async Task<IActionResult> OnPostDrop(string key, Guid alias, string? reason, CancellationToken stop)
    {
        if (!await Load(key, stop)) return NotFound();
        return After(await dropAlias.Run(alias, reason ?? "", stop), words["已撤销"]);
    }

    private IActionResult After(Outcome outcome, string said)
    {
        Refusals = outcome.Refusals;
        if (!outcome.IsDone)
        {
            HttpContext.Items[typeof(Refusal)] = Refusals; // for the record of what was tried
            return Page();
        }
        Done = said;
        return LocalRedirect($"~/console/organs/{View.Card.Key}");
    }

    private async Task<bool> Load(string key, CancellationToken stop)
    {
        if (await pages.One(key, time.LocalDay(), stop) is not { } view) return false;
        View = view;
        if (MayManage) Successors = [.. (await organs.All(time.LocalDay(), stop)).Where(card => card.Id != view.Card.Id).Select(card => new SelectListItem(card.Name, card.Id.ToString()))];
        return true;
    }
}
