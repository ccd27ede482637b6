using System.Buffers;
using System.Net;
using System.Text;

namespace Gongkai.Checks;

/// <summary>A web page as its source has it: words, attributes, comments and scripts alike, for a reader of the source sees them all.</summary>
internal static class HtmlTexts
{
    private static readonly HashSet<string> Rows = new(
        ["p", "div", "br", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "title", "section", "article", "header", "footer", "option", "caption", "pre", "hr", "dt", "dd"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Words = new(["title", "alt", "value", "content", "placeholder", "label", "summary", "href", "src", "name", "onclick"], StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<char> BeforeNames = SearchValues.Create(" \t\n\r\"'/");

    public static void Look(string page, OpenFile file)
    {
        LocatedText body = new(), beside = new();
        var text = new StringBuilder();
        var raw = "";
        for (var at = 0; at < page.Length;)
        {
            if (page[at] != '<' || !IsTag(page, at))
            {
                text.Append(page[at++]);
                continue;
            }

            Flush(text, raw.Length > 0 ? beside : body, raw.Length > 0 ? "网页脚本和样式" : "正文");
            if (page.AsSpan(at).StartsWith("<!--"))
            {
                var close = page.IndexOf("-->", at + 4, StringComparison.Ordinal);
                beside.AddLine(page[(at + 4)..(close < 0 ? page.Length : close)], new("网页注释"));
                at = close < 0 ? page.Length : close + 3;
                continue;
            }

            var end = TagEnd(page, at);
            var name = NameOf(page, at);
            raw = raw.Length > 0 ? (page[at + 1] == '/' && name.Equals(raw, StringComparison.OrdinalIgnoreCase) ? "" : raw) : page[at + 1] != '/' && name.ToLowerInvariant() is "script" or "style" ? name : "";
            if (Rows.Contains(name)) body.Divide('\n');
            else if (name.ToLowerInvariant() is "td" or "th" && page[at + 1] == '/') body.Divide('\t');
            AddAttributes(page.AsSpan(at, end - at), beside);
            at = end;
        }

        Flush(text, raw.Length > 0 ? beside : body, raw.Length > 0 ? "网页脚本和样式" : "正文");
        file.Look(body);
        file.Look(beside);
    }

    private static void Flush(StringBuilder text, LocatedText into, string place)
    {
        if (text.Length == 0) return;
        var words = WebUtility.HtmlDecode(text.ToString());
        text.Clear();
        if (place == "正文") into.Add(words.Replace('\n', ' ').Replace('\t', ' '), new(place));
        else into.AddLine(words, new(place));
    }

    private static bool IsTag(string page, int at) => at + 1 < page.Length && (char.IsAsciiLetter(page[at + 1]) || page[at + 1] is '/' or '!' or '?');

    private static string NameOf(string page, int at)
    {
        var start = page[at + 1] == '/' ? at + 2 : at + 1;
        var end = start;
        while (end < page.Length && end - start < 20 && char.IsAsciiLetterOrDigit(page[end])) end++;
        return page[start..end];
    }

    private static int TagEnd(string page, int at)
    {
        var quote = '\0';
        for (; at < page.Length; at++)
        {
            if (quote != '\0') quote = page[at] == quote ? '\0' : quote;
            else if (page[at] is '"' or '\'') quote = page[at];
            else if (page[at] == '>') return at + 1;
        }

        return page.Length;
    }

    private static void AddAttributes(ReadOnlySpan<char> tag, LocatedText into)
    {
        while (tag.IndexOf('=') is > 0 and var equals)
        {
            var name = tag[..equals].TrimEnd();
            name = name[(name.LastIndexOfAny(BeforeNames) + 1)..];
            tag = tag[(equals + 1)..].TrimStart();
            var quote = tag.Length > 0 && tag[0] is '"' or '\'' ? tag[0] : '\0';
            if (quote != '\0') tag = tag[1..];
            var end = quote != '\0' ? tag.IndexOf(quote) : tag.IndexOfAny(' ', '>', '\n');
            if (end < 0) end = tag.Length;
            if (Words.Contains(name.ToString()) || name.StartsWith("data-", StringComparison.OrdinalIgnoreCase)) into.AddLine(WebUtility.HtmlDecode(tag[..end].ToString()), new("网页属性"));
            tag = tag[end..];
        }
    }
}
