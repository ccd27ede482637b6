using System.ComponentModel.DataAnnotations;
using Gongkai.Administration.Acts;
using Gongkai.Platform.Proofs;
using Gongkai.Platform.Rights;
using Gongkai.Ui.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Administration.Pages;

/// <summary>Signs a person in (登录).</summary>
[Public, AsksProof("sign-in", AfterFailures = true)]
internal sealed class SignInModel(SignIn signIn, Door door) : PageModel, IShownAgain
{
    /// <summary>Page of this site to go on to; anything else is ignored.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty, Display(Name = "用户名"), Required]
    public string? UserName { get; set; }

    [BindProperty, Display(Name = "密码"), Required]
    public string? Password { get; set; }

    /// <summary>What another page wants said here, for one time.</summary>
    [TempData(Key = Onward.SaidKey)]
    public string? Said { get; set; }

    /// <summary>Why the last try failed; empty before the first.</summary>
    public IReadOnlyList<Refusal> Refusals { get; private set; } = [];

    /// <summary>What the identity provider is called; null where none is configured.</summary>
    public string? Provider { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? provider)
    {
        if (User.Identity?.IsAuthenticated == true) return this.GoOn(ReturnUrl);
        if (provider is not null) Refusals = [new(provider == "refused" ? "administration.provider-refused" : "administration.provider-failed")];
        Provider = await ProviderPerson.NameOf(HttpContext);
        return Page();
    }

    public async Task<IActionResult> ShowAgain(CancellationToken stop)
    {
        Provider = await ProviderPerson.NameOf(HttpContext);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Provider = await ProviderPerson.NameOf(HttpContext);
        if (!ModelState.IsValid) return Page();
        var outcome = await signIn.Run(UserName!, Password!, Request.Headers.UserAgent, stop);
        Refusals = outcome.Refusals;
        if (!outcome.IsDone) return Page();
        await door.Hand(HttpContext, outcome.Made);
        return outcome.Made.Session is null ? RedirectToPage("/SignInCode", new { ReturnUrl }) : this.GoOn(ReturnUrl);
    }
}
