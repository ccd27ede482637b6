using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Publishing.Acts;
using Gongkai.Publishing.Contracts;
using Gongkai.Publishing.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gongkai.Publishing.Jobs;

/// <summary>Publishes what is due. The rows themselves say what is: nothing is lost with a queue, and of two machines at once one does it.</summary>
internal sealed class ScheduledReleases(IServiceScopeFactory scopes, TimeProvider time, ILogger<ScheduledReleases> log)
{
    /// <summary>Most that one turn publishes; the next one follows within seconds.</summary>
    private const int Most = 50;

    /// <summary>Publishes every edition whose hour has come, each in a transaction of its own.</summary>
    /// <returns>How many were.</returns>
    public async Task<int> Run(CancellationToken stop)
    {
        var published = 0;
        foreach (var document in await Due(stop))
        {
            await using var scope = System();
            try
            {
                if ((await scope.ServiceProvider.GetRequiredService<ReleaseScheduled>().Run(document, stop)).IsDone) published++;
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                log.LogError(problem, "Document {Document} was not published at its hour", document); // one that fails keeps no other waiting
            }
        }
        return published;
    }

    private async Task<List<DocumentId>> Due(CancellationToken stop)
    {
        await using var scope = System();
        var now = time.GetUtcNow();
        return await scope.ServiceProvider.GetRequiredService<Db>().Set<Edition>().AsNoTracking()
            .Where(edition => edition.State == EditionState.Scheduled && edition.PublishAt <= now).OrderBy(edition => edition.PublishAt).Select(edition => edition.DocumentId).Take(Most).ToListAsync(stop);
    }

    private AsyncServiceScope System()
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorContext>().Current = Actor.System;
        return scope;
    }
}
