using System.CommandLine;
using Gongkai.Platform;
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
            builder.Services.AddDelivery();
            await using var app = builder.BuildSite();
            await StartTrial.Run(app.Services.GetRequiredService<SiteOptions>(), stop);
            await StartTrial.MatchSchema(app.Services, stop);
            await app.Serve(_ => { }, stop);
            return 0;
        });
        return command;
    }
}
