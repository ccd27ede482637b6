using System.Text;

namespace Gongkai.Plans.Reading;

/// <summary>
/// Rewrites a page's markup into strictly nested tags before a parser sees it: no deeper than a bound, only attributes that
/// matter, and angle brackets that are no tag (各乡镇&lt;街道&gt;) written as text. One pass, so the time is linear in the page.
/// A parser left alone with hostile or sloppy nesting needs quadratic time, and walking its tree needs a bottomless stack.
/// </summary>
public sealed class HtmlMarkup
{
    private readonly string _html;
    private readonly int _deepest;
    private readonly bool _styled;
    private readonly StringBuilder _clean;
    private readonly List<string> _open = [];
    private readonly Dictionary<string, int> _dropped = new(StringComparer.Ordinal);
    private int _at;

    private HtmlMarkup(string html, int deepest, bool styled) => (_html, _deepest, _styled, _clean) = (html, deepest, styled, new(html.Length));

    /// <summary>Cleans a page.</summary>
    /// <param name="html">The page.</param>
    /// <param name="deepest">Deepest nesting kept; deeper elements lose their tags but keep their text and lines.</param>
    /// <param name="styled">True where links, strong words and pictures are wanted, too: they come out under the names of <see cref="HtmlTags.Styled"/>.</param>
    public static string Clean(string html, int deepest, bool styled = false)
    {
        ArgumentNullException.ThrowIfNull(html);
        var markup = new HtmlMarkup(html, deepest, styled);
        markup.Run();
        return markup._clean.ToString();
    }

    private void Run()
    {
        while (_at < _html.Length)
        {
            var bracket = _html.IndexOf('<', _at);
            if (bracket < 0) bracket = _html.Length;
            _clean.Append(_html, _at, bracket - _at);
            _at = bracket;
            if (_at < _html.Length) ReadBracket();
        }

        CloseDownTo(0);
    }

    private void ReadBracket()
    {
        var next = _at + 1 < _html.Length ? _html[_at + 1] : ' ';
        if (next is '!' or '?')
        {
            var isComment = string.CompareOrdinal(_html, _at, "<!--", 0, 4) == 0;
            SkipPast(isComment ? "-->" : ">", isComment ? _at + 2 : _at);
            return;
        }

        var isEnd = next == '/';
        var start = _at + (isEnd ? 2 : 1);
        var end = start;
        while (end < _html.Length && !IsBlank(_html[end]) && _html[end] is not ('/' or '>' or '<')) end++;
        if (!IsName(_html.AsSpan(start, end - start)))
        {
            _clean.Append("&lt;");
            _at++;
            return;
        }

        var name = _html[start..end].ToLowerInvariant();
        if (HtmlTags.Formatting.Contains(name)) name = _styled && HtmlTags.Styled.TryGetValue(name, out var plain) ? plain : "span";
        _at = end;
        var attributes = ReadAttributes();
        if (isEnd) End(name);
        else Start(name, attributes);
    }

    private void Start(string name, string attributes)
    {
        if (HtmlTags.Raw.Contains(name))
        {
            SkipPast("</" + name, _at);
            SkipPast(">", _at);
            return;
        }

        if (HtmlTags.Wrapper.Contains(name)) return;
        if (HtmlTags.Void.Contains(name))
        {
            if (name is "br" or "hr") _clean.Append("<br>");
            else if (_styled && name == "img") _clean.Append("<img").Append(attributes).Append('>');
            return;
        }

        EndImplied(name);
        if (_open.Count >= _deepest)
        {
            _dropped[name] = _dropped.GetValueOrDefault(name) + 1;
            KeepLine(name);
            return;
        }

        _open.Add(name);
        _clean.Append('<').Append(name).Append(attributes).Append('>');
    }

    private void End(string name)
    {
        if (_dropped.GetValueOrDefault(name) > 0)
        {
            _dropped[name]--;
            KeepLine(name);
            return;
        }

        var isBlock = HtmlTags.Block.Contains(name);
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (_open[i] == name)
            {
                CloseDownTo(i);
                return;
            }

            if (isBlock ? IsShield(name, _open[i]) : HtmlTags.Block.Contains(_open[i])) break;
        }

        KeepLine(name);
    }

    // A part of a table ends inside cells of the same table; everything else stays inside its own cell.
    private static bool IsShield(string name, string open) =>
        name switch
        {
            "table" => false,
            "td" or "th" or "tr" or "tbody" or "thead" or "tfoot" or "caption" => open == "table",
            _ => HtmlTags.Scope.Contains(open),
        };

    private void EndImplied(string name)
    {
        if (HtmlTags.Block.Contains(name))
        {
            // A block ends the paragraph it stands in.
            var i = _open.Count - 1;
            while (i >= 0 && !HtmlTags.Block.Contains(_open[i])) i--;
            if (i >= 0 && _open[i] == "p") CloseDownTo(i);
        }

        if (HtmlTags.ImpliedEnd(name) is not { } implied) return;
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (Array.IndexOf(implied.Ends, _open[i]) >= 0)
            {
                CloseDownTo(i);
                return;
            }

            if (HtmlTags.Block.Contains(_open[i]) && implied.Shield.Contains(_open[i], StringComparison.Ordinal)) return;
        }
    }

    private void CloseDownTo(int count)
    {
        for (var i = _open.Count - 1; i >= count; i--) _clean.Append("</").Append(_open[i]).Append('>');
        _open.RemoveRange(count, _open.Count - count);
    }

    private void KeepLine(string name)
    {
        if (HtmlTags.Block.Contains(name)) _clean.Append("<br>");
    }

    /// <summary>Reads to the end of the tag and returns the attributes worth keeping, each with a blank in front.</summary>
    private string ReadAttributes()
    {
        StringBuilder? kept = null;
        HashSet<string>? seen = null;
        while (_at < _html.Length && _html[_at] != '>')
        {
            if (IsBlank(_html[_at]) || _html[_at] is '/' or '=' or '"' or '\'')
            {
                _at++;
                continue;
            }

            var start = _at;
            while (_at < _html.Length && !IsBlank(_html[_at]) && _html[_at] is not ('/' or '>' or '=')) _at++;
            var end = _at;
            var value = ReadValue();
            if (end - start > 8) continue;
            var name = _html[start..end].ToLowerInvariant();
            if (!HtmlTags.Attribute.Contains(name) && !(_styled && HtmlTags.StyledAttribute.Contains(name)) || !(seen ??= new(StringComparer.Ordinal)).Add(name)) continue;
            (kept ??= new()).Append(' ').Append(name).Append("=\"").Append(value.ToString().Replace("\"", "&quot;", StringComparison.Ordinal)).Append('"');
        }

        if (_at < _html.Length) _at++;
        return kept?.ToString() ?? "";
    }

    private ReadOnlySpan<char> ReadValue()
    {
        var at = _at;
        while (at < _html.Length && IsBlank(_html[at])) at++;
        if (at >= _html.Length || _html[at] != '=') return default;
        at++;
        while (at < _html.Length && IsBlank(_html[at])) at++;
        var start = at;
        if (at < _html.Length && _html[at] is '"' or '\'')
        {
            var close = _html.IndexOf(_html[at], at + 1);
            _at = close < 0 ? _html.Length : close + 1;
            return _html.AsSpan(start + 1, (close < 0 ? _html.Length : close) - start - 1);
        }

        while (at < _html.Length && !IsBlank(_html[at]) && _html[at] != '>') at++;
        _at = at;
        return _html.AsSpan(start, at - start);
    }

    private void SkipPast(string mark, int from)
    {
        var found = from < _html.Length ? _html.IndexOf(mark, from, StringComparison.OrdinalIgnoreCase) : -1;
        _at = found < 0 ? _html.Length : found + mark.Length;
    }

    private static bool IsBlank(char c) => c is ' ' or '\t' or '\n' or '\r' or '\f';

    private static bool IsName(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty || !char.IsAsciiLetter(name[0])) return false;
        foreach (var c in name) if (!char.IsAsciiLetterOrDigit(c) && c is not (':' or '-' or '_' or '.')) return false;
        return true;
    }
}
