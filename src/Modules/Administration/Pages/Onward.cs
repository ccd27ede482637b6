using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Administration.Pages;

/// <summary>Where a person goes on to after signing in.</summary>
internal static class Onward
{
    /// <summary>Under this name the sign-in page finds what another page wants said on it.</summary>
    public const string SaidKey = "sign-in-said";

    /// <summary>Where staff begin.</summary>
    private const string Console = "~/console";

    /// <summary>The page asked for, where it is one of this site; the console otherwise.</summary>
    public static LocalRedirectResult GoOn(this PageModel page, string? returnUrl) =>
        page.LocalRedirect(page.Url.IsLocalUrl(returnUrl) ? returnUrl! : Console);
}
