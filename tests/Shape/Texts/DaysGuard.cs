using System.Text.RegularExpressions;

namespace Gongkai.Shape;

/// <summary>
/// Days are counted in Law and nowhere else; elsewhere a line that moves along the calendar without setting a limit (a week shown on a
/// page) says so: <c>// Not a limit: …</c>.
/// </summary>
internal static class DaysGuard
{
    private static readonly Regex Arithmetic = new(@"\.(AddDays|AddMonths|AddYears|DayNumber)\b", RegexOptions.NonBacktracking);

    public static IEnumerable<string> Breaches(IEnumerable<SourceFile> files) =>
        from file in files
        where file.Path.StartsWith("src/", StringComparison.Ordinal) && !file.Path.StartsWith("src/Law/", StringComparison.Ordinal)
        from Match match in Arithmetic.Matches(file.BareCode)
        where !LineOf(file, match.Index).Contains("// Not a limit: ", StringComparison.Ordinal)
        select $"{file.At(match.Index)} counts days ({match.Value}): that is done in Law";

    private static string LineOf(SourceFile file, int at)
    {
        var end = file.Text.IndexOf('\n', at);
        return file.Text[(file.Text.LastIndexOf('\n', at) + 1)..(end < 0 ? file.Text.Length : end)];
    }
}
