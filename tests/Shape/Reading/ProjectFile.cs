using System.Xml.Linq;

namespace Gongkai.Shape;

/// <summary>A project as its file states it.</summary>
/// <param name="Path">Path from the top of the repository.</param>
/// <param name="Name">Plain noun: the file name without <c>Gongkai.</c> and ending.</param>
/// <param name="Assembly">Name of the assembly it makes.</param>
/// <param name="References">Plain nouns of the projects it references.</param>
/// <param name="Packages">Packages it names.</param>
/// <param name="Frameworks">Shared frameworks it names.</param>
internal sealed record ProjectFile(
    string Path, string Name, string Assembly, IReadOnlyList<string> References, IReadOnlyList<PackageUse> Packages, IReadOnlyList<string> Frameworks)
{
    public bool IsModule => Path.StartsWith("src/Modules/", StringComparison.Ordinal);

    public bool IsSource => Path.StartsWith("src/", StringComparison.Ordinal);

    public static ProjectFile Read(SourceFile file)
    {
        var project = XDocument.Parse(file.Text);
        return new(
            file.Path,
            PlainName(file.Path),
            project.Descendants("AssemblyName").FirstOrDefault()?.Value ?? System.IO.Path.GetFileNameWithoutExtension(file.Path),
            [.. Includes("ProjectReference").Select(PlainName)],
            [.. project.Descendants("PackageReference").Select(PackageUse.Of)],
            [.. Includes("FrameworkReference")]);

        IEnumerable<string> Includes(string element) => project.Descendants(element).Select(e => e.Attribute("Include")?.Value).OfType<string>();
    }

    private static string PlainName(string path)
    {
        var name = System.IO.Path.GetFileNameWithoutExtension(path);
        return name.StartsWith("Gongkai.", StringComparison.Ordinal) ? name["Gongkai.".Length..] : name;
    }
}

/// <summary>A package that a project names.</summary>
/// <param name="Name">Its id.</param>
/// <param name="HasVersion">True when the project sets a version of its own.</param>
internal sealed record PackageUse(string Name, bool HasVersion = false)
{
    public static PackageUse Of(XElement reference) => new(
        reference.Attribute("Include")?.Value ?? reference.Attribute("Update")?.Value ?? "",
        reference.Attribute("Version") is not null || reference.Attribute("VersionOverride") is not null);
}
