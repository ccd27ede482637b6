namespace Gongkai.Platform.Files;

/// <summary>A file that was taken.</summary>
/// <param name="Hash">Digest under which it is stored.</param>
/// <param name="Name">Its name, clean.</param>
public sealed record TakenFile(FileHash Hash, string Name);

/// <summary>The one way in for files from outside: looked at, given a clean name, and only then kept.</summary>
public sealed class UploadIntake(FileStore files, UploadLimit limit)
{
    /// <summary>Looks at a file without keeping it.</summary>
    /// <param name="name">Name as it came.</param>
    /// <param name="content">Content; must be able to seek, and stands at its beginning afterwards.</param>
    /// <param name="rules">What is taken here.</param>
    /// <param name="stop">Stops the reading.</param>
    /// <returns>Why it is not taken (<c>platform.upload-…</c>); done when it may be.</returns>
    public async Task<Outcome> Look(string? name, Stream content, UploadRules rules, CancellationToken stop) =>
        await UploadCheck.Against(FileNames.Clean(name), content, rules, limit, stop) is { } reason ? Outcome.Refused(reason) : Outcome.Done;

    /// <summary>Looks at a file and keeps it; its row is saved with the present act.</summary>
    /// <inheritdoc cref="Look"/>
    public async Task<Outcome<TakenFile>> Take(string? name, Stream content, UploadRules rules, CancellationToken stop)
    {
        var looked = await Look(name, content, rules, stop);
        return looked.IsDone ? new TakenFile(await files.Keep(content, stop), FileNames.Clean(name)) : looked;
    }
}
