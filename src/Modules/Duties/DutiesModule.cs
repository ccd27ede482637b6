using Gongkai.Duties.Api;
using Gongkai.Duties.Contracts;
using Gongkai.Duties.Diaries;
using Gongkai.Duties.Handlers;
using Gongkai.Duties.Tables;
using Gongkai.Organs.Contracts;
using Gongkai.Platform;
using Gongkai.Platform.Data;
using Gongkai.Platform.Messages;
using Gongkai.Platform.Rights;
using Gongkai.Platform.Scans;
using Gongkai.Ui;
using Gongkai.Ui.Menu;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
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
            .AddHandler<EvidenceConfirmed, NotifyOrgans>().AddHandler<EvidenceReturned, NotifyOrgans>().AddHandler<LineHandedOver, NotifyOrgans>().AddHandler<FileQuarantined, NotifyOrgans>();
        services.AddMessageKind(NoticeKinds.All);
        services.AddScoped<Calendars>().AddScoped<IWorkCalendars>(provider => provider.GetRequiredService<Calendars>()).AddScoped<LineActs>().AddScoped<DraftActs>().AddTransient<IDiary, Diary>();
        services.AddMenu(
            new MenuItem("home", "首页", "/", 10, MenuArea.Portal, Words: typeof(Words)),
            new MenuItem("plan", "年度要点落实", "/plan", 20, MenuArea.Portal, Words: typeof(Words)),
            new MenuItem("day", "我的今天", "/console", 10, MenuArea.Console, DutyPermissions.View),
            new MenuItem("ledger", "任务台账", "/console/ledger", 20, MenuArea.Console, DutyPermissions.View),
            new MenuItem("plans", "计划要点", "/console/plans", 30, MenuArea.Console, DutyPermissions.View),
            new MenuItem("progress", "进度", "/console/progress", 40, MenuArea.Console, DutyPermissions.Report),
            new MenuItem("bulletins", "督查通报", "/console/bulletins", 50, MenuArea.Console, DutyPermissions.Report),
            new MenuItem("calendar", "放假安排", "/console/calendar", 90, MenuArea.Console, DutyPermissions.ChangeLimit));
        services.AddSingleton(new ModuleWords("duties", "任务台账", typeof(Words)));
        foreach (var grant in DutyPermissions.Grants) services.AddSingleton(grant);
        foreach (var type in typeof(DutiesModule).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false, IsNested: false } && type.Namespace is "Gongkai.Duties.Acts" or "Gongkai.Duties.Queries"))
            services.AddScoped(type);
        return services;
    }

    /// <summary>Maps what is neither page nor form: open data, files of evidence, exports. Each names whom it is for; what names nobody is refused.</summary>
    public static IEndpointRouteBuilder MapDuties(this IEndpointRouteBuilder site)
    {
        var guarded = site.MapGroup("").AddEndpointFilter<EndpointRights>();
        PlanData.Map(guarded);
        EvidenceFile.Map(guarded);
        Exports.Map(guarded);
        return site;
    }
}
