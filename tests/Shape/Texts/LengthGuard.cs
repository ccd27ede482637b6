namespace Gongkai.Shape;

/// <summary>A file longer than a person reads in one go needs an excuse in its first lines: <c>Long because …</c>.</summary>
internal static class LengthGuard
{
    private const int LongestSource = 400, LongestTest = 600, LinesForExcuse = 10;

    private static readonly string[] Endings = [".cs", ".cshtml", ".css", ".js"];

    public static IEnumerable<string> Breaches(IEnumerable<SourceFile> files) =>
        from file in files
        where Endings.Contains(file.Ending)
        let longest = file.Path.StartsWith("tests/", StringComparison.Ordinal) ? LongestTest : LongestSource
        let lines = file.Text.AsSpan().TrimEnd().Count('\n') + 1
        where lines > longest && !IsExcused(file)
        select $"{file.Path} has {lines} lines, more than {longest}, and no \"Long because …\" at its head";

    private static bool IsExcused(SourceFile file) =>
        file.Text.Split('\n').Take(LinesForExcuse).Any(line => line.Contains("Long because ", StringComparison.Ordinal));
}
