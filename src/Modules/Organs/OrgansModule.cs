using Gongkai.Organs.Acts;
using Gongkai.Organs.Contracts;
using Gongkai.Organs.Queries;
using Gongkai.Organs.Tables;
using Gongkai.Platform;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Ui;
using Gongkai.Ui.Menu;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Organs;

/// <summary>Organs, their names over time, groups, posts and roles.</summary>
public static class OrgansModule
{
    /// <summary>Adds the module; stands after the platform and before every module that names an organ.</summary>
    public static IServiceCollection AddOrgans(this IServiceCollection services)
    {
        services.AddSchema<Organ>("organs");
        services.AddSingleton<ITables, OrganTables>().AddSingleton<Roles>().AddHostedService<RolesAtStart>();
        services.AddScoped<IOrgans, OrganRegister>().AddScoped<IPosts, PostRegister>().AddScoped<IRights, PostRights>();
        services.AddScoped<OrganPages>().AddScoped<PeoplePages>().AddScoped<RightsTable>();
        services.AddMenu(
            new MenuItem("organs", "机构", "/console/organs", Order: 80, MenuArea.Console, Permissions.View, typeof(Words)),
            new MenuItem("people", "人员与岗位", "/console/people", Order: 82, MenuArea.Console, Permissions.ViewPeople, typeof(Words)));
        services.AddTransient<IOrganNames, ActsForOthers>().AddTransient<IStaffing, ActsForOthers>();
        services.AddTransient<EstablishOrgan>().AddTransient<RenameOrgan>().AddTransient<MergeOrgans>();
        services.AddTransient<AddAlias>().AddTransient<DropAlias>().AddTransient<DefineGroup>().AddTransient<ChangeGroupMembers>();
        services.AddTransient<AppointPost>().AddTransient<EndPost>().AddTransient<HandOverPost>().AddTransient<CreateAccount>();
        services.AddTransient<ImportOrgans>().AddTransient<ImportPeople>();
        services.AddSingleton(new ModuleWords("organs", "机构与人员", typeof(Words)));
        foreach (var grant in Permissions.Grants) services.AddSingleton(grant);
        return services;
    }
}
