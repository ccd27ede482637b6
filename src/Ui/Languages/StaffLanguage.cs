using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;

namespace Gongkai.Ui.Languages;

/// <summary>Pages of staff speak the site's own language, whatever a visitor's browser on the same machine chose: half a translation would help nobody there.</summary>
/// <param name="language">The site's language.</param>
internal sealed class StaffLanguage(string language) : IRequestCultureProvider
{
    private const string Console = "/console";

    public static bool IsForStaff(HttpContext http) => http.Request.Path.StartsWithSegments(Console, StringComparison.OrdinalIgnoreCase);

    public Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext) =>
        Task.FromResult(IsForStaff(httpContext) ? new ProviderCultureResult(language) : null);
}
