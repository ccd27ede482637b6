using Gongkai.Platform.Data;
using Gongkai.Platform.Files;
using Gongkai.Platform.Rights;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Platform.Scans;

/// <summary>
/// Scans what could not be scanned when it came, and everything again after some days. What turns out infected is handed out no more; what was infected and is
/// found clean, since a signature was wrong, is handed out again. Several nodes may sweep: who comes second finds the row changed and goes on.
/// </summary>
public sealed class FileSweep(IServiceScopeFactory scopes, Clamd clamd, ScanSettings settings, TimeProvider time)
{
    private const int Batch = 50;

    /// <summary>A file that the scanner would not take is offered again after this.</summary>
    private static readonly TimeSpan NextTry = TimeSpan.FromHours(1);

    /// <summary>Scans everything that is due, or until the scanner answers no more.</summary>
    /// <returns>Number of files of which something is known now.</returns>
    public async Task<int> Run(CancellationToken stop)
    {
        var known = 0;
        if (!clamd.IsSetUp) return known;
        while (await Due(stop) is { Count: > 0 } due)
        {
            foreach (var hash in due)
            {
                if (await Look(hash, stop) is not { } answer) return known;
                if (answer.Gap is null) known++;
            }
        }
        return known;
    }

    private async Task<List<string>> Due(CancellationToken stop)
    {
        var (now, most) = (time.GetUtcNow(), settings.Bytes);
        var (again, anew) = (now - NextTry, now - TimeSpan.FromDays(settings.RescanDays));
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Db>().Set<StoredFile>().AsNoTracking()
            .Where(file => file.Size <= most && (file.ScannedAt == null || (file.Scan == ScanState.NotScanned ? file.ScannedAt < again : file.ScannedAt < anew)))
            .OrderBy(file => file.ScannedAt).ThenBy(file => file.Hash).Select(file => file.Hash).Take(Batch).ToListAsync(stop);
    }

    /// <returns>Null where the scanner does not answer.</returns>
    private async Task<ScanAnswer?> Look(string hash, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorContext>().Current = Actor.System;
        var answer = await Scan(scope.ServiceProvider.GetRequiredService<FileStore>(), hash, stop);
        // No answer about one file and none at all are two things: the one waits an hour, the other stops the sweep.
        if (answer.Gap == ScanGap.NoAnswer && !await clamd.Answers(stop)) return null;
        await scope.ServiceProvider.GetRequiredService<Quarantine>().Judge(hash, answer, stop);
        return answer;
    }

    private async Task<ScanAnswer> Scan(FileStore files, string hash, CancellationToken stop)
    {
        try
        {
            await using var content = files.OpenUnasked(new(hash));
            return await clamd.Scan(content, stop);
        }
        catch (MissingException)
        {
            return ScanAnswer.Without(ScanGap.Failed); // the doctor and the backup tell of files that are lost
        }
    }
}
