using System.Text.RegularExpressions;

namespace Gongkai.Shape;

/// <summary>
/// What a screen says goes through <c>T["…"]</c>, or it could never be read in another language. A C# string in a page may hold Chinese
/// where the page looks words up by a variable (<c>T[choice.Text]</c>). A page of examples says so in its first lines: <c>Not translated because …</c>.
/// </summary>
internal static class WordsGuard
{
    private static readonly Regex Translated = new(@"\bT\[""[^""]*""", RegexOptions.NonBacktracking);
    private static readonly Regex RazorComment = new(@"@\*[^*]*(\*[^@*][^*]*|\*+[^@*])*\*+@", RegexOptions.NonBacktracking);
    private static readonly Regex LineComment = new(@"(^|\s)//[^\n]*", RegexOptions.NonBacktracking);
    private static readonly Regex CodeString = new(@"[^=\w]\$?""[^""\n]*""", RegexOptions.NonBacktracking);
    private static readonly Regex LooksUpVariable = new(@"\bT\[[A-Za-z_]", RegexOptions.NonBacktracking);
    private static readonly Regex Chinese = new(@"[\u4e00-\u9fff\u3400-\u4dbf]+", RegexOptions.NonBacktracking);

    public static IEnumerable<string> Breaches(IEnumerable<SourceFile> pages)
    {
        foreach (var page in pages.Where(page => page.Ending == ".cshtml" && !IsExcused(page)))
        {
            var rest = Blank(LineComment, Blank(RazorComment, Blank(Translated, page.Text)));
            if (LooksUpVariable.IsMatch(page.Text)) rest = Blank(CodeString, rest);
            foreach (var match in Chinese.Matches(rest).DistinctBy(match => page.At(match.Index))) yield return $"{page.At(match.Index)} says {match.Value} outside T[\"…\"]";
        }
    }

    private static bool IsExcused(SourceFile page) => page.Text.Split('\n').Take(10).Any(line => line.Contains("Not translated because ", StringComparison.Ordinal));

    private static string Blank(Regex what, string text) => what.Replace(text, match => new string([.. match.Value.Select(letter => letter == '\n' ? '\n' : ' ')]));
}
