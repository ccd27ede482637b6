using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Gongkai.Web.Host;

/// <summary>
/// A site that the public reaches over TLS says so with the setting Https: its cookies are then never sent without TLS, and their names begin with
/// <c>__Host-</c>, which no neighbouring site and no path of this one can set in their place.
/// </summary>
internal static class CookieNames
{
    private const string Prefix = "__Host-";

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
            if (!services.GetRequiredService<SiteOptions>().Https) return;

            built.SecurePolicy = CookieSecurePolicy.Always;
            built.Path = "/";
            if (built.Name is { } given && !given.StartsWith(Prefix, StringComparison.Ordinal)) built.Name = Prefix + given;
        }
    }
}
