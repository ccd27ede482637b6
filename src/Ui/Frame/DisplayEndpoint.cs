using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Gongkai.Ui.Frame;

/// <summary>Keeps a visitor's choice of contrast, text size and language.</summary>
public static class DisplayEndpoint
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    /// <summary>
    /// Maps <c>GET /display?contrast=&amp;size=&amp;lang=&amp;back=</c>. A value that is missing or unknown changes nothing.
    /// It leads back to a page of this site only: any other <c>back</c> leads to the first page.
    /// </summary>
    /// <returns>The endpoint, so that the host can say that it is public.</returns>
    public static IEndpointConventionBuilder MapDisplay(this IEndpointRouteBuilder site) => site.MapGet("/display", Keep);

    private static RedirectHttpResult Keep(
        HttpContext http, IOptionsMonitor<SiteFrame> frame, string? contrast, string? size, string? lang, string? back)
    {
        var options = new CookieOptions
        {
            Path = http.Request.PathBase.HasValue ? http.Request.PathBase.Value : "/",
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            MaxAge = Kept,
        };
        http.Response.Cookies.Append(Display.Cookie, Display.Of(http).With(contrast, size).ToString(), options);
        if (frame.CurrentValue.Languages.Any(language => language.Code == lang))
        {
            http.Response.Cookies.Append(
                CookieRequestCultureProvider.DefaultCookieName,
                CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(lang!)),
                options);
        }

        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.LocalRedirect(RedirectHttpResult.IsLocalUrl(back) ? back! : "~/");
    }
}
