using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gongkai.Platform.Events;

/// <summary>
/// Work that is done again and again as long as the site runs, with a rest in between. It begins when the site answers; a turn that fails is
/// logged and the next one comes all the same.
/// </summary>
/// <param name="rest">Time between two turns: real time, also where a demo's clock stands still.</param>
/// <param name="lifetime">Tells when the site answers.</param>
/// <param name="log">Takes what failed.</param>
public abstract class RestingLoop(TimeSpan rest, IHostApplicationLifetime lifetime, ILogger log) : BackgroundService
{
    /// <summary>Does what there is to do.</summary>
    protected abstract Task Turn(CancellationToken stop);

    /// <inheritdoc/>
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.Started(stoppingToken);
        using var bell = new PeriodicTimer(rest, TimeProvider.System);
        do
        {
            try
            {
                await Turn(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception problem)
            {
                log.LogError(problem, "{Loop} paused", GetType().Name);
            }
        }
        while (await bell.WaitForNextTickAsync(stoppingToken));
    }
}
