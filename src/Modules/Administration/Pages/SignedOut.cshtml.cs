using Gongkai.Administration.Contracts;
using Gongkai.Platform.Rights;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Administration.Pages;

/// <summary>After signing out here: the way to sign out at the identity provider too. A link, because forms of this site lead nowhere else.</summary>
[Public]
internal sealed class SignedOutModel : PageModel
{
    /// <summary>What the provider is called.</summary>
    public string Provider { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync()
    {
        if (await ProviderPerson.NameOf(HttpContext) is not { } name) return NotFound();
        Provider = name;
        return Page();
    }

    public async Task<IActionResult> OnGetLeaveAsync() => await ProviderPerson.NameOf(HttpContext) is null
        ? NotFound()
        : SignOut(new AuthenticationProperties { RedirectUri = Url.Content("~/") }, ProviderSignIn.Scheme);
}
