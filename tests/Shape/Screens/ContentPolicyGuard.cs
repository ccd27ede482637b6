using System.Text.RegularExpressions;

namespace Gongkai.Shape;

/// <summary>Pages keep to the content security policy: no script and no style inside a page, so that injected ones never run.</summary>
internal static class ContentPolicyGuard
{
    private static readonly (Regex Pattern, string Says)[] Inline =
    [
        (new(@"\sstyle\s*=\s*[""'@]", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase), "a style attribute"),
        (new(@"<style\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase), "a style element"),
        (new(@"\son[a-z]+\s*=\s*[""']", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase), "an event attribute"),
        (new(@"javascript:", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase), "a script address"),
    ];

    private static readonly Regex Script = new(@"<script\b[^>]*>", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase);
    private static readonly Regex Elsewhere = new(@"(src|href|action)\s*=\s*""(https?:)?//", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase);

    /// <summary>Inline scripts and styles, and scripts, styles or images from other sites.</summary>
    public static IEnumerable<string> Breaches(IEnumerable<SourceFile> pages)
    {
        foreach (var page in pages.Where(page => page.Ending == ".cshtml"))
        {
            foreach (var (pattern, says) in Inline)
                foreach (Match match in pattern.Matches(page.Text)) yield return $"{page.At(match.Index)} has {says}";
            foreach (Match match in Script.Matches(page.Text))
                if (!match.Value.Contains("src=", StringComparison.Ordinal) && !match.Value.Contains("type=\"application/json\"", StringComparison.Ordinal))
                    yield return $"{page.At(match.Index)} has a script inside the page";
            foreach (Match match in Elsewhere.Matches(page.Text)) yield return $"{page.At(match.Index)} takes something from another site";
        }
    }
}
