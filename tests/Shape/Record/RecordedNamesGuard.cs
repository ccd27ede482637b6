using System.Text.RegularExpressions;

namespace Gongkai.Shape;

/// <summary>
/// Whatever enters the record has a name that people read: what is no act but recorded all the same (<c>platform.KeyRotation</c>), and every kind of thing
/// (<c>subject.account</c>). <see cref="ActNamesGuard"/> looks after the acts.
/// </summary>
internal static class RecordedNamesGuard
{
    private static readonly Regex OfKind = new(@"(Record|Aside)\([^;]*?new( Subject)?\([^;""]*""(?<kind>[a-z][a-z-]*)""[,)]|\bSubject( [A-Za-z]+ = new)?\([^;""]*""(?<kind>[a-z][a-z-]*)""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);
    private static readonly Regex OfCode = new(@"\bCodeOf\(typeof\((?<name>[A-Za-z]{2,})\)|\bRecord\((?<own>this)\b", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);

    /// <param name="code">The program.</param>
    /// <param name="words">The Words.resx of every module.</param>
    public static IEnumerable<string> Breaches(IEnumerable<SourceFile> code, IEnumerable<SourceFile> words)
    {
        var named = words.Select(file => file.Text).ToList();
        foreach (var file in code.Where(file => !file.Path.EndsWith("/AuditEntry.cs", StringComparison.Ordinal)))
        {
            foreach (Match match in OfKind.Matches(file.Text))
                if (!IsNamed($"subject.{match.Groups["kind"].Value}")) yield return $"{file.At(match.Index)} records a {match.Groups["kind"].Value}, which has no name: add subject.{match.Groups["kind"].Value} to a Words.resx";
            foreach (Match match in OfCode.Matches(file.Text))
                if (CodeIn(file, match) is { } act && !IsNamed(act)) yield return $"{file.At(match.Index)} records {act}, which has no name: add it to a Words.resx";
        }

        bool IsNamed(string key) => named.Exists(text => text.Contains($"name=\"{key}\"", StringComparison.Ordinal));
    }

    private static string? CodeIn(SourceFile file, Match match)
    {
        var name = match.Groups["own"].Success ? Path.GetFileNameWithoutExtension(file.Path) : match.Groups["name"].Value;
        var steps = file.Path.Split('/');
        return steps is ["src", "Modules", var module, ..] ? $"{module.ToLowerInvariant()}.{name}" : $"{steps[1].ToLowerInvariant()}.{name}";
    }
}
