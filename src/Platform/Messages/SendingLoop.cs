using Gongkai.Platform.Events;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gongkai.Platform.Messages;

/// <summary>Sends messages as long as the site runs. Beside the delivery of events, so that a slow mail server holds up nothing else.</summary>
internal sealed class SendingLoop(MessageSender sender, TimeProvider time, IHostApplicationLifetime lifetime, ILogger<SendingLoop> log) : BackgroundService
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.Started(stoppingToken);
        using var bell = new PeriodicTimer(Rest, TimeProvider.System); // real time, also where a demo's clock stands still
        do
        {
            try
            {
                await sender.SendAll(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception problem)
            {
                log.LogError(problem, "Sending of messages paused at {At}", time.GetUtcNow());
            }
        }
        while (await bell.WaitForNextTickAsync(stoppingToken));
    }
}
