using System.Xml.Linq;

namespace Gongkai.Shape;

/// <summary>
/// A package is a decision: it is named in docs/floors.md for the project that may use it, with its version in one place.
/// What stores lies behind Platform; modules query through <c>Db</c> and never speak to an engine.
/// </summary>
internal static class PackagesGuard
{
    /// <summary>Words that only code which knows an engine writes.</summary>
    private static readonly string[] EngineWords =
        ["using Npgsql", "using Microsoft.Data.Sqlite", "UseNpgsql", "UseSqlite", "IsNpgsql", "IsSqlite", "NpgsqlConnection", "SqliteConnection", ": DbContext"];

    private static readonly string[] Storage =
        ["Microsoft.EntityFrameworkCore", "Microsoft.Data.Sqlite", "SQLitePCLRaw", "Npgsql", "Dapper", "Microsoft.AspNetCore.Identity.EntityFrameworkCore"];

    /// <summary>Packages named in projects that may not name them.</summary>
    public static IEnumerable<string> Breaches(IReadOnlyList<FloorLine> table, IReadOnlyList<ProjectFile> projects) =>
        from project in projects
        where project.IsSource
        let line = table.FirstOrDefault(line => line.Project == project.Name)
        from package in project.Packages
        let stores = project.Name != "Platform" && Storage.Any(name => package.Name.StartsWith(name, StringComparison.Ordinal))
        where stores || line?.Allows(package.Name) != true
        select stores ? $"{project.Path} names {package.Name}: only Platform stores" : $"{project.Path} names {package.Name}, which docs/floors.md does not give it";

    /// <summary>Projects below Platform that lean on the web framework.</summary>
    public static IEnumerable<string> Frameworks(IReadOnlyList<FloorLine> table, IReadOnlyList<ProjectFile> projects) =>
        from project in projects
        from framework in project.Frameworks
        where table.Any(line => line.Project == project.Name && line.Floor.Level < 3)
        select $"{project.Path} names {framework}: floors 0 to 2 are pure";

    /// <summary>Packages without a version in Directory.Packages.props, and versions set elsewhere.</summary>
    public static IEnumerable<string> Unversioned(string packagesProps, IReadOnlyList<ProjectFile> projects)
    {
        var central = XDocument.Parse(packagesProps).Descendants("PackageVersion").Select(e => e.Attribute("Include")?.Value).ToHashSet();
        return from project in projects
               from package in project.Packages
               where package.HasVersion || !central.Contains(package.Name)
               select $"{project.Path}: {package.Name} has its version outside Directory.Packages.props";
    }

    /// <summary>Source outside Platform that speaks to an engine.</summary>
    public static IEnumerable<string> EngineSpeakers(IEnumerable<SourceFile> files) =>
        from file in files
        where file.Path.StartsWith("src/", StringComparison.Ordinal) && !file.Path.StartsWith("src/Platform/", StringComparison.Ordinal)
        from word in EngineWords
        let at = file.BareCode.IndexOf(word, StringComparison.Ordinal)
        where at >= 0
        select $"{file.At(at)} says {word}: only Platform knows engines";
}
