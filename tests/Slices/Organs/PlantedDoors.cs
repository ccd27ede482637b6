using Gongkai.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Razor.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Slices.Organs;

/// <summary>Doors that somebody forgot to say a word about.</summary>
internal static class PlantedDoors
{
    public const string Page = "/planted-page-without-rule", Endpoint = "/planted-endpoint-without-rule";

    /// <summary>Adds a page without a rule, as the compiler would have made it.</summary>
    public static Site WithPageWithoutRule(this Site site) =>
        site.With(services => services.AddMvcCore().ConfigureApplicationPartManager(parts => parts.ApplicationParts.Add(new PagePart())));

    /// <summary>Adds an endpoint that is mapped past every guard.</summary>
    public static Site WithEndpointWithoutRule(this Site site) => site.With(services => services.AddSingleton<IStartupFilter, MapUnguarded>());

    private sealed class MapUnguarded : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.UseRouting();
            app.UseEndpoints(endpoints => endpoints.MapGet(Endpoint, () => Results.Text("open")));
            next(app);
        };
    }

    private sealed class PagePart : ApplicationPart, IRazorCompiledItemProvider
    {
        public override string Name => "planted";

        public IEnumerable<RazorCompiledItem> CompiledItems => [new PageItem()];
    }

    private sealed class PageItem : RazorCompiledItem
    {
        public override string Identifier => "/Pages/PlantedWithoutRule.cshtml";

        public override string Kind => "mvc.1.0.razor-page";

        public override IReadOnlyList<object> Metadata => [new RazorCompiledItemMetadataAttribute("RouteTemplate", Page)];

        public override Type Type => typeof(WithoutRule);
    }

    /// <summary>A page without a model: it is its own.</summary>
    public sealed class WithoutRule : Page
    {
        public WithoutRule Model => this;

        public override Task ExecuteAsync()
        {
            WriteLiteral("open");
            return Task.CompletedTask;
        }
    }
}
