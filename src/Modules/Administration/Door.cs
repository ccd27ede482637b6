using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using Gongkai.Platform.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace Gongkai.Administration;

/// <summary>Who has shown the first factor and still owes the second.</summary>
/// <param name="Account">The account.</param>
/// <param name="Stamp">Its security stamp then: a password changed meanwhile makes the step void.</param>
/// <param name="ByProvider">True where an identity provider vouched for the person.</param>
internal sealed record HalfWay(Guid Account, string Stamp, bool ByProvider);

/// <summary>The browser's side of signing in: the cookie that names a session, and the short-lived one between password and code, which is no session.</summary>
internal sealed class Door(IDataProtectionProvider protection, TimeProvider time)
{
    private const string StepCookie = "gongkai.second-step";
    private static readonly TimeSpan StepLasting = TimeSpan.FromMinutes(5);

    private readonly IDataProtector _sealing = protection.CreateProtector("Gongkai.SignIn.SecondStep");

    /// <summary>Gives the browser what a step came to: a session, or the question for a code.</summary>
    public async Task Hand(HttpContext http, Entered entered, bool byProvider = false)
    {
        if (entered.Session is { } session)
        {
            http.Response.Cookies.Delete(StepCookie, Step(http));
            ClaimsIdentity identity = new(
                [new(ClaimTypes.NameIdentifier, entered.Account.Id.ToString()), new(ClaimTypes.Name, entered.Account.UserName ?? ""), new(SessionClaim.Type, session.Id.ToString())],
                IdentityConstants.ApplicationScheme);
            await http.SignInAsync(IdentityConstants.ApplicationScheme, new(identity));
            return;
        }
        var until = (time.GetUtcNow() + StepLasting).ToUnixTimeSeconds();
        http.Response.Cookies.Append(StepCookie, _sealing.Protect($"{entered.Account.Id:n} {until} {byProvider} {entered.Account.SecurityStamp}"), Step(http));
    }

    /// <summary>Who stands between the two steps; null where nobody does, or it took longer than five minutes.</summary>
    public HalfWay? Waiting(HttpContext http)
    {
        if (http.Request.Cookies[StepCookie] is not { } cookie) return null;
        try
        {
            var parts = _sealing.Unprotect(cookie).Split(' ', 4);
            return long.Parse(parts[1], CultureInfo.InvariantCulture) > time.GetUtcNow().ToUnixTimeSeconds() ? new(Guid.Parse(parts[0]), parts[3], bool.Parse(parts[2])) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static CookieOptions Step(HttpContext http) => new()
    {
        Path = $"{http.Request.PathBase}/sign-in",
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = http.Request.IsHttps,
        IsEssential = true,
    };
}
