namespace Gongkai.Web.Host;

/// <summary>
/// Stops in order: first the node says that it is not ready and goes on serving as long as StopNotice, so that nobody sends it more; then it
/// listens no longer and finishes requests under way, at most as long as StopWait; delivery ends between two events.
/// </summary>
internal sealed class GracefulStop(SiteOptions options, Readiness readiness, Announcements announcements, TimeProvider time) : IHostedLifecycleService
{
    public static void Use(WebApplicationBuilder builder, SiteOptions options)
    {
        builder.Services.AddSingleton<Readiness>().AddHostedService<GracefulStop>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = options.StopNoticeTime + options.StopWaitTime);
    }

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        readiness.Stop();
        announcements.Say("正在停止：不再接受新的访问，办完正在进行的操作。");
        if (options.StopNoticeTime > TimeSpan.Zero) await Task.Delay(options.StopNoticeTime, time, cancellationToken);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
