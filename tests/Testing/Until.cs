namespace Gongkai.Testing;

/// <summary>Waiting for what tells nobody when it happens: another process, a lock of the database. It ends within a minute, whatever died meanwhile.</summary>
public static class Until
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>Asks again and again until the answer is yes.</summary>
    /// <param name="what">What is waited for, for whoever reads the failure.</param>
    /// <param name="question">The question; it throws where the answer can no longer become yes, such as when a process has ended.</param>
    /// <param name="stop">Ends the waiting with the test.</param>
    /// <exception cref="TimeoutException">A minute went by.</exception>
    public static async Task Holds(string what, Func<CancellationToken, Task<bool>> question, CancellationToken stop)
    {
        using var patience = Limit(stop);
        try
        {
            while (!await question(patience.Token)) await Task.Delay(Pause, patience.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new TimeoutException($"Waited {Patience.TotalSeconds} seconds in vain: {what}");
        }
    }

    /// <summary>The test's own end, or a minute from now, whichever comes first.</summary>
    public static CancellationTokenSource Limit(CancellationToken stop)
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Patience);
        return limit;
    }
}
