namespace Gongkai.Shape;

/// <summary>A link inside the repository leads somewhere: to a file or folder that is there, and to a heading of it.</summary>
internal static class LinksGuard
{
    public static IEnumerable<string> Breaches(IReadOnlyList<SourceFile> files)
    {
        var pages = files.Where(file => file.Ending == ".md").ToDictionary(file => file.Path, file => new MarkdownPage(file));
        var paths = files.Select(file => file.Path).ToHashSet();
        var folders = files.SelectMany(file => FoldersAbove(file.Path)).ToHashSet();
        foreach (var page in pages.Values)
        {
            foreach (var (at, target) in page.Links.Where(link => !IsElsewhere(link.Target)))
            {
                var parts = target.Split('#', 2);
                var path = parts[0].Length == 0 ? page.File.Path : Resolve(page.File.Folder, Uri.UnescapeDataString(parts[0]));
                if (path is null || !(paths.Contains(path) || folders.Contains(path))) yield return $"{page.File.At(at)} links to {target}, which is not there";
                else if (parts.Length == 2 && !(pages.TryGetValue(path, out var other) && other.Anchors.Contains(Uri.UnescapeDataString(parts[1]))))
                    yield return $"{page.File.At(at)} links to {target}, a heading that is not there";
            }
        }
    }

    private static bool IsElsewhere(string target) => target.Contains("://", StringComparison.Ordinal) || target.StartsWith("mailto:", StringComparison.Ordinal);

    private static IEnumerable<string> FoldersAbove(string path)
    {
        for (var at = path.LastIndexOf('/'); at > 0; at = path.LastIndexOf('/', at - 1)) yield return path[..at];
    }

    /// <summary>The path a relative link means; null where it leads out of the repository.</summary>
    private static string? Resolve(string folder, string link)
    {
        var parts = folder.Split('/', StringSplitOptions.RemoveEmptyEntries).ToList();
        foreach (var step in link.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(step => step != "."))
        {
            if (step != "..") parts.Add(step);
            else if (parts.Count == 0) return null;
            else parts.RemoveAt(parts.Count - 1);
        }

        return string.Join('/', parts);
    }
}
