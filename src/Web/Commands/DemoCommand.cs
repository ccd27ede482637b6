using System.CommandLine;
using Gongkai.Platform;
using Gongkai.Publishing;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Web.Demo;
using Gongkai.Web.Host;

namespace Gongkai.Web.Commands;

/// <summary><c>gongkai demo</c>: runs the invented city 云泽市, with everything a newcomer needs to look around.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var settings = new SiteSettings();
        var command = new Command("demo", "运行示范城市云泽市（数据全为虚构）");
        settings.AddTo(command);
        command.SetAction(async (parsed, stop) =>
        {
            var data = Path.Combine("data", "demo");
            var loading = new DemoLoading(data, settings.Of(parsed));
            var builder = SiteHost.Compose(data, DemoFrame.Under(settings.Of(parsed)));
            builder.Services.AddDelivery().AddReleases().AddScoped<DemoSignIns>();
            await using var app = builder.BuildSite();
            await StartTrial.Run(app.Services.GetRequiredService<SiteOptions>(), stop);
            await loading.FillNew(app.Services.GetRequiredService<DatabaseChoice>(), stop);
            await MigrateCommand.Migrate(app.Services, stop);
            await StartTrial.MatchKeys(app.Services, stop);
            var (password, people, others) = await SignIns(app.Services, loading, stop);
            await app.Serve(addresses => Greet(addresses, password, people, others), stop);
            return 0;
        });
        return command;
    }

    /// <summary>Loads the city where it is not there yet, and gives its people the password of this run.</summary>
    private static async Task<(string Password, IReadOnlyList<DemoSignIn> People, int Others)> SignIns(IServiceProvider services, DemoLoading loading, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorContext>().Current = Actor.System;
        var signIns = scope.ServiceProvider.GetRequiredService<DemoSignIns>();
        await signIns.RefuseRealSite(stop);
        await loading.FillStanding(services, stop);
        return await signIns.Renew(stop);
    }

    private static void Greet(IReadOnlyList<string> addresses, string password, IReadOnlyList<DemoSignIn> people, int others)
    {
        var first = addresses[0].TrimEnd('/');
        Console.WriteLine();
        Console.WriteLine("云泽市（示范城市，数据全为虚构）");
        Console.WriteLine();
        foreach (var line in TextTable.Lines([["公开网站", first + "/"], ["工作台", first + "/console"]])) Console.WriteLine(line);
        if (people.Count == 0) return;

        Console.WriteLine();
        Console.WriteLine($"以下账号的密码都是 {password} （只在本次运行有效）");
        Console.WriteLine();
        IReadOnlyList<string> head = ["用户名", "姓名", "岗位"];
        foreach (var line in TextTable.Lines([head, .. people.Select(person => (IReadOnlyList<string>)[person.UserName, person.Person, person.Post ?? "—"])])) Console.WriteLine(line);
        if (others > 0) Console.WriteLine($"另有 {others} 人可以登录，用户名见 demo/people.json，密码相同。");
        Console.WriteLine();
    }
}
