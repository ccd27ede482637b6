using Microsoft.AspNetCore.Http;

namespace Gongkai.Ui.Frame;

/// <summary>
/// Addresses of this site are written from its first page, <c>/console/ledger</c>, wherever it stands. Below a path of another site
/// that path is put before them on their way to the browser, here and nowhere else.
/// </summary>
internal static class SiteAddress
{
    /// <summary>True for an address of this site; false for another site's, a place on the page and one that begins with <c>~</c>, which the framework completes.</summary>
    public static bool IsOfSite(string address) => address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal);

    /// <summary>The address as the browser must ask for it.</summary>
    public static string For(HttpRequest request, string address) => IsOfSite(address) ? request.PathBase + address : address;
}
