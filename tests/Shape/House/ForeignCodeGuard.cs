using System.Text.RegularExpressions;

namespace Gongkai.Shape;

/// <summary>Nothing third-party is committed: what browsers get from others is installed at build from a lock file. Nothing heavy is committed either.</summary>
internal static class ForeignCodeGuard
{
    private const long LargestFile = 1024 * 1024;

    /// <summary>Hand-written lines are shorter; machine-made ones are one long line.</summary>
    private const int LongestLine = 400;

    private static readonly Regex Mark = new(@"@license|copyright|/\*!|licensed under|sourceMappingURL", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase);

    private static readonly string[] Read = [".js", ".mjs", ".css", ".svg"], Refused = [".woff", ".woff2", ".ttf", ".otf", ".map", ".dll", ".exe", ".nupkg", ".zip", ".jar"];

    public static IEnumerable<string> Breaches(IEnumerable<SourceFile> files)
    {
        foreach (var file in files)
        {
            if (file.Size > LargestFile) yield return $"{file.Path} is larger than 1 MB";
            if (Refused.Contains(file.Ending)) yield return $"{file.Path} is a kind of file that is made or fetched, not written";
            if (!Read.Contains(file.Ending)) continue;
            if (Mark.Match(file.Text) is { Success: true } mark) yield return $"{file.At(mark.Index)} says {mark.Value}, as code of others does";
            if (file.Text.Split('\n').Max(line => line.Length) > LongestLine) yield return $"{file.Path} has a line longer than {LongestLine}: it looks machine-made";
        }
    }
}
