using Gongkai.Platform.Data;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Testing;

/// <summary>
/// Lets two acts save at the same moment: from <see cref="Arm"/> on, whoever is about to save waits until the other is about to, too. Both
/// have then read and decided; only the database is left to tell them apart. For engines with more than one writer.
/// </summary>
public sealed class Meeting : SaveChangesInterceptor
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60); // ends a test whose second act never came as far as saving

    private readonly TaskCompletionSource _both = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _armed;
    private int _came;

    /// <summary>Lets every save of a site pass here.</summary>
    public static Meeting On(Site site)
    {
        var meeting = new Meeting();
        site.With(services => services.ConfigureDbContext<Db>(options => options.AddInterceptors(meeting)));
        return meeting;
    }

    /// <summary>From now on the first two who save wait for each other.</summary>
    public void Arm() => _armed = true;

    /// <inheritdoc/>
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (!_armed || Interlocked.Increment(ref _came) > 2) return result;
        if (_came >= 2) _both.TrySetResult();
        await _both.Task.WaitAsync(Patience, cancellationToken);
        return result;
    }
}
