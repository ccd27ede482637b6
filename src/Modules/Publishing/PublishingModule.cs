using Gongkai.Organs.Contracts;
using Gongkai.Platform;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Publishing.Api;
using Gongkai.Publishing.Contracts;
using Gongkai.Publishing.Tables;
using Gongkai.Ui;
using Gongkai.Ui.Menu;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Publishing;

/// <summary>Disclosure catalogues (公开目录): the module's front door.</summary>
public static class PublishingModule
{
    /// <summary>Adds acts, queries, permissions and tables.</summary>
    public static IServiceCollection AddPublishing(this IServiceCollection services)
    {
        services.AddSingleton<ITables, PublishingTables>().AddSchema<CatalogueItemId>("publishing");
        services.AddScoped<CatalogueStore>().AddScoped<ICatalogueBeginning, CatalogueBeginning>();
        services.AddMenu(
            new MenuItem("catalogue", "公开目录", "/catalogue", 30, MenuArea.Portal, Words: typeof(Words)),
            new MenuItem("keep-catalogue", "公开目录", "/console/catalogue", 35, MenuArea.Console, PublishingPermissions.View));
        services.AddSingleton(new ModuleWords("publishing", "信息公开", typeof(Words)));
        foreach (var grant in PublishingPermissions.Grants) services.AddSingleton(grant);
        foreach (var type in typeof(PublishingModule).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false, IsNested: false } && type.Namespace is "Gongkai.Publishing.Acts" or "Gongkai.Publishing.Queries"))
            services.AddScoped(type);
        return services;
    }

    /// <summary>Maps what is neither page nor form: the workbook of a catalogue.</summary>
    public static IEndpointRouteBuilder MapPublishing(this IEndpointRouteBuilder site)
    {
        CatalogueFile.Map(site.MapGroup("").AddEndpointFilter<EndpointRights>());
        return site;
    }
}
