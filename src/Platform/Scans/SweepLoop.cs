using Gongkai.Platform.Events;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gongkai.Platform.Scans;

/// <summary>Sweeps once a minute as long as the site runs, so that what came while the scanner was away is scanned soon after it is back.</summary>
internal sealed class SweepLoop(FileSweep sweep, TimeProvider time, IHostApplicationLifetime lifetime, ILogger<SweepLoop> log) : BackgroundService
{
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.Started(stoppingToken);
        using var bell = new PeriodicTimer(Rest, TimeProvider.System);
        do
        {
            try
            {
                await sweep.Run(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception problem)
            {
                log.LogError(problem, "Scanning of files paused at {At}", time.GetUtcNow());
            }
        }
        while (await bell.WaitForNextTickAsync(stoppingToken));
    }
}
