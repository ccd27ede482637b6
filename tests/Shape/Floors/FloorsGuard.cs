namespace Gongkai.Shape;

/// <summary>
/// References go down only. A reference to the own floor is refused like one upwards, so there can be no cycle.
/// </summary>
internal static class FloorsGuard
{
    public static IEnumerable<string> Breaches(IReadOnlyList<FloorLine> table, IReadOnlyList<ProjectFile> projects)
    {
        var floors = table.ToDictionary(line => line.Project, line => line.Floor);
        var source = projects.Where(project => project.IsSource).ToList();
        foreach (var project in source)
        {
            if (!floors.TryGetValue(project.Name, out var own))
            {
                yield return $"{project.Path} has no line in docs/floors.md";
                continue;
            }

            foreach (var reference in project.References)
            {
                if (!floors.TryGetValue(reference, out var other)) yield return $"{project.Path} references {reference}, which has no floor";
                else if (!own.IsAbove(other)) yield return $"{project.Path} on floor {own} references {reference} on floor {other}";
            }
        }

        foreach (var line in table.Where(line => source.TrueForAll(project => project.Name != line.Project)))
            yield return $"docs/floors.md has a line for {line.Project}, which is no project";
        foreach (var project in source.Where(project => project.IsModule != (floors.GetValueOrDefault(project.Name)?.Level == 4)))
            yield return $"{project.Path}: modules, and only modules, stand on floor 4 and under src/Modules";
    }

    /// <summary>Folder, file and solution agree about which projects there are.</summary>
    public static IEnumerable<string> Misplaced(IReadOnlyList<ProjectFile> projects, string solution)
    {
        foreach (var project in projects)
        {
            var folder = Path.GetFileName(Path.GetDirectoryName(project.Path));
            if (!string.Equals(folder, project.Name, StringComparison.OrdinalIgnoreCase)) yield return $"{project.Path} lies in a folder of another name";
            if (!solution.Contains($"\"{project.Path}\"", StringComparison.Ordinal)) yield return $"{project.Path} is missing in Gongkai.slnx";
        }
    }
}
