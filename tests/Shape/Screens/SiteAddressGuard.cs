using System.Text.RegularExpressions;

namespace Gongkai.Shape;

/// <summary>A redirection within the site says <c>~/</c>, so that it also stays within a site that stands below a path of another one.</summary>
internal static class SiteAddressGuard
{
    private static readonly Regex Bare = new(@"\b(Local)?Redirect\(\$?""/", RegexOptions.NonBacktracking);

    /// <summary>Redirections that forget the path.</summary>
    public static IEnumerable<string> Breaches(IEnumerable<SourceFile> code) =>
        from file in code
        where file.Ending == ".cs"
        from match in Bare.Matches(file.Text)
        select $"{file.At(match.Index)} leads on to an address without ~";
}
