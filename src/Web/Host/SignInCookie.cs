using System.Security.Claims;
using Gongkai.Platform.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace Gongkai.Web.Host;

/// <summary>How a person stays signed in: a cookie that scripts cannot read and other sites cannot make a browser send with a form.</summary>
internal static class SignInCookie
{
    /// <summary>No session lasts longer than a day. When it ends is asked of the session that the cookie names, with every request.</summary>
    private static readonly TimeSpan Lasting = TimeSpan.FromHours(24);

    public static void AddSignIn(this IServiceCollection services)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, cookie =>
        {
            cookie.Cookie.Name = "gongkai.sign-in";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = Lasting;
            cookie.SlidingExpiration = false;
            cookie.LoginPath = "/sign-in";
            cookie.ReturnUrlParameter = "returnUrl";
            cookie.Events.OnValidatePrincipal = AskSession;
            cookie.Events.OnRedirectToAccessDenied = refused =>
            {
                // The address stays what it was: the page for 403 is shown there.
                refused.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
        services.AddAuthorization();
        services.AddAntiforgery(form =>
        {
            form.Cookie.Name = "gongkai.form";
            form.Cookie.SameSite = SameSiteMode.Strict;
            form.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            form.SuppressXFrameOptionsHeader = true; // SecurityHeaders says it, and more strictly
            form.FormFieldName = "form-token";
            form.HeaderName = "form-token";
        });
    }

    private static async Task AskSession(CookieValidatePrincipalContext cookie)
    {
        var http = cookie.HttpContext;
        var live = Guid.TryParse(cookie.Principal?.FindFirstValue(SessionClaim.Type), out var id)
            ? await http.RequestServices.GetRequiredService<Sessions>().Check(id, http.RequestAborted)
            : null;
        http.Features.Set(live);
        if (live is not null) return;
        cookie.RejectPrincipal();
        await http.SignOutAsync(IdentityConstants.ApplicationScheme);
    }
}
