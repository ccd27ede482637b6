using System.ComponentModel.DataAnnotations;
using Gongkai.Administration.Acts;
using Gongkai.Platform.Rights;
using Gongkai.Ui.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Gongkai.Administration.Areas.Console.Pages.Accounts;

/// <summary>Opens an account and shows the one-time link for its person (开通账号).</summary>
[Permission(AdministrationPermissions.OpenAccounts)]
internal sealed class NewModel(OpenAccount open, IStringLocalizer<Words> words) : ActPage(words)
{
    [BindProperty, Display(Name = "姓名"), Required]
    public string? Name { get; set; }

    [BindProperty, Display(Name = "用户名"), Required]
    public string? Login { get; set; }

    /// <summary>The account just opened.</summary>
    public Guid? Opened { get; private set; }

    /// <summary>Its one-time link, shown once.</summary>
    public string? Link { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var outcome = await open.Run(Login!, Name!, stop);
        if (!outcome.IsDone) return await After(Outcome.Refused(outcome.Refusals), "", "/console/accounts", () => Again(stop));
        (Opened, Link) = (outcome.Made.Id, Links.Whole(Request, outcome.Made.Secret));
        Response.Headers.CacheControl = "no-store";
        return Page();
    }

    protected override Task<IActionResult> Again(CancellationToken stop) => Task.FromResult<IActionResult>(Page());
}
