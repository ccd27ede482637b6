using System.Security.Claims;
using Gongkai.Administration.Contracts;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Gongkai.Web.Host;

/// <summary>
/// Signing in by an identity provider, where one is configured: the code flow with PKCE. What comes of it is a cookie of five minutes that
/// says who the provider takes the person for; whether that person has an account here is asked afterwards.
/// </summary>
internal static class OpenIdSignIn
{
    private static readonly TimeSpan StepLasting = TimeSpan.FromMinutes(5);

    /// <exception cref="StartProblem">The settings do not suffice.</exception>
    public static void AddOpenIdSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        var provider = configuration.GetSection(OpenIdOptions.Section).Get<OpenIdOptions>() ?? new();
        if (provider.Authority is not { Length: > 0 } authority) return;
        if (provider.ClientId is not { Length: > 0 }) throw new StartProblem("统一身份认证缺少设置 SignIn:OpenId:ClientId：请填写，或者去掉 SignIn:OpenId:Authority。");

        services.AddAuthentication()
            .AddCookie(IdentityConstants.ExternalScheme, cookie =>
            {
                cookie.Cookie.Name = "gongkai.provider";
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                cookie.ExpireTimeSpan = StepLasting;
                cookie.SlidingExpiration = false;
            })
            .AddOpenIdConnect(ProviderSignIn.Scheme, provider.Name, options => Configure(options, provider, authority));
    }

    private static void Configure(OpenIdConnectOptions options, OpenIdOptions provider, string authority)
    {
        options.SignInScheme = IdentityConstants.ExternalScheme;
        (options.Authority, options.ClientId, options.ClientSecret) = (authority, provider.ClientId, provider.Secret());
        // Without a certificate only on this machine.
        options.RequireHttpsMetadata = !(Uri.TryCreate(authority, UriKind.Absolute, out var address) && address.IsLoopback);
        (options.ResponseType, options.ResponseMode, options.UsePkce) = (OpenIdConnectResponseType.Code, OpenIdConnectResponseMode.Query, true);
        (options.CallbackPath, options.SignedOutCallbackPath) = ("/sign-in/openid", "/sign-out/openid");
        options.MapInboundClaims = false;
        foreach (var cookie in new[] { options.NonceCookie, options.CorrelationCookie })
            (cookie.SameSite, cookie.SecurePolicy) = (SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);

        options.Events.OnTokenValidated = validated =>
        {
            // Only what is asked later goes into the cookie.
            var token = validated.Principal!;
            List<Claim> kept = [new(ProviderSignIn.Issuer, validated.SecurityToken.Issuer), new(ProviderSignIn.Subject, token.FindFirstValue("sub") ?? "")];
            if (provider.LoginClaim is { Length: > 0 } claim && token.FindFirstValue(claim) is { Length: > 0 } login) kept.Add(new(ProviderSignIn.Login, login));
            validated.Principal = new(new ClaimsIdentity(kept, ProviderSignIn.Scheme));
            return Task.CompletedTask;
        };
        options.Events.OnRemoteFailure = failed =>
        {
            failed.HandleResponse();
            failed.Response.Redirect($"{failed.Request.PathBase}{ProviderSignIn.FailedAddress}");
            return Task.CompletedTask;
        };
        options.Events.OnRedirectToIdentityProviderForSignOut = leaving =>
        {
            if (!string.IsNullOrEmpty(leaving.ProtocolMessage.IssuerAddress)) return Task.CompletedTask;
            // A provider without a page for signing out.
            leaving.HandleResponse();
            leaving.Response.Redirect($"{leaving.Request.PathBase}/");
            return Task.CompletedTask;
        };
    }
}
