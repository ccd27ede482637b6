namespace Gongkai.Shape;

/// <summary>The repository as files: what people wrote, without what a build makes of it.</summary>
internal sealed class Repository
{
    private readonly Lazy<IReadOnlyList<SourceFile>> _files;

    private Repository(string root)
    {
        Root = root;
        _files = new(() => [.. Walk(root)]);
    }

    /// <summary>The repository these tests were built from.</summary>
    public static Repository Here { get; } = new(FindRoot());

    /// <summary>Full path of its top folder.</summary>
    public string Root { get; }

    /// <summary>Every file that .gitignore does not leave out, in order of path.</summary>
    public IReadOnlyList<SourceFile> Files => _files.Value;

    /// <summary>Projects under src, tests and bench.</summary>
    public IReadOnlyList<ProjectFile> Projects => [.. Files.Where(file => file.Ending == ".csproj").Select(ProjectFile.Read)];

    /// <summary>Files below a folder with one of these endings; every ending where none is given.</summary>
    public IReadOnlyList<SourceFile> Under(string folder, params string[] endings) =>
        [.. Files.Where(file => file.Path.StartsWith(folder, StringComparison.Ordinal) && (endings.Length == 0 || endings.Contains(file.Ending)))];

    /// <summary>One file.</summary>
    /// <exception cref="InvalidOperationException">There is no such file, or it is ignored.</exception>
    public SourceFile this[string path] => Files.First(file => file.Path == path);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Gongkai.slnx")))
            folder = folder.Parent ?? throw new InvalidOperationException("These tests read the repository and were started outside of it.");
        return folder.FullName;
    }

    private static IEnumerable<SourceFile> Walk(string root)
    {
        var ignored = IgnoredPaths.Read(File.ReadAllText(Path.Combine(root, ".gitignore")));
        var folders = new Stack<string>([""]);
        var found = new List<SourceFile>();
        while (folders.TryPop(out var folder))
        {
            foreach (var entry in new DirectoryInfo(Path.Combine(root, folder)).EnumerateFileSystemInfos())
            {
                var path = folder.Length == 0 ? entry.Name : $"{folder}/{entry.Name}";
                if (entry.Name == ".git" || ignored.Contains(path)) continue;
                if (entry is DirectoryInfo) folders.Push(path);
                else found.Add(SourceFile.OnDisk(root, path, ((FileInfo)entry).Length));
            }
        }

        return found.OrderBy(file => file.Path, StringComparer.Ordinal);
    }
}

/// <summary>What .gitignore leaves out, as far as this repository uses it: folders by name or path, and files by ending.</summary>
internal sealed class IgnoredPaths
{
    private readonly List<string> _anywhere = [], _anchored = [], _endings = [];

    public static IgnoredPaths Read(string gitignore)
    {
        var paths = new IgnoredPaths();
        foreach (var line in gitignore.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line.StartsWith('*')) paths._endings.Add(line[1..]);
            else if (line.TrimEnd('/').Contains('/')) paths._anchored.Add(line.Trim('/'));
            else paths._anywhere.Add(line.TrimEnd('/'));
        }

        return paths;
    }

    public bool Contains(string path) =>
        _anchored.Contains(path) || _anywhere.Contains(path[(path.LastIndexOf('/') + 1)..]) || _endings.Exists(ending => path.EndsWith(ending, StringComparison.Ordinal));
}
