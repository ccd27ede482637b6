using Microsoft.Extensions.Hosting;

namespace Gongkai.Platform.Events;

/// <summary>What works beside a site begins when the site answers: a start that fails, on a taken port for one, then leaves nothing half done.</summary>
internal static class HostStart
{
    /// <summary>Waits until the site answers.</summary>
    /// <exception cref="OperationCanceledException">The site stops before it has started.</exception>
    public static async Task Started(this IHostApplicationLifetime lifetime, CancellationToken stop)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var waiting = lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        await started.Task.WaitAsync(stop);
    }
}
