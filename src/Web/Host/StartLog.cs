namespace Gongkai.Web.Host;

/// <summary>
/// While the site starts, the framework's own account of a failure (a trace of forty lines) stays silent:
/// the program says the same in one sentence. From the first request on everything is logged.
/// </summary>
internal sealed class StartLog
{
    private volatile bool _started;

    /// <summary>The site answers now.</summary>
    public void Started() => _started = true;

    public static void Use(WebApplicationBuilder builder)
    {
        var log = new StartLog();
        builder.Services.AddSingleton(log);
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => level >= LogLevel.Warning && log._started);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", level => level >= LogLevel.Warning && log._started);
    }
}
