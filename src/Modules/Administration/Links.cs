using Gongkai.Platform.Accounts;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Administration;

/// <summary>Addresses of one-time links.</summary>
internal static class Links
{
    /// <summary>Local address of the page on which a password is chosen.</summary>
    public static string Password(string secret) => OneTimeLinks.PasswordPage + secret;

    /// <summary>Local address of the page that sets a new site up.</summary>
    public static string SetUp(string secret) => $"/setup/{secret}";

    /// <summary>The page on which a password is chosen as it is handed on, with the name under which this site was called.</summary>
    public static string Whole(HttpRequest request, string secret) => $"{request.Scheme}://{request.Host}{request.PathBase}{Password(secret)}";
}
