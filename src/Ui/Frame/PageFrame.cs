using System.Globalization;
using Gongkai.Ui.Languages;
using Gongkai.Ui.Menu;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Gongkai.Ui.Frame;

/// <summary>What every layout shows around a page of this request.</summary>
internal sealed class PageFrame(HttpContext http)
{
    public SiteFrame Site { get; } = http.RequestServices.GetRequiredService<IOptionsMonitor<SiteFrame>>().CurrentValue;

    public Display Display { get; } = Display.Of(http);

    /// <summary>The page's language for HTML: the one chosen where the host offers a choice, the site's otherwise.</summary>
    public string Language => Culture?.Name is { Length: > 0 } chosen ? chosen : Site.Language;

    public string Direction => Culture?.TextInfo.IsRightToLeft == true ? "rtl" : "ltr";

    /// <summary>Language of what stands inside the portal's frame where that is not translated as the frame is: the site's own. Null where both speak one language.</summary>
    public string? LanguageInside => Culture is not { } culture || http.RequestServices.GetRequiredService<SiteLanguages>().SpeaksForPortal(culture) ? null : Site.Language;

    /// <summary>Direction of what stands inside; null where it is the frame's own.</summary>
    public string? DirectionInside => LanguageInside is null ? null : "ltr";

    /// <summary>Languages this page can be read in besides its own; none for staff.</summary>
    public IEnumerable<SiteLanguage> OtherLanguages => Site.Languages.Count > 1 && !StaffLanguage.IsForStaff(http) ? Site.Languages.Where(language => language.Code != Language) : [];

    public bool HasScripts => http.RequestServices.GetRequiredService<ScriptBundle>().IsThere;

    private CultureInfo? Culture => http.Features.Get<IRequestCultureFeature>()?.RequestCulture.UICulture;

    /// <summary>Address that changes one setting and comes back to this page.</summary>
    public string Change(string setting, string value)
    {
        var back = http.Request.Method == HttpMethods.Get ? http.Request.PathBase + http.Request.Path + http.Request.QueryString : null;
        return "/display" + new QueryBuilder(back is null ? [new(setting, value)] : [KeyValuePair.Create(setting, value), new("back", back)]);
    }

    public Task<IReadOnlyList<MenuLine>> Menu(MenuArea area, string? current) =>
        http.RequestServices.GetRequiredService<SiteMenu>().Lines(area, http, current);
}
