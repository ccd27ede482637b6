using System.ComponentModel.DataAnnotations;
using Gongkai.Administration.Acts;
using Gongkai.Administration.Queries;
using Gongkai.Platform.Rights;
using Gongkai.Ui.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Gongkai.Administration.Areas.Console.Pages.Account;

/// <summary>Changes the own password; the only page that opens while it must be changed (修改密码).</summary>
[OwnAffair]
internal sealed class PasswordModel(Actor actor, LinkLook look, ChangeOwnPassword change, IStringLocalizer<Words> words) : ActPage(words)
{
    [BindProperty, Display(Name = "现在的密码"), Required]
    public string? Present { get; set; }

    [BindProperty, Display(Name = "新密码"), Required]
    public string? Chosen { get; set; }

    [BindProperty, Display(Name = "再输一次"), Required]
    public string? Repeated { get; set; }

    /// <summary>What a password must be, in a sentence.</summary>
    public string Rule { get; private set; } = "";

    /// <summary>True where nothing else opens before.</summary>
    public bool MustChange => actor.Owes is not null;

    public Task<IActionResult> OnGetAsync(CancellationToken stop) => Again(stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var outcome = Chosen == Repeated ? await change.Run(Present!, Chosen!, stop) : Outcome.Refused("administration.not-the-same");
        return await After(outcome, Words["密码已修改。"], "/console/account", () => Again(stop));
    }

    protected override async Task<IActionResult> Again(CancellationToken stop)
    {
        Rule = await look.Rule(Words, stop);
        return Page();
    }
}
