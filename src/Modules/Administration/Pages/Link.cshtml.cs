using System.ComponentModel.DataAnnotations;
using Gongkai.Administration.Acts;
using Gongkai.Administration.Queries;
using Gongkai.Platform.Rights;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Gongkai.Administration.Pages;

/// <summary>Behind a one-time link a person chooses a password (设置密码).</summary>
[Public]
internal sealed class LinkModel(ChoosePassword choose, LinkLook look, IStringLocalizer<Words> words) : PageModel
{
    [BindProperty, Display(Name = "新密码"), Required]
    public string? Password { get; set; }

    [BindProperty, Display(Name = "再输一次"), Required]
    public string? Repeated { get; set; }

    /// <summary>Login of the account; null where the link opens nothing.</summary>
    public string? Login { get; private set; }

    /// <summary>What a password must be, in a sentence.</summary>
    public string Rule { get; private set; } = "";

    public IReadOnlyList<Refusal> Refusals { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(string secret, CancellationToken stop) => Show(secret, stop);

    public async Task<IActionResult> OnPostAsync(string secret, CancellationToken stop)
    {
        if (!ModelState.IsValid) return await Show(secret, stop);
        if (Password != Repeated) Refusals = [new("administration.not-the-same")];
        else Refusals = (await choose.Run(secret, Password!, stop)).Refusals;
        if (Refusals.Count > 0) return await Show(secret, stop);
        TempData[Onward.SaidKey] = words["密码已设好，请登录。"].Value;
        return RedirectToPage("/SignIn");
    }

    private async Task<IActionResult> Show(string secret, CancellationToken stop)
    {
        (Login, Rule) = (await look.LoginBehind(secret, stop), await look.Rule(words, stop));
        if (Login is null) Response.StatusCode = StatusCodes.Status410Gone;
        Response.Headers.CacheControl = "no-store";
        return Page();
    }
}
