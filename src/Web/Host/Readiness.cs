using Gongkai.Platform.Data;
using Gongkai.Platform.Files;
using Gongkai.Platform.Rights;

namespace Gongkai.Web.Host;

/// <summary>Whether this node should get requests, asked anew at most once a second however often somebody asks.</summary>
internal sealed class Readiness(IServiceScopeFactory scopes, FilePlace files, TimeProvider time, ILogger<Readiness> log) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _door = new(1, 1);
    private (long At, IReadOnlyList<string> Obstacles)? _last;
    private volatile bool _stopping;

    /// <summary>From now on this node is not ready: it stops.</summary>
    public void Stop() => _stopping = true;

    /// <summary>What stands in the way, of: stopping, database, schema, files. Empty when the node is ready.</summary>
    public async Task<IReadOnlyList<string>> Obstacles(CancellationToken stop)
    {
        if (_stopping) return ["stopping"];
        await _door.WaitAsync(stop);
        try
        {
            if (_last is { } last && time.GetElapsedTime(last.At) < Fresh) return last.Obstacles;
            IReadOnlyList<string> found = [.. await Database(stop), .. DatabaseTrial.IsWritable(files.Path) ? Array.Empty<string>() : ["files"]];
            _last = (time.GetTimestamp(), found);
            return found;
        }
        finally
        {
            _door.Release();
        }
    }

    public void Dispose() => _door.Dispose();

    private async Task<IReadOnlyList<string>> Database(CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<ActorContext>().Current = Actor.System;
            var state = await scope.ServiceProvider.GetRequiredService<Migrations>().State(patience.Token);
            return state.Pending.Count + state.Unknown.Count == 0 ? [] : ["schema"];
        }
        catch (Exception problem) when (!stop.IsCancellationRequested)
        {
            log.LogWarning("Not ready: {Problem}", problem.GetType().Name);
            return ["database"];
        }
    }
}
