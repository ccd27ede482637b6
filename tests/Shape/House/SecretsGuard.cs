using System.Text.RegularExpressions;

namespace Gongkai.Shape;

/// <summary>No key, token or password of a real system lies in the repository. A place for one is written with an ellipsis or in angle brackets.</summary>
internal static class SecretsGuard
{
    private static readonly string[] Text = [".cs", ".cshtml", ".json", ".md", ".sh", ".yml", ".yaml", ".props", ".csproj", ".sql", ".js", ".txt", ".config", ".env", ".pem", ".key"];

    private static readonly (Regex Pattern, string Says)[] Secrets =
    [
        (new(@"-----BEGIN [A-Z ]*PRIVATE KEY-----", RegexOptions.NonBacktracking), "a private key"),
        (new(@"\b(AKIA|ASIA)[0-9A-Z]{16}\b", RegexOptions.NonBacktracking), "an access key"),
        (new(@"\bgh[pousr]_[0-9A-Za-z]{30,}\b|\bglpat-[0-9A-Za-z_\-]{20,}\b|\bnpm_[0-9A-Za-z]{30,}\b", RegexOptions.NonBacktracking), "a token"),
        (new(@"\b(Password|Pwd)=[^;""'\s<{…]{3,}", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase), "a password in a connection"),
        (new(@"\b[a-z]+://[^/\s:@""<]+:[^/\s:@""<{…]+@", RegexOptions.NonBacktracking), "a password in an address"),
        (new(@"\beyJ[0-9A-Za-z_\-]{20,}\.eyJ[0-9A-Za-z_\-]{20,}\.", RegexOptions.NonBacktracking), "a signed token"),
    ];

    public static IEnumerable<string> Breaches(IEnumerable<SourceFile> files) =>
        from file in files
        where Text.Contains(file.Ending)
        from secret in Secrets
        from Match match in secret.Pattern.Matches(file.Text)
        select $"{file.At(match.Index)} holds {secret.Says}";
}
