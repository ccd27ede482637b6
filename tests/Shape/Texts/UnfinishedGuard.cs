using System.Text.RegularExpressions;

namespace Gongkai.Shape;

/// <summary>Nothing half done is committed: no note to self, no stub, no test switched off.</summary>
internal static class UnfinishedGuard
{
    private static readonly string[] Endings = [".cs", ".cshtml", ".css", ".js", ".sql", ".sh", ".csproj", ".props", ".targets", ".md"];

    /// <summary>Written in pieces, so that this file does not find itself.</summary>
    private static readonly Regex Note = new($@"\b({"TO" + "DO"}|{"FIX" + "ME"}|{"HA" + "CK"}|{"XX" + "X"})\b", RegexOptions.NonBacktracking);

    private static readonly Regex Stub = new(@"NotImplementedException|\bSkip\s*=\s*""|\bExplicit\s*=\s*true", RegexOptions.NonBacktracking);

    public static IEnumerable<string> Breaches(IEnumerable<SourceFile> files)
    {
        foreach (var file in files.Where(file => Endings.Contains(file.Ending)))
        {
            foreach (Match match in Note.Matches(file.Text)) yield return $"{file.At(match.Index)} says {match.Value}";
            if (file.Ending != ".cs") continue;
            foreach (Match match in Stub.Matches(file.BareCode)) yield return $"{file.At(match.Index)} leaves something undone: {match.Value}";
        }
    }
}
