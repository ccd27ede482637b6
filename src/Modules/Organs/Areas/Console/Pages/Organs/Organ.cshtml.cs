using System.ComponentModel.DataAnnotations;
using Gongkai.Organs.Acts;
using Gongkai.Organs.Queries;
using Gongkai.Platform.Rights;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Gongkai.Organs.Areas.Console.Pages.Organs;

/// <summary>One organ: its names over time, aliases, groups, posts, and what has happened to it.</summary>
[Permission(Permissions.View)]
internal sealed class OrganModel(OrganPages pages, RenameOrgan rename, AddAlias addAlias, DropAlias dropAlias, Actor actor, TimeProvider time, IStringLocalizer<Words> words) : PageModel
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

    /// <summary>An alias as typed.</summary>
    internal sealed class AliasForm
    {
        [Required]
        public string? Text { get; set; }
    }

    /// <summary>Never read before a handler has loaded it.</summary>
    public OrganView View { get; private set; } = null!;

    public IReadOnlyList<Refusal> Refusals { get; private set; } = [];

    public bool MayManage => actor.May(Permissions.Manage);

    public bool MayLearn => actor.May(Permissions.LearnName);

    /// <summary>True where the form for a new name stays open, with what was typed.</summary>
    public bool Renaming { get; private set; }

    public NameForm NewName { get; private set; } = new();

    public AliasForm Alias { get; private set; } = new();

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
        return LocalRedirect($"/console/organs/{View.Card.Key}");
    }

    private async Task<bool> Load(string key, CancellationToken stop)
    {
        if (await pages.One(key, time.LocalDay(), stop) is not { } view) return false;
        View = view;
        return true;
    }
}
