using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Platform.Settings;
using Gongkai.Web.Commands;
using Gongkai.Web.Host;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gongkai.Web.Demo;

/// <summary>
/// Puts the city into a database once, whole or not at all: into a SQLite file of its own that takes its place when it is complete,
/// or into an empty database with a mark before the first act and after the last.
/// </summary>
/// <param name="data">Data folder.</param>
/// <param name="settings">Settings of the command line.</param>
internal sealed class DemoLoading(string data, IReadOnlyDictionary<string, string?> settings)
{
    /// <summary>Fills a new SQLite database aside, where the one wanted is not there yet. To be called before anything opens it.</summary>
    public async Task FillNew(DatabaseChoice wanted, CancellationToken stop)
    {
        if (AsideDatabase.Begin(wanted) is not { } aside) return;
        await Fill(aside.Choice, stop);
        aside.PutInPlace();
    }

    /// <summary>Fills a database that is there and empty; a complete one is left alone.</summary>
    /// <param name="services">The site.</param>
    /// <param name="stop">Stops between two acts.</param>
    /// <exception cref="StartProblem">An earlier loading was interrupted here.</exception>
    public async Task FillStanding(IServiceProvider services, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorContext>().Current = Actor.System;
        var state = await scope.ServiceProvider.GetRequiredService<SettingsStore>().Get<DemoState>(stop);
        if (state.Loaded) return;
        if (state.Begun) throw new StartProblem("上次装入示范城市中途停止，这个数据库不完整：请清空它（或者用 --database 另选一个空数据库），再运行 gongkai demo。");
        await Fill(services.GetRequiredService<DatabaseChoice>(), stop);
    }

    private async Task Fill(DatabaseChoice database, CancellationToken stop)
    {
        Console.WriteLine("正在装入示范城市云泽市……");
        var builder = SiteHost.Compose(data, settings);
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        var clock = new ReplayClock(((TimeProvider)builder.Services.Last(service => service.ServiceType == typeof(TimeProvider)).ImplementationInstance!).LocalTimeZone);
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
        builder.Services.Replace(ServiceDescriptor.Singleton(database));
        builder.Services.Configure<PasswordHasherOptions>(hashing => hashing.IterationCount = 1); // nobody can sign in with what is hashed here
        await using var site = builder.Build();
        await MigrateCommand.Migrate(site.Services, stop);
        try
        {
            await new DemoCity(site.Services, clock, Console.WriteLine).Load(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            throw new StartProblem("装入示范城市时被停止，没有装完：再运行一次 gongkai demo 会从头装入。");
        }
    }
}
