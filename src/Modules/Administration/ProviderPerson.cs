using System.Security.Claims;
using Gongkai.Administration.Contracts;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Administration;

/// <summary>Who an identity provider takes the person at the browser for.</summary>
/// <param name="Issuer">The provider.</param>
/// <param name="Subject">What it calls the person.</param>
/// <param name="Login">Name to sign in with; null where none is told.</param>
internal sealed record ProviderPerson(string Issuer, string Subject, string? Login)
{
    /// <summary>What the provider has just said, which is forgotten by being read where <paramref name="forget"/> is true.</summary>
    /// <returns>Null where it has said nothing, or it took longer than five minutes.</returns>
    public static async Task<ProviderPerson?> At(HttpContext http, bool forget)
    {
        if (await NameOf(http) is null) return null;
        var said = await http.AuthenticateAsync(IdentityConstants.ExternalScheme);
        if (forget) await http.SignOutAsync(IdentityConstants.ExternalScheme);
        return said.Principal is { } person && person.FindFirstValue(ProviderSignIn.Issuer) is { Length: > 0 } issuer && person.FindFirstValue(ProviderSignIn.Subject) is { Length: > 0 } subject
            ? new(issuer, subject, person.FindFirstValue(ProviderSignIn.Login))
            : null;
    }

    /// <summary>What the provider is called; null where none is configured.</summary>
    public static async Task<string?> NameOf(HttpContext http) =>
        (await ((IAuthenticationSchemeProvider)http.RequestServices.GetService(typeof(IAuthenticationSchemeProvider))!).GetSchemeAsync(ProviderSignIn.Scheme))?.DisplayName;

    /// <summary>
    /// The account of this person: the one linked, or the one with the login told where nobody else of this provider is linked with it; null
    /// where there is neither. None is ever made.
    /// </summary>
    public async Task<Account?> Account(Db db, UserManager<Account> accounts, CancellationToken stop)
    {
        var linked = await db.Set<IdentityUserLogin<Guid>>().Where(link => link.LoginProvider == Issuer && link.ProviderKey == Subject).Select(link => (Guid?)link.UserId).SingleOrDefaultAsync(stop);
        var name = accounts.NormalizeName(Login);
        return linked is { } id ? await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(account => account.Id == id, stop)
            : name is null ? null
            : await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(
                account => account.NormalizedUserName == name && !db.Set<IdentityUserLogin<Guid>>().Any(link => link.UserId == account.Id && link.LoginProvider == Issuer), stop);
    }
}
