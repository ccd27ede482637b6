using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Events;
using Gongkai.Platform.Files;
using Gongkai.Platform.Messages;
using Gongkai.Platform.Proofs;
using Gongkai.Platform.Rights;
using Gongkai.Platform.Scans;
using Gongkai.Platform.Settings;
using Gongkai.Platform.Vault;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Platform;

/// <summary>What every module stands on: database, record, events, files, settings, accounts and rights.</summary>
public static class PlatformModule
{
    /// <summary>Adds the platform for one database and one folder of files. Modules are added after it.</summary>
    public static IServiceCollection AddPlatform(this IServiceCollection services, DatabaseChoice database, FilePlace files)
    {
        services.AddSingleton(database).AddSingleton(files).AddSingleton<EventTypes>().AddSingleton<Deliverer>().AddScoped<Deliveries>();
        services.AddSchema<FileStore>("platform");
        services.AddDbContext<Db>((provider, options) => provider.GetRequiredService<DatabaseChoice>().Use(options));
        services.AddScoped<ActorContext>().AddTransient(provider => provider.GetRequiredService<ActorContext>().Current);
        services.AddScoped<Migrations>().AddScoped<Audit.Timeline>().AddScoped<Audit.Record>().AddScoped<FileStore>().AddScoped<UploadIntake>().AddScoped<SettingsStore>();
        services.AddMessages();
        services.AddVault();
        services.AddProofs();
        services.AddScans();
        services.AddScoped<Sessions>().AddScoped<LockOut>().AddScoped<Passwords>().AddScoped<OneTimeLinks>().AddScoped<SecondFactors>();
        services.AddIdentityCore<Account>().AddEntityFrameworkStores<Db>();
        return services;
    }

    /// <summary>Delivers stored events, sends stored messages and scans stored files while the site runs.</summary>
    public static IServiceCollection AddDelivery(this IServiceCollection services) => services.AddHostedService<DeliveryLoop>().AddHostedService<SendingLoop>().AddHostedService<SweepLoop>();

    /// <summary>Sets who acts, for every request that follows; stands after authentication.</summary>
    public static IApplicationBuilder UseActor(this IApplicationBuilder app) => app.UseMiddleware<SignedIn>();

    /// <summary>Records what a signed-in person tried and did not do; stands after the actor is known.</summary>
    public static IApplicationBuilder UseAttempts(this IApplicationBuilder app) => app.UseMiddleware<Audit.Attempts>();

    /// <summary>Adds a module's SQL files.</summary>
    /// <typeparam name="TWithin">Any type of the assembly that holds them.</typeparam>
    public static IServiceCollection AddSchema<TWithin>(this IServiceCollection services, string module) =>
        services.AddSingleton(new SchemaSource(module, typeof(TWithin).Assembly));

    /// <summary>Adds a handler for an event.</summary>
    public static IServiceCollection AddHandler<TEvent, THandler>(this IServiceCollection services)
        where TEvent : class, IEvent where THandler : class, IHandle<TEvent> =>
        services.AddScoped<THandler>().AddSingleton(HandlerOf.Make<TEvent, THandler>());
}
