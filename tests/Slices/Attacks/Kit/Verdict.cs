using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace Gongkai.Slices.Attacks.Kit;

/// <summary>Judges an answer to a hostile request.</summary>
internal static partial class Verdict
{
    private static readonly HtmlParser Parser = new();

    /// <summary>What no visitor is to see: names of exceptions, steps of a call, messages and tables of the databases, files of the machine.</summary>
    private static readonly string[] Traces =
    [
        "Exception", "\n   at ", ".cs:line ", "Microsoft.AspNetCore.", "Microsoft.EntityFrameworkCore", "Npgsql", "SQLSTATE", "SQLite Error", "syntax error at or near", "root:x:0:0",
        "platform_accounts", "platform_audit", "duties_evidence", "organs_organs",
    ];

    /// <summary>What is wrong with an answer; nothing where the site stood its ground.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="body">Its text.</param>
    /// <param name="sent">What was sent; where it is quoted, it proves nothing.</param>
    public static IEnumerable<string> On(HttpResponseMessage response, string body, string sent = "")
    {
        if ((int)response.StatusCode >= 500) yield return $"answers {(int)response.StatusCode}";
        if (LeavesSite(response)) yield return $"leads to {response.Headers.Location}";
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers))
            if (name.Contains(Hostile.Mark, StringComparison.OrdinalIgnoreCase) || values.Any(value => value.AsSpan().IndexOfAny('\r', '\n') >= 0)) yield return $"splits its head at {name}";
        if (!IsText(response)) yield break;
        foreach (var trace in Traces.Where(trace => body.Contains(trace, StringComparison.Ordinal) && Without(body, sent).Contains(trace, StringComparison.Ordinal))) yield return $"shows its inside: {trace}";
        if (response.Content.Headers.ContentType?.MediaType == "text/html" && body.Contains(Hostile.Mark, StringComparison.OrdinalIgnoreCase))
            foreach (var live in Live(body)) yield return $"runs {live}";
    }

    /// <summary>Asserts that nothing was found, and names all of it where something was.</summary>
    public static void None(IReadOnlyCollection<string> breaches) => Assert.True(breaches.Count == 0, $"{breaches.Count} breaches:\n{string.Join('\n', breaches.Take(60))}");

    /// <summary>Planted markup that a browser would take for part of the page.</summary>
    public static IEnumerable<string> Live(string html) => Parser.ParseDocument(html).All.SelectMany(Live);

    /// <summary>True where somebody who follows the answer is no longer on this site.</summary>
    public static bool LeavesSite(HttpResponseMessage response) => response.Headers.Location is { } to && !IsOfSite(to.OriginalString);

    private static bool IsOfSite(string address) => address.StartsWith("http://localhost/", StringComparison.Ordinal)
        || (address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal) && address.AsSpan().IndexOfAny("\\\t\r\n\0") < 0);

    private static IEnumerable<string> Live(IElement element)
    {
        if (Marked(element.LocalName)) yield return $"<{element.LocalName}>";
        if (element.LocalName is "script" && element.GetAttribute("type") != "application/json" && Marked(element.TextContent)) yield return "a script";
        if (element.LocalName is "style" && Marked(element.TextContent)) yield return "a style";
        foreach (var attribute in element.Attributes)
        {
            if (Marked(attribute.Name)) yield return $"attribute {attribute.Name}";
            if (!Marked(attribute.Value)) continue;
            if (attribute.Name.StartsWith("on", StringComparison.Ordinal) || attribute.Name is "style" or "srcdoc") yield return $"{attribute.Name}={attribute.Value}";
            if (attribute.Name is "href" or "src" or "action" or "formaction" or "data" or "xlink:href" && RunningAddress().IsMatch(attribute.Value)) yield return $"{attribute.Name}={attribute.Value}";
        }
    }

    private static bool Marked(string text) => text.Contains(Hostile.Mark, StringComparison.OrdinalIgnoreCase);

    private static bool IsText(HttpResponseMessage response) =>
        response.Content.Headers.ContentType?.MediaType is { } type && (type.StartsWith("text/", StringComparison.Ordinal) || type.EndsWith("json", StringComparison.Ordinal) || type.EndsWith("xml", StringComparison.Ordinal));

    private static string Without(string body, string sent) => sent.Length == 0 ? body : WebUtility.HtmlDecode(body).Replace(sent, "", StringComparison.Ordinal);

    /// <summary>A browser drops blanks and line ends at the beginning of an address and within its scheme.</summary>
    [GeneratedRegex(@"^[\s\0-\x1f]*(j\s*a\s*v\s*a\s*s\s*c\s*r\s*i\s*p\s*t|v\s*b\s*s\s*c\s*r\s*i\s*p\s*t|d\s*a\s*t\s*a)\s*:", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RunningAddress();
}
