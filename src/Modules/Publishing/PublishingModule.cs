using Gongkai.Organs.Contracts;
using Gongkai.Platform;
using Gongkai.Platform.Data;
using Gongkai.Platform.Messages;
using Gongkai.Platform.Rights;
using Gongkai.Publishing.Api;
using Gongkai.Publishing.Contracts;
using Gongkai.Publishing.Jobs;
using Gongkai.Publishing.Queries;
using Gongkai.Publishing.Release;
using Gongkai.Publishing.Tables;
using Gongkai.Ui;
using Gongkai.Ui.Menu;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Publishing;

/// <summary>Disclosure catalogues (公开目录) and the documents under them: the module's front door.</summary>
public static class PublishingModule
{
    /// <summary>Adds acts, queries, permissions and tables.</summary>
    public static IServiceCollection AddPublishing(this IServiceCollection services)
    {
        services.AddSingleton<ITables, PublishingTables>().AddSchema<CatalogueItemId>("publishing");
        services.AddSingleton<ITables, DocumentTables>().AddMessageKind(MessageKinds.All);
        services.AddScoped<IMenuCount, WaitingCount>().AddScoped<DocumentStore>().AddTransient<DocumentActs>().AddScoped<IDocumentSteps, DocumentSteps>().AddScoped<Drafting>().AddScoped<Judging>().AddSingleton<ScheduledReleases>();
        services.AddMemoryCache();
        services.AddScoped<Releases>().AddScoped<InStep>().AddScoped<DocumentNames>().AddScoped<DocumentChecks>().AddScoped<FileReports>().AddScoped<ReleaseAlarm>().AddSingleton<SiteLists>();
        services.AddScoped<CatalogueStore>().AddScoped<ICatalogueBeginning, CatalogueBeginning>();
        services.AddMenu(
            new MenuItem("catalogue", "公开目录", "/catalogue", 30, MenuArea.Portal, Words: typeof(Words)),
            new MenuItem("documents", "政府信息", "/documents", 25, MenuArea.Portal, Words: typeof(Words)),
            new MenuItem("library", "政策文件库", "/library", 27, MenuArea.Portal, Words: typeof(Words)),
            new MenuItem("keep-documents", "信息发布", "/console/documents", 32, MenuArea.Console, PublishingPermissions.SeeDrafts),
            new MenuItem("keep-catalogue", "公开目录", "/console/catalogue", 35, MenuArea.Console, PublishingPermissions.View),
            new MenuItem("publishing-settings", "发布设置", "/console/publishing-settings", 96, MenuArea.Console, PublishingPermissions.Settings));
        services.AddSingleton(new ModuleWords("publishing", "信息公开", typeof(Words)));
        foreach (var grant in PublishingPermissions.Grants) services.AddSingleton(grant);
        foreach (var type in typeof(PublishingModule).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false, IsNested: false } && type.Namespace is "Gongkai.Publishing.Acts" or "Gongkai.Publishing.Queries"))
            services.AddScoped(type);
        return services;
    }

    /// <summary>Publishes what is due as long as the site runs.</summary>
    public static IServiceCollection AddReleases(this IServiceCollection services) => services.AddHostedService<ReleaseLoop>();

    /// <summary>Maps what is neither page nor form: the workbook of a catalogue, the files of documents.</summary>
    public static IEndpointRouteBuilder MapPublishing(this IEndpointRouteBuilder site)
    {
        var guarded = site.MapGroup("").AddEndpointFilter<EndpointRights>();
        CatalogueFile.Map(guarded);
        DocumentFiles.Map(guarded);
        DocumentDownload.Map(guarded);
        return site;
    }
}
