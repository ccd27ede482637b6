using System.Text.RegularExpressions;

namespace Gongkai.Shape;

/// <summary>A refusal names its article in a string (<c>"711/33.2"</c>), which no compiler checks; here the statute book does.</summary>
internal static class SourcesGuard
{
    private static readonly Regex Source = new(@"""(?<statute>[a-z0-9-]+)/(?<article>[0-9]+)(\.[0-9]+)?""", RegexOptions.NonBacktracking);

    /// <param name="files">C# files.</param>
    /// <param name="isStatute">True for the key of a statute; other strings with a slash are none of ours.</param>
    /// <param name="isListed">True when the statute lists the article.</param>
    public static IEnumerable<string> Breaches(IEnumerable<SourceFile> files, Func<string, bool> isStatute, Func<string, int, bool> isListed) =>
        from file in files
        from Match match in Source.Matches(file.Code)
        let statute = match.Groups["statute"].Value
        let article = int.Parse(match.Groups["article"].Value, System.Globalization.CultureInfo.InvariantCulture)
        where isStatute(statute) && !isListed(statute, article)
        select $"{file.At(match.Index)} names {match.Value}, an article that law/ does not list";
}
