namespace Gongkai.Shape;

/// <summary>Names that say nothing about their thing are not given to types, files or folders.</summary>
internal static class NamesGuard
{
    private static readonly string[] EmptyEndings = ["Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Manager", "Service", "Services", "Base", "Impl", "Dto"];

    private static readonly string[] EmptyNames = ["Common", "Core", "Shared", "Misc"];

    public static IEnumerable<string> OfTypes(IEnumerable<Type> types) =>
        from type in types
        let name = type.Name.Split('`')[0]
        where IsEmpty(name)
        select $"{type.FullName}: {name} says nothing about the thing";

    public static IEnumerable<string> OfPaths(IEnumerable<SourceFile> files) =>
        (from file in files
         from part in file.Path.Split('/')
         let name = part.Split('.').First(piece => piece.Length > 0 && piece != "Gongkai")
         where IsEmpty(name) && !IsRazors(file.Path, part)
         select $"{file.Path}: {name} says nothing about the thing").Distinct();

    /// <summary>True for an empty word standing alone or at the end of others; <c>Database</c> and <c>Score</c> are words of their own.</summary>
    private static bool IsEmpty(string name) =>
        EmptyNames.Contains(name) || (!IsTagHelper(name) && EmptyEndings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal)));

    /// <summary>The framework's own name for what renders a tag.</summary>
    private static bool IsTagHelper(string name) => name.EndsWith("TagHelper", StringComparison.Ordinal) || name == "TagHelpers";

    /// <summary>Razor looks for layouts and partial views in a folder of this name.</summary>
    private static bool IsRazors(string path, string part) => part == "Shared" && path.Contains("/Pages/Shared/", StringComparison.Ordinal);
}
