using Gongkai.Administration.Api;
using Gongkai.Administration.Contracts;
using Gongkai.Administration.Queries;
using Gongkai.Organs.Contracts;
using Gongkai.Platform.Messages;
using Gongkai.Platform.Rights;
using Gongkai.Ui;
using Gongkai.Ui.Menu;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
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
        services.AddMessageKind(MessageKinds.Account);
        services.AddScoped<ActNames>().AddScoped<RecordSheet>().AddScoped<IMenuCount>(provider => provider.GetRequiredService<Inbox>());
        services.AddScoped<Entering>().AddScoped<AccountCare>().AddScoped<OwnPassword>().AddSingleton<Door>().AddScoped<IAccountKeeping, AccountKeeping>().AddScoped<IOwnInbox, OwnInbox>();
        services.AddMenu(
            new MenuItem("messages", "消息", "/console/messages", Order: 15, MenuArea.Console, Words: typeof(Words)),
            new MenuItem("record", "审计", "/console/record", Order: 95, MenuArea.Console, AdministrationPermissions.RecordSearch, typeof(Words)),
            new MenuItem("deliveries", "投递", "/console/deliveries", Order: 96, MenuArea.Console, AdministrationPermissions.Deliveries, typeof(Words)),
            new MenuItem("messages-settings", "消息设置", "/console/messages-settings", Order: 97, MenuArea.Console, AdministrationPermissions.MessagesSettings, typeof(Words)),
            new MenuItem("accounts", "账号", "/console/accounts", Order: 90, MenuArea.Console, AdministrationPermissions.ViewAccounts, typeof(Words)),
            new MenuItem("sign-in-rules", "登录规则", "/console/sign-in-rules", Order: 91, MenuArea.Console, AdministrationPermissions.SignInRules, typeof(Words)));
        return services;
    }

    /// <summary>Maps the record as files. Each names whom it is for; what names nobody is refused.</summary>
    public static IEndpointRouteBuilder MapAdministration(this IEndpointRouteBuilder site)
    {
        RecordFiles.Map(site.MapGroup("").AddEndpointFilter<EndpointRights>());
        return site;
    }
}
