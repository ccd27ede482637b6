using System.Text.Unicode;
using Gongkai.Ui.Frame;
using Gongkai.Ui.Languages;
using Gongkai.Ui.Menu;
using Gongkai.Ui.Validation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace Gongkai.Ui;

/// <summary>The front door of the page frames.</summary>
public static class UiSetup
{
    /// <summary>Adds what layouts and tag helpers need: site data, menus, texts and languages (the host calls <c>UseRequestLocalization()</c>), the sentences of form errors.</summary>
    /// <param name="services">Where to add; Razor Pages are added by the host.</param>
    /// <param name="configuration">Its section <see cref="SiteFrame.Section"/> fills <see cref="SiteFrame"/>.</param>
    /// <param name="languages">Folders of translation files; a later one overrides single texts of an earlier.</param>
    /// <exception cref="LanguageFileException">A translation file cannot be used.</exception>
    public static IServiceCollection AddUi(this IServiceCollection services, IConfiguration configuration, params IReadOnlyList<string> languages)
    {
        services.Configure<SiteFrame>(configuration.GetSection(SiteFrame.Section));
        services.AddOptions<RequestLocalizationOptions>().Configure<IOptions<SiteFrame>>(OfferLanguages);
        services.AddLocalization(options => options.ResourcesPath = "Resources");
        services.AddSingleton(new SiteLanguages(languages)).AddSingleton<ResourceManagerStringLocalizerFactory>();
        services.Replace(ServiceDescriptor.Singleton<IStringLocalizerFactory, FileLocalizerFactory>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddScoped<SiteMenu>();
        services.TryAddSingleton<ScriptBundle>();
        // Chinese goes out as it is: as character references a page would be three times as long.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new(UnicodeRanges.All));
        services.AddSingleton<IConfigureOptions<MvcOptions>, FormSentences>();
        // Forms are checked by the server alone, so controls carry no rules for scripts.
        services.Configure<MvcViewOptions>(options => options.HtmlHelperOptions.ClientValidationEnabled = false);
        services.Configure<MvcDataAnnotationsLocalizationOptions>(options =>
            options.DataAnnotationLocalizerProvider = (_, words) => words.Create(typeof(Words)));
        return services;
    }

    /// <summary>A page speaks the site's language or the one its visitor chose; what a browser would like is not asked, so that one address shows one page.</summary>
    private static void OfferLanguages(RequestLocalizationOptions options, IOptions<SiteFrame> site)
    {
        string[] codes = [site.Value.Language, .. site.Value.Languages.Select(language => language.Code)];
        options.SetDefaultCulture(codes[0]).AddSupportedCultures(codes).AddSupportedUICultures(codes);
        options.RequestCultureProviders = [new StaffLanguage(codes[0]), new CookieRequestCultureProvider { Options = options }];
    }

    /// <summary>Adds lines to the menus of portal and console.</summary>
    public static IServiceCollection AddMenu(this IServiceCollection services, params IReadOnlyList<MenuItem> items)
    {
        foreach (var item in items) services.AddSingleton(item);
        return services;
    }
}
