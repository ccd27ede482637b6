using System.CommandLine;
using Gongkai.Administration.Contracts;
using Gongkai.Platform;
using Gongkai.Publishing;
using Gongkai.Platform.Rights;
using Gongkai.Web.Host;

namespace Gongkai.Web.Commands;

/// <summary><c>gongkai serve</c>: runs the site.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var settings = new SiteSettings();
        var command = new Command("serve", "运行网站");
        settings.AddTo(command);
        command.SetAction(async (parsed, stop) =>
        {
            var builder = SiteHost.Compose("data", settings.Of(parsed));
            builder.Services.AddDelivery().AddReleases();
            await using var app = builder.BuildSite();
            await StartTrial.Run(app.Services.GetRequiredService<SiteOptions>(), stop);
            await StartTrial.MatchSchema(app.Services, stop);
            await StartTrial.MatchKeys(app.Services, stop);
            var setUp = await OfferSetUp(app.Services, stop);
            await app.Serve(addresses => Greet(app.Services.GetRequiredService<Announcements>(), addresses, setUp), stop);
            return 0;
        });
        return command;
    }

    private static async Task<string?> OfferSetUp(IServiceProvider services, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorContext>().Current = Actor.System;
        return await scope.ServiceProvider.GetRequiredService<IAccountKeeping>().OfferSetUp(stop);
    }

    private static void Greet(Announcements announcements, IReadOnlyList<string> addresses, string? setUp)
    {
        if (setUp is null) return;
        announcements.Say("还没有任何账号。请在 24 小时内打开下面的链接完成初次设置（只能用一次；再次启动会换一个新的）：");
        announcements.Say($"初次设置 {addresses[0].TrimEnd('/')}{setUp}");
    }
}
