using Gongkai.Administration.Acts;
using Gongkai.Administration.Contracts;
using Gongkai.Platform.Rights;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Administration.Pages;

/// <summary>To the identity provider and back. Nothing is shown here; a page that failed says so at the door.</summary>
[Public]
internal sealed class ProviderModel(SignInByProvider signIn, Door door) : PageModel
{
    /// <summary>Page of this site to go on to; anything else is ignored.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public async Task<IActionResult> OnGetAsync(string? go, CancellationToken stop)
    {
        if (await ProviderPerson.NameOf(HttpContext) is null) return NotFound();
        var onward = Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : null;
        if (go == "go") return Challenge(new AuthenticationProperties { RedirectUri = Url.Page("/Provider", new { go = (string?)null, ReturnUrl = onward }) }, ProviderSignIn.Scheme);
        if (go == "link") return Challenge(new AuthenticationProperties { RedirectUri = Url.Content("~/console/account/provider") }, ProviderSignIn.Scheme);
        if (await ProviderPerson.At(HttpContext, forget: true) is not { } person) return LocalRedirect("~" + ProviderSignIn.FailedAddress);

        var outcome = await signIn.Run(person, Request.Headers.UserAgent, stop);
        if (!outcome.IsDone) return RedirectToPage("/SignIn", new { provider = "refused", ReturnUrl = onward });
        await door.Hand(HttpContext, outcome.Made, byProvider: true);
        return outcome.Made.Session is null ? RedirectToPage("/SignInCode", new { ReturnUrl = onward }) : this.GoOn(onward);
    }
}
