using System.Text;
using System.Text.RegularExpressions;

namespace Gongkai.Shape;

/// <summary>A page of Markdown: its links and the anchors that its headings make.</summary>
internal sealed class MarkdownPage
{
    private static readonly Regex InlineLink = new(@"\]\((?<target>[^()\s]+)(\s+""[^""]*"")?\)", RegexOptions.NonBacktracking);
    private static readonly Regex NamedLink = new(@"^\[[^\]]+\]:\s*(?<target>\S+)", RegexOptions.NonBacktracking | RegexOptions.Multiline);
    private static readonly Regex HtmlLink = new(@"<(img|a)\s[^>]*(src|href)=""(?<target>[^""]+)""", RegexOptions.NonBacktracking);
    private static readonly Regex Heading = new(@"^#{1,6}\s+(?<text>[^\n]+)", RegexOptions.NonBacktracking | RegexOptions.Multiline);

    public MarkdownPage(SourceFile file)
    {
        File = file;
        var prose = WithoutCode(file.Text);
        Links = [.. new[] { InlineLink, NamedLink, HtmlLink }.SelectMany(link => link.Matches(prose)).Select(match => (match.Index, match.Groups["target"].Value))];
        Anchors = AnchorsOf(prose);
    }

    public SourceFile File { get; }

    /// <summary>Where each link stands and where it leads.</summary>
    public IReadOnlyList<(int At, string Target)> Links { get; }

    /// <summary>Names that an address may end with after #.</summary>
    public IReadOnlySet<string> Anchors { get; }

    /// <summary>The anchor a heading gets: lower case, blanks as hyphens, signs left out; letters of every script stay.</summary>
    internal static string AnchorOf(string heading)
    {
        var anchor = new StringBuilder();
        foreach (var letter in heading.Trim().ToLowerInvariant())
        {
            if (letter == ' ') anchor.Append('-');
            else if (char.IsLetterOrDigit(letter) || letter is '-' or '_') anchor.Append(letter);
        }

        return anchor.ToString();
    }

    private static HashSet<string> AnchorsOf(string prose)
    {
        var anchors = new HashSet<string>();
        foreach (Match match in Heading.Matches(prose))
        {
            var anchor = AnchorOf(match.Groups["text"].Value);
            var unique = anchor;
            for (var number = 1; !anchors.Add(unique); number++) unique = $"{anchor}-{number}";
        }

        return anchors;
    }

    /// <summary>Code is not prose: fenced blocks and code spans become blanks, of the same length. A heading keeps the words of its spans.</summary>
    private static string WithoutCode(string text)
    {
        var result = new StringBuilder(text.Length);
        var fenced = false;
        foreach (var line in text.Split('\n'))
        {
            var fence = line.TrimStart().StartsWith("```", StringComparison.Ordinal);
            result.Append(fenced || fence ? new string(' ', line.Length) : line.StartsWith('#') ? line : WithoutSpans(line)).Append('\n');
            if (fence) fenced = !fenced;
        }

        return result.ToString();
    }

    private static string WithoutSpans(string line)
    {
        var result = line.ToCharArray();
        for (var open = line.IndexOf('`', StringComparison.Ordinal); open >= 0;)
        {
            var close = line.IndexOf('`', open + 1);
            if (close < 0) break;
            result.AsSpan(open, close - open + 1).Fill(' ');
            open = line.IndexOf('`', close + 1);
        }

        return new(result);
    }
}
