using Gongkai.Organs.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Administration;

/// <summary>
/// The house looks after itself: accounts, the record, deliveries and messages, seen and kept by three administrators (三员) of whom
/// none can do another's work. No business data is read or changed here.
/// </summary>
public static class AdministrationModule
{
    /// <summary>Adds acts, queries, permissions and pages; stands after the organs.</summary>
    public static IServiceCollection AddAdministration(this IServiceCollection services)
    {
        services.AddSingleton(new ModuleWords("administration", "系统管理", typeof(Words)));
        foreach (var grant in AdministrationPermissions.Grants) services.AddSingleton(grant);
        foreach (var type in typeof(AdministrationModule).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false, IsNested: false } && type.Namespace is "Gongkai.Administration.Acts" or "Gongkai.Administration.Queries"))
            services.AddScoped(type);
        return services;
    }
}
