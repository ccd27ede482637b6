namespace Gongkai.Shape;

public sealed class PackagesTests
{
    private const string Versions = """<Project><ItemGroup><PackageVersion Include="Npgsql" Version="10.0.0" /></ItemGroup></Project>""";

    private static readonly IReadOnlyList<FloorLine> Table = FloorLine.Read("""
        | Floor | Project | Packages it may name |
        | --- | --- | --- |
        | 1 | Law | none |
        | 3 | Platform | `Npgsql` · `SQLitePCLRaw.*` |
        | 4b | Duties | `Npgsql` · `AngleSharp` |
        """);

    [Fact]
    public void Projects_name_only_the_packages_they_were_given() =>
        Guard.Holds(PackagesGuard.Breaches(FloorLine.Read(Repository.Here["docs/floors.md"].Text), Repository.Here.Projects));

    [Fact]
    public void Lower_floors_stand_on_the_base_library_alone() =>
        Guard.Holds(PackagesGuard.Frameworks(FloorLine.Read(Repository.Here["docs/floors.md"].Text), Repository.Here.Projects));

    [Fact]
    public void Versions_stand_in_one_place() =>
        Guard.Holds(PackagesGuard.Unversioned(Repository.Here["Directory.Packages.props"].Text, Repository.Here.Projects));

    [Fact]
    public void Only_the_platform_knows_engines() => Guard.Holds(PackagesGuard.EngineSpeakers(Repository.Here.Under("src/", ".cs")));

    [Fact]
    public void Finds_a_package_that_was_not_given() => Guard.Bites(
        PackagesGuard.Breaches(Table, [With("src/Platform", "Npgsql", "SQLitePCLRaw.core"), With("src/Law", "AngleSharp"), With("src/Modules/Duties", "AngleSharp", "Npgsql")]),
        "src/Law/Gongkai.Law.csproj names AngleSharp, which",
        "src/Modules/Duties/Gongkai.Duties.csproj names Npgsql: only Platform stores");

    [Fact]
    public void Finds_a_pure_project_on_the_web_framework() => Guard.Bites(
        PackagesGuard.Frameworks(Table, [ProjectFile.Read(new("src/Law/Gongkai.Law.csproj", """<Project><ItemGroup><FrameworkReference Include="Microsoft.AspNetCore.App" /></ItemGroup></Project>"""))]),
        "src/Law/Gongkai.Law.csproj names Microsoft.AspNetCore.App");

    [Fact]
    public void Finds_a_version_in_the_wrong_place() => Guard.Bites(
        PackagesGuard.Unversioned(Versions, [With("src/Platform", "Npgsql"), With("tests/Rules", "Moq")]),
        "tests/Rules/Gongkai.Rules.csproj: Moq");

    [Fact]
    public void Finds_a_module_that_speaks_to_an_engine() => Guard.Bites(
        PackagesGuard.EngineSpeakers([
            new("src/Modules/Duties/Ledger.cs", "using Microsoft.EntityFrameworkCore;\nusing Npgsql; // \"UseSqlite\""),
            new("src/Platform/Data/Engine.cs", "using Npgsql;")]),
        "src/Modules/Duties/Ledger.cs:2 says using Npgsql");

    private static ProjectFile With(string folder, params string[] packages)
    {
        var lines = packages.Select(name => $"""<PackageReference Include="{name}" />""");
        return ProjectFile.Read(new($"{folder}/Gongkai.{Path.GetFileName(folder)}.csproj", $"<Project><ItemGroup>{string.Concat(lines)}</ItemGroup></Project>"));
    }
}
