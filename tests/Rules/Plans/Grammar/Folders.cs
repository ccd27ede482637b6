namespace Gongkai.Rules.Plans.Grammar;

/// <summary>Finds files that tests read: the invented plans of this folder, and the real ones beside the repository where they exist.</summary>
internal static class Folders
{
    /// <summary>Invented plans with their labels.</summary>
    public static string Invented => Path.Combine(Repository.FullName, "tests", "Rules", "Plans", "Grammar", "Invented");

    /// <summary>The folder that holds seeds and gold; null where this machine has none.</summary>
    public static string? Shared
    {
        get
        {
            for (var folder = Repository; folder is not null; folder = folder.Parent)
                if (Path.Combine(folder.FullName, "shared") is var path && Directory.Exists(Path.Combine(path, "gold"))) return path;
            return null;
        }
    }

    private static DirectoryInfo Repository
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Gongkai.slnx"))) folder = folder.Parent;
            return folder ?? throw new InvalidOperationException("Gongkai.slnx stands nowhere above the tests.");
        }
    }
}
