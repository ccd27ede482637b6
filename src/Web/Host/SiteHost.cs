using Gongkai.Administration;
using Gongkai.Duties;
using Gongkai.Organs;
using Gongkai.Platform;
using Gongkai.Platform.Proofs;
using Gongkai.Platform.Rights;
using Gongkai.Publishing;
using Gongkai.Ui;
using Gongkai.Ui.Frame;
using Gongkai.Ui.Languages;
using Gongkai.Ui.Menu;
using Microsoft.AspNetCore.DataProtection;

namespace Gongkai.Web.Host;

/// <summary>Puts the one program together from platform, frames and modules. Every command and every test builds it here.</summary>
internal static class SiteHost
{
    /// <summary>Name of this assembly, under which its pages and assets are found whoever started the process.</summary>
    private const string Name = "gongkai";

    /// <summary>Folder of translation files, beside the program and in the data folder.</summary>
    private const string Languages = "languages";

    /// <summary>The page that shows every component, for whoever builds or tests pages.</summary>
    private const string Gallery = "/Components";

    /// <summary>Registers everything; nothing is touched on disk or network yet.</summary>
    /// <param name="data">Data folder where no setting names one.</param>
    /// <param name="settings">Settings of the command line: the strongest.</param>
    /// <exception cref="StartProblem">A setting cannot be read.</exception>
    public static WebApplicationBuilder Compose(string data, IReadOnlyDictionary<string, string?> settings)
    {
        // Settings are read once: a running site does not change under the feet of its tests, and costs no file watchers.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = Name,
            ContentRootPath = AppContext.BaseDirectory,
            Args = ["--hostBuilder:reloadConfigOnChange=false"],
        });
        builder.Configuration.Sources.Insert(0, new Microsoft.Extensions.Configuration.Memory.MemoryConfigurationSource { InitialData = [new(nameof(SiteOptions.Data), data)] });
        builder.Configuration.AddEnvironmentVariables("GONGKAI_").AddInMemoryCollection(settings.Where(setting => setting.Value is not null));
        SecretFiles.Read(builder.Configuration);

        var options = builder.Configuration.Get<SiteOptions>() ?? new();
        builder.WebHost.UseUrls(options.Urls).UseStaticWebAssets();
        builder.Services.AddSingleton(options);
        Announcements.Use(builder, options);
        StartLog.Use(builder);
        Watching.Use(builder, options);
        GracefulStop.Use(builder, options);
        builder.AddRequestLimits();
        builder.AddProofForms();
        builder.AddScanSettings();
        AddModules(builder.Services, options);
        AddPages(builder, options);
        return builder;
    }

    /// <summary>The modules, in the order of their floors.</summary>
    private static void AddModules(IServiceCollection services, SiteOptions options)
    {
        services.AddSingleton<TimeProvider>(options.Clock());
        services.AddSingleton<MasterKeySource>().AddSingleton(provider => provider.GetRequiredService<MasterKeySource>().Load());
        services.AddPlatform(options.DatabaseChoice(), options.FilePlace());
        services.AddOrgans();
        services.AddDuties();
        services.AddPublishing();
        services.AddAdministration();
    }

    private static void AddPages(WebApplicationBuilder builder, SiteOptions options)
    {
        var services = builder.Services;
        services.AddRazorPages(razor => razor.Conventions.AddPageApplicationModelConvention(Gallery, page =>
            {
                page.EndpointMetadata.Add(new PublicAttribute());
                page.EndpointMetadata.Add(new AsksProofAttribute("components"));
            }))
            .AddMvcOptions(mvc =>
            {
                mvc.Filters.Add<PageRights>();
                mvc.Filters.Add<UnstorableText>();
                mvc.Filters.Add<AnsweredMethods>();
                mvc.Filters.Add<RefusalCount>();
                mvc.Filters.Add<ProofGate>();
                mvc.ModelBinderProviders.Insert(0, new TwoMeanings(mvc.ModelBinderProviders));
            });
        AddFrames(builder, options); // after the pages: its sentences replace the framework's
        services.AddSignIn();
        services.AddOpenIdSignIn(builder.Configuration);
        services.AddSecureCookies();
        services.AddResponseCompression();
        services.AddDataProtection().SetApplicationName(Name);
    }

    /// <summary>The frames, in the languages that lie beside the program and in the data folder.</summary>
    private static void AddFrames(WebApplicationBuilder builder, SiteOptions options)
    {
        try
        {
            builder.Services.AddUi(builder.Configuration, Path.Combine(AppContext.BaseDirectory, Languages), Path.GetFullPath(Path.Combine(options.Data, Languages)))
                .AddScoped<IMenuPermission, MenuRights>();
        }
        catch (LanguageFileException problem)
        {
            throw new StartProblem(problem.Message);
        }
    }

    /// <summary>What a request goes through, outermost first.</summary>
    public static WebApplication BuildSite(this WebApplicationBuilder builder)
    {
        var app = builder.Build();
        app.UsePathBase(app.Services.GetRequiredService<SiteOptions>().SitePath());
        app.UseTrustedProxies();
        app.UseSecurityHeaders();
        app.UseFailurePages();
        UnstorableText.Refuse(app);
        app.UseResponseCompression();
        app.UseRequestLocalization();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseActor();
        app.UseAttempts();
        app.UsePersonClaims();
        app.UseConsoleStart();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapStaticAssets().WithMetadata(new PublicAttribute()).DisableRateLimiting();
        app.MapDisplay().WithMetadata(new PublicAttribute());
        app.MapProofs().WithMetadata(new PublicAttribute());
        app.MapHealth();
        app.MapRazorPages();
        app.MapDuties();
        app.MapPublishing();
        app.MapAdministration();
        return app;
    }
}
