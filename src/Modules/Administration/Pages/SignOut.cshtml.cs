using Gongkai.Platform.Accounts;
using Gongkai.Platform.Rights;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Administration.Pages;

/// <summary>Signs a person out (退出). Only a form of this site can: a link on another page must not.</summary>
[Public]
internal sealed class SignOutModel(Acts.SignOut signOut, Actor actor) : PageModel
{
    public LocalRedirectResult OnGet() => LocalRedirect("~/");

    public async Task<LocalRedirectResult> OnPostAsync(CancellationToken stop)
    {
        var byProvider = HttpContext.Features.Get<LiveSession>()?.ByProvider == true && await ProviderPerson.NameOf(HttpContext) is not null;
        if (actor.AccountId is not null) await signOut.Run(stop);
        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        return LocalRedirect(byProvider ? "~/sign-out/provider" : "~/");
    }
}
