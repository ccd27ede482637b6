using Gongkai.Duties.Contracts;
using Gongkai.Duties.Handlers;
using Gongkai.Duties.Tables;
using Gongkai.Platform;
using Gongkai.Platform.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Duties;

/// <summary>Plans, duties, the ledger and their evidence: the module's front door.</summary>
public static class DutiesModule
{
    /// <summary>Adds acts, queries, handlers, permissions and tables.</summary>
    public static IServiceCollection AddDuties(this IServiceCollection services)
    {
        services.AddSingleton<ITables, DutyTables>().AddSchema<PlanId>("duties");
        services.AddHandler<PlanAdopted, NotifyOrgans>().AddHandler<OrganReminded, NotifyOrgans>().AddHandler<LimitChanged, NotifyOrgans>()
            .AddHandler<EvidenceConfirmed, NotifyOrgans>().AddHandler<EvidenceReturned, NotifyOrgans>().AddHandler<LineHandedOver, NotifyOrgans>();
        services.AddScoped<Calendars>();
        foreach (var grant in DutyPermissions.Grants) services.AddSingleton(grant);
        foreach (var type in typeof(DutiesModule).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false, IsNested: false } && type.Namespace is "Gongkai.Duties.Acts" or "Gongkai.Duties.Queries"))
            services.AddScoped(type);
        return services;
    }
}
