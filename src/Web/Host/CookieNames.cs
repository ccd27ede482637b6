using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Gongkai.Web.Host;

/// <summary>
/// A site that the public reaches over TLS says so with the setting Https: the cookies of sign-in, forms and messages are then never sent without TLS, and their
/// names begin with <c>__Host-</c>, which no neighbouring site can set in their place. Below a path of another site they stay below it, which that prefix does
/// not allow: <c>__Secure-</c> then says the part of it that holds.
/// </summary>
internal static class CookieNames
{
    private const string OfHost = "__Host-";
    private const string BelowPath = "__Secure-";

    public static void AddSecureCookies(this IServiceCollection services)
    {
        services.AddSingleton<IPostConfigureOptions<CookieAuthenticationOptions>>(provider => new ForCookies<CookieAuthenticationOptions>(provider, options => options.Cookie));
        services.AddSingleton<IPostConfigureOptions<AntiforgeryOptions>>(provider => new ForCookies<AntiforgeryOptions>(provider, options => options.Cookie));
        services.AddSingleton<IPostConfigureOptions<CookieTempDataProviderOptions>>(provider => new ForCookies<CookieTempDataProviderOptions>(provider, options => options.Cookie));
    }

    private sealed class ForCookies<T>(IServiceProvider services, Func<T, CookieBuilder> cookie) : IPostConfigureOptions<T> where T : class
    {
        public void PostConfigure(string? name, T options)
        {
            var built = cookie(options);
            built.HttpOnly = true;
            var site = services.GetRequiredService<SiteOptions>();
            if (!site.Https) return;

            var (path, prefix) = site.SitePath() is { Length: > 0 } below ? (below, BelowPath) : ("/", OfHost);
            (built.SecurePolicy, built.Path) = (CookieSecurePolicy.Always, path);
            if (built.Name is { } given && !given.StartsWith(prefix, StringComparison.Ordinal)) built.Name = prefix + given;
        }
    }
}
