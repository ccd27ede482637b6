using System.ComponentModel.DataAnnotations;
using Gongkai.Administration.Acts;
using Gongkai.Platform.Rights;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Administration.Pages;

/// <summary>The second step of signing in. Open only to a browser that has just shown the first factor.</summary>
[Public]
internal sealed class SignInCodeModel(EnterCode enter, Door door) : PageModel
{
    /// <summary>Page of this site to go on to; anything else is ignored.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty, Display(Name = "验证码"), Required]
    public string? Code { get; set; }

    /// <summary>Why the last try failed; empty before the first.</summary>
    public IReadOnlyList<Refusal> Refusals { get; private set; } = [];

    public IActionResult OnGet() => door.Waiting(HttpContext) is null ? RedirectToPage("/SignIn", new { ReturnUrl }) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (door.Waiting(HttpContext) is not { } half) return RedirectToPage("/SignIn", new { ReturnUrl });
        if (!ModelState.IsValid) return Page();
        var outcome = await enter.Run(half, Code!, Request.Headers.UserAgent, stop);
        Refusals = outcome.Refusals;
        if (!outcome.IsDone) return Page();
        await door.Hand(HttpContext, outcome.Made);
        return this.GoOn(ReturnUrl);
    }
}
