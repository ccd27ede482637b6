using Gongkai.Platform.Audit;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Platform.Scans;

namespace Gongkai.Platform.Files;

/// <summary>A file that was taken.</summary>
/// <param name="Hash">Digest under which it is stored.</param>
/// <param name="Name">Its name, clean.</param>
public sealed record TakenFile(FileHash Hash, string Name);

/// <summary>The one way in for files from outside: looked at, given a clean name, scanned, and only then kept.</summary>
public sealed class UploadIntake(FileStore files, UploadLimit limit, Clamd clamd, ScanSettings scans, Db db, Record record, ActorContext acting, TimeProvider time)
{
    /// <summary>Code of the entry about a file in which something was found.</summary>
    private const string Act = "platform.RefuseInfected";

    /// <summary>Looks at a file without keeping it.</summary>
    /// <param name="name">Name as it came.</param>
    /// <param name="content">Content; must be able to seek, and stands at its beginning afterwards.</param>
    /// <param name="rules">What is taken here.</param>
    /// <param name="stop">Stops the reading.</param>
    /// <returns>Why it is not taken (<c>platform.upload-…</c>); done when it may be.</returns>
    public async Task<Outcome> Look(string? name, Stream content, UploadRules rules, CancellationToken stop)
    {
        var looked = await LookAndScan(FileNames.Clean(name), content, rules, stop);
        return looked.IsDone ? Outcome.Done : Outcome.Refused(looked.Refusals);
    }

    /// <summary>Looks at a file and keeps it; its row is saved with the present act.</summary>
    /// <inheritdoc cref="Look"/>
    public async Task<Outcome<TakenFile>> Take(string? name, Stream content, UploadRules rules, CancellationToken stop)
    {
        var clean = FileNames.Clean(name);
        var looked = await LookAndScan(clean, content, rules, stop);
        if (!looked.IsDone) return Outcome.Refused(looked.Refusals);

        var hash = await files.Keep(content, stop);
        var file = await db.Get<StoredFile>(hash.Hex, stop);
        // Where the scanner was not there, the sweep offers the file as soon as it is back.
        if (looked.Made.Gap is not (ScanGap.NoScanner or ScanGap.NoAnswer)) file.Judge(looked.Made, time.GetUtcNow());
        return file.Scan == ScanState.Infected ? Outcome.Refused(await Infected(clean, file.Signature, stop)) : new TakenFile(hash, clean);
    }

    private async Task<Outcome<ScanAnswer>> LookAndScan(string name, Stream content, UploadRules rules, CancellationToken stop)
    {
        if (await UploadCheck.Against(name, content, rules, limit, stop) is { } reason) return Outcome.Refused(reason);
        var answer = await clamd.Scan(content, stop);
        if (answer.State == ScanState.Infected) return Outcome.Refused(await Infected(name, answer.Signature, stop));
        return scans.Required && answer.State != ScanState.Clean ? Outcome.Refused(new Refusal("platform.upload-not-scanned")) : answer;
    }

    private async Task<Refusal> Infected(string name, string? signature, CancellationToken stop)
    {
        await record.Aside(acting.Current, Act, new("file", Guid.Empty), AuditResult.Refused, $"{signature}（{Path.GetExtension(name)}）", stop);
        return new("platform.upload-infected") { Values = [name, signature ?? ""] };
    }
}
