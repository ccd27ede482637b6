namespace Gongkai.Shape;

public sealed class FloorsTests
{
    private static readonly IReadOnlyList<FloorLine> Table = FloorLine.Read("""
        | Floor | Project | Packages it may name |
        | --- | --- | --- |
        | 0 | Kernel | none |
        | 3 | Platform | `Npgsql` |
        | 3 | Ui | none |
        | 4a | Organs | none |
        | 4b | Duties | none |
        """);

    [Fact]
    public void References_go_down_only() =>
        Guard.Holds(FloorsGuard.Breaches(FloorLine.Read(Repository.Here["docs/floors.md"].Text), Repository.Here.Projects));

    [Fact]
    public void Folders_files_and_solution_name_the_same_projects() =>
        Guard.Holds(FloorsGuard.Misplaced(Repository.Here.Projects, Repository.Here["Gongkai.slnx"].Text));

    [Fact]
    public void Reads_the_table() =>
        Assert.Equal([("Kernel", "0"), ("Platform", "3"), ("Ui", "3"), ("Organs", "4a"), ("Duties", "4b")], Table.Select(line => (line.Project, line.Floor.ToString())));

    [Theory]
    [InlineData("Kernel", "Platform", "on floor 0 references Platform on floor 3")]
    [InlineData("Ui", "Platform", "on floor 3 references Platform on floor 3")]
    [InlineData("Platform", "Ui", "on floor 3 references Ui on floor 3")]
    [InlineData("Organs", "Duties", "on floor 4a references Duties on floor 4b")]
    [InlineData("Organs", "Organs", "on floor 4a references Organs on floor 4a")]
    [InlineData("Duties", "Testing", "references Testing, which has no floor")]
    public void Finds_a_reference_that_does_not_go_down(string upper, string to, string breach) =>
        Guard.Bites(FloorsGuard.Breaches(Table, [.. House(upper, to)]), breach);

    [Fact]
    public void Finds_a_project_without_a_floor_and_a_floor_without_a_project() => Guard.Bites(
        FloorsGuard.Breaches(Table, [.. House().Where(project => project.Name != "Ui"), Project("src/Sketch")]),
        "src/Sketch/Gongkai.Sketch.csproj has no line",
        "a line for Ui");

    [Fact]
    public void Finds_a_project_outside_the_solution() => Guard.Bites(
        FloorsGuard.Misplaced([Project("src/Kernel"), Project("src/Law")], """<Project Path="src/Law/Gongkai.Law.csproj" />"""),
        "src/Kernel/Gongkai.Kernel.csproj is missing");

    private static IEnumerable<ProjectFile> House(string? referrer = null, string to = "") =>
        from folder in (string[])["src/Kernel", "src/Platform", "src/Ui", "src/Modules/Organs", "src/Modules/Duties"]
        select Path.GetFileName(folder) == referrer ? Project(folder, to) : Project(folder);

    private static ProjectFile Project(string folder, params string[] references)
    {
        var lines = references.Select(name => $"""<ProjectReference Include="../{name}/Gongkai.{name}.csproj" />""");
        return ProjectFile.Read(new($"{folder}/Gongkai.{Path.GetFileName(folder)}.csproj", $"<Project><ItemGroup>{string.Concat(lines)}</ItemGroup></Project>"));
    }
}
