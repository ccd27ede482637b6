namespace Gongkai.Shape;

/// <summary>A floor of the house: a number, and among modules a letter.</summary>
/// <param name="Level">Number, 0 at the bottom.</param>
/// <param name="Letter">Letter among modules, empty elsewhere.</param>
internal sealed record Floor(int Level, string Letter)
{
    /// <summary>Reads <c>3</c> or <c>4b</c>.</summary>
    public static Floor Read(string text) => new(text[0] - '0', text[1..]);

    /// <summary>True when this floor stands above another; nothing stands above its own floor.</summary>
    public bool IsAbove(Floor other) => Level > other.Level || (Level == other.Level && string.CompareOrdinal(Letter, other.Letter) > 0);

    public override string ToString() => $"{Level}{Letter}";
}

/// <summary>A line of the table in docs/floors.md.</summary>
/// <param name="Project">Plain noun of the project.</param>
/// <param name="Floor">Where it stands.</param>
/// <param name="Packages">Names of packages it may name; an ending <c>.*</c> stands for everything that begins so.</param>
internal sealed record FloorLine(string Project, Floor Floor, IReadOnlyList<string> Packages)
{
    /// <summary>Reads the table: the one whose first column is headed Floor.</summary>
    public static IReadOnlyList<FloorLine> Read(string markdown) =>
    [
        .. markdown.Split('\n')
            .SkipWhile(line => !line.StartsWith("| Floor", StringComparison.Ordinal)).Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => new FloorLine(cells[1], Floor.Read(cells[0]), ReadPackages(cells[2]))),
    ];

    public bool Allows(string package) => Packages.Any(allowed =>
        allowed == package || (allowed.EndsWith(".*", StringComparison.Ordinal) && package.StartsWith(allowed[..^1], StringComparison.Ordinal)));

    private static string[] ReadPackages(string cell) => cell == "none" ? [] : [.. cell.Split('·', StringSplitOptions.TrimEntries).Select(name => name.Trim('`'))];
}
