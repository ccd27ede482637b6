using Gongkai.Testing;
using Gongkai.Web.Host;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Slices.Shield;

/// <summary>Changes what a site is told by its settings.</summary>
internal static class EdgeSite
{
    public static Site Told(this Site site, Func<SiteOptions, SiteOptions> change) => site.With(services =>
    {
        var options = (SiteOptions)services.Last(service => service.ServiceType == typeof(SiteOptions)).ImplementationInstance!;
        services.AddSingleton(change(options));
    });

    public static Site Limited(this Site site, LimitSettings limits) => site.With(services => services.AddSingleton(limits));
}
