using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gongkai.Platform.Events;

/// <summary>Delivers events as long as the site runs: at once when this machine stored some, and every few seconds for what others stored.</summary>
internal sealed class DeliveryLoop(Deliverer deliverer, EventTypes types, IHostApplicationLifetime lifetime, ILogger<DeliveryLoop> log) : BackgroundService
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.Started(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await deliverer.DeliverAll(stoppingToken);
                await types.Wait(Rest, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception problem)
            {
                log.LogError(problem, "Delivery of events paused");
                await types.Wait(Rest, CancellationToken.None);
            }
        }
    }
}
