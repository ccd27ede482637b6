using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace Gongkai.Web.Host;

/// <summary>Runs the built site until it is stopped.</summary>
internal static class Serving
{
    /// <summary>Listens, says where, and serves until stopped.</summary>
    /// <param name="app">The site.</param>
    /// <param name="greet">Called with the addresses once the site answers.</param>
    /// <param name="stop">Ends serving; requests under way are finished.</param>
    /// <exception cref="StartProblem">An address cannot be listened on.</exception>
    public static async Task Serve(this WebApplication app, Action<IReadOnlyList<string>> greet, CancellationToken stop)
    {
        var options = app.Services.GetRequiredService<SiteOptions>();
        var urls = options.Urls;
        try
        {
            await app.StartAsync(stop);
        }
        catch (Exception problem) when (SentenceFor(problem, urls) is { } sentence)
        {
            throw new StartProblem(sentence);
        }
        app.Services.GetRequiredService<StartLog>().Started();
        if (app.Services.GetRequiredService<MasterKeySource>().Note is { } note) Console.WriteLine(note);
        IReadOnlyList<string> addresses = [.. app.Urls.Select(url => url.TrimEnd('/') + options.SitePath())];
        greet(addresses);
        app.Services.GetRequiredService<Announcements>().Say($"网站已在 {string.Join(" ", addresses)} 运行，按 Ctrl+C 停止。");
        await app.WaitForShutdownAsync(stop);
    }

    private static string? SentenceFor(Exception problem, string urls) => problem switch
    {
        IOException { InnerException: AddressInUseException } => $"地址 {urls} 的端口已被别的程序占用：请停止那个程序，或者用 --urls 换一个端口，如 --urls http://127.0.0.1:8081。",
        IOException { InnerException: SocketException } or SocketException { SocketErrorCode: SocketError.AddressNotAvailable } => $"地址 {urls} 不属于本机：请改正 --urls。",
        SocketException { SocketErrorCode: SocketError.AccessDenied } => $"没有权限监听 {urls}：请用 --urls 换 1024 以上的端口。",
        FormatException or ArgumentException or InvalidOperationException => $"监听地址 {urls} 不能用（{problem.Message.ReplaceLineEndings(" ")}）：请写成 --urls http://127.0.0.1:8080 这样。",
        _ => null,
    };
}
