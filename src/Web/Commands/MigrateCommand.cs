using System.CommandLine;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Web.Host;

namespace Gongkai.Web.Commands;

/// <summary><c>gongkai migrate</c>: brings the database up to the program.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var settings = new SiteSettings();
        var command = new Command("migrate", "建立数据库，或把它升级到本程序的结构");
        settings.AddTo(command);
        command.SetAction(async (parsed, stop) =>
        {
            var builder = SiteHost.Compose("data", settings.Of(parsed));
            await using var app = builder.BuildSite();
            await StartTrial.Run(app.Services.GetRequiredService<SiteOptions>(), stop);
            var ran = await Migrate(app.Services, stop);
            foreach (var file in ran) Console.WriteLine($"已执行 {file.Module}/{file.Name}");
            if (ran.Count == 0) Console.WriteLine("数据库已是最新。");
            return 0;
        });
        return command;
    }

    /// <summary>Runs what has not run yet.</summary>
    /// <exception cref="StartProblem">The database is newer than the program.</exception>
    public static async Task<IReadOnlyList<SchemaFile>> Migrate(IServiceProvider services, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorContext>().Current = Actor.System;
        var migrations = scope.ServiceProvider.GetRequiredService<Migrations>();
        StartTrial.RefuseNewer(await migrations.State(stop));
        return await migrations.Run(stop);
    }
}
