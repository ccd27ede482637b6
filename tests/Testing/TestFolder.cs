namespace Gongkai.Testing;

/// <summary>Folders that tests write in; removed with the process.</summary>
public static class TestFolder
{
    private static readonly Lazy<string> Run = new(() =>
    {
        var folder = Directory.CreateTempSubdirectory("gongkai-tests-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Remove(folder);
        return folder;
    });

    private static int _made;

    /// <summary>The folder of this run.</summary>
    public static string OfRun => Run.Value;

    /// <summary>A new, empty folder below it.</summary>
    public static string Make() => Directory.CreateDirectory(Path.Combine(OfRun, $"{Interlocked.Increment(ref _made):d5}")).FullName;

    /// <summary>Removes a folder; one that is in use stays until the end of the run.</summary>
    public static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // What lies under the temporary folder is nobody's loss.
        }
    }
}
