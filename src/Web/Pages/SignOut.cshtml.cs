using Gongkai.Platform.Accounts;
using Gongkai.Platform.Rights;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Pages;

/// <summary>Signs a person out (退出). Only a form of this site can: a link on another page must not.</summary>
[Public]
internal sealed class SignOutModel(SignInManager<Account> signIn) : PageModel
{
    public LocalRedirectResult OnGet() => LocalRedirect("/");

    public async Task<LocalRedirectResult> OnPostAsync()
    {
        await signIn.SignOutAsync();
        return LocalRedirect("/");
    }
}
