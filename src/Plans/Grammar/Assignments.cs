namespace Gongkai.Plans.Grammar;

/// <summary>Finds assignments in a paragraph: in brackets, behind a label, as its last sentence, or as the whole line.</summary>
internal sealed class Assignments(Script script)
{
    private readonly AssignmentReader _reader = new(script);

    /// <summary>True where names alone, without a role word, are taken for an assignment.</summary>
    public bool BareBrackets { get; set; }

    /// <summary>True where a line that is nothing but names is taken for an assignment.</summary>
    public bool BareLines { get; set; }

    /// <summary>True where names behind the last full stop of a paragraph are taken for an assignment.</summary>
    public bool BareTails { get; set; }

    /// <summary>The line as an assignment as a whole; null where it is text.</summary>
    public Assignment? WholeLine(int start, int end)
    {
        var text = script.Text;
        if (end - start > 1200) return null;
        var (inner, innerEnd) = (start, end);
        while (innerEnd > inner && text[innerEnd - 1] is '。' or ';' or ',' or '|') innerEnd--;
        while (inner < innerEnd && text[inner] is '|' or '-' or '*') inner++;
        if (inner >= innerEnd) return null;
        if (text[inner] is '(' or '[' && Closing(inner, innerEnd) == innerEnd - 1)
        {
            var within = _reader.Read(start, end, inner + 1, innerEnd - 1, strict: false);
            return within ?? (BareBrackets ? _reader.ReadBare(start, end, inner + 1, innerEnd - 1, UnitRole.Responsible) : null);
        }

        // [责任单位]市财政局: the bracket is the label's own
        if (text[inner] == '[' && Closing(inner, innerEnd) is var close and > 0 && close < innerEnd - 1 && LabelInBrackets(inner, close) is { } kind)
            return Bracketed(start, end, kind, close + 1 < innerEnd && text[close + 1] == ':' ? close + 2 : close + 1, innerEnd);
        if (RoleWords.LabelAt(script, inner, innerEnd, colon: false) is not null) return LongText(inner, innerEnd) ? null : _reader.Read(start, end, inner, innerEnd, strict: false);
        if (text.AsSpan(inner, innerEnd - inner).Contains('。') || !AssignmentReader.HasRoleWord(text.AsSpan(inner, innerEnd - inner))) return BareLines ? _reader.ReadBare(start, end, inner, innerEnd, UnitRole.Responsible) : null;
        return _reader.Read(start, end, inner, innerEnd, strict: true);
    }

    /// <summary>More names on a line of their own below an assignment; null where the line is anything else.</summary>
    public Assignment? Names(int start, int end, Assignment above) =>
        above.Units.Count > 0 && end - start < 200 ? _reader.ReadBare(start, end, start, end, above.Units[^1].Role) : null;

    /// <summary>True for a line that holds nothing but names of bodies.</summary>
    public bool IsBareLine(int start, int end) => end - start is > 1 and < 120 && _reader.ReadBare(start, end, start, end, UnitRole.Responsible) is not null;

    /// <summary>The assignments inside a paragraph, in order.</summary>
    public List<Assignment> Within(int start, int end)
    {
        var found = new List<Assignment>();
        var text = script.Text;
        for (var i = start; i < end; i++)
        {
            var c = text[i];
            if (c is '(' or '[')
            {
                var close = Closing(i, end);
                if (close < 0) continue;
                if (Bracket(i, close, start, end) is { } bracket)
                {
                    found.Add(bracket);
                    i = bracket.End - 1;
                }
                else if (close - i > 40)
                {
                    i = close;
                }
            }
            else if (i > start && (text[i - 1] is '。' or ';' or ')' or ']' or '\n' || script.GapBefore(i)) && RoleWords.LabelAt(script, i, end) is { Kind: not LabelKind.Person } label && Tail(i, end) is { } tail)
            {
                found.Add(tail);
                i = tail.End - 1;
            }
        }

        if (found.Count == 0 && (LastSentence(start, end) ?? (BareTails ? BareTail(start, end) : null)) is { } last) found.Add(last);
        return found;
    }

    /// <summary>Names of bodies behind the last full stop, as a table leaves them that lost its bars; null where none stand there.</summary>
    public Assignment? BareTail(int start, int end)
    {
        if (end - start < 10 || script.Text[end - 1] is '。' or ';' or ')') return null;
        var from = script.Text.LastIndexOf('。', end - 1, end - start) + 1;
        return from > start && end - from is > 1 and < 120 ? _reader.ReadBare(from, end, from, end, UnitRole.Responsible) : null;
    }

    /// <summary>Counts brackets at the end of paragraphs that hold nothing but names of bodies.</summary>
    public bool EndsWithBareBracket(int start, int end)
    {
        var text = script.Text;
        while (end > start && text[end - 1] is '。' or ';') end--;
        if (end - start < 6 || text[end - 1] is not (')' or ']')) return false;
        var open = text.LastIndexOfAny(['(', '['], end - 1, end - 1 - start);
        return open > start && end - open > 3 && (_reader.ReadBare(open, end, open + 1, end - 1, UnitRole.Responsible) ?? NamesAndLimit(open, end - 1)) is not null;
    }

    /// <summary>Behind the closing bracket that answers an opening one; -1 where none does within reach.</summary>
    private int Closing(int open, int end)
    {
        var text = script.Text;
        var depth = 0;
        var stop = Math.Min(end, open + 600);
        for (var i = open; i < stop; i++)
        {
            if (text[i] is '(' or '[') depth++;
            else if (text[i] is ')' or ']' && --depth == 0) return i;
            else if (text[i] == '。' && i - open > 300) return -1;
        }

        return -1;
    }

    private Assignment? Bracket(int open, int close, int start, int end)
    {
        var text = script.Text;
        if (close - open < 3) return null;
        var inner = text.AsSpan(open + 1, close - open - 1);
        if (AssignmentReader.HasRoleWord(inner))
        {
            var read = _reader.Read(open, close + 1, open + 1, close, strict: false);
            if (read is not null) return read.Units.TrueForAll(u => u.End - u.Start <= UnitNames.Longest) ? read : null;
            if (RoleWords.LabelAt(script, open + 1, close) is null) return null;
        }

        if (text[open] == '[' && LabelInBrackets(open, close) is { } kind && close + 1 < end)
            return Bracketed(open, end, kind, text[close + 1] == ':' ? close + 2 : close + 1, end);
        if (!BareBrackets || open == start) return null;
        var last = close + 1 >= end || text[close + 1] is '。' or ';' && (close + 2 >= end || text[open - 1] is '。' or ';');
        if (!last && text[open - 1] is not '。') return null;
        return _reader.ReadBare(open, close + 1, open + 1, close, UnitRole.Responsible) ?? NamesAndLimit(open, close);
    }

    /// <summary>(各科室;持续推进): names, then the limit.</summary>
    private Assignment? NamesAndLimit(int open, int close)
    {
        var cut = script.Text.LastIndexOfAny([';', ','], close - 1, close - open - 1);
        if (cut <= open + 1 || close - cut is < 3 or > 30) return null;
        if (Limits.LimitScanner.Scan(new(script.Text, cut + 1, close, 2000, Cell: true)).Count == 0) return null;
        var found = _reader.ReadBare(open, close + 1, open + 1, cut, UnitRole.Responsible);
        found?.Limits.Add((cut + 1, close));
        return found;
    }

    private LabelKind? LabelInBrackets(int open, int close)
    {
        if (close - open > 12) return null;
        // the label reader wants a colon or a gap behind the word; here the bracket closes it
        foreach (var (word, kind) in (ReadOnlySpan<(string, LabelKind)>)[("牵头", LabelKind.Lead), ("主办", LabelKind.Lead), ("责任人", LabelKind.Person), ("责任领导", LabelKind.Person), ("责任", LabelKind.Responsible), ("落实", LabelKind.Responsible), ("承办", LabelKind.Responsible), ("配合", LabelKind.Cooperating), ("协办", LabelKind.Cooperating), ("完成时", LabelKind.Limit), ("时限", LabelKind.Limit), ("时间", LabelKind.Limit)])
            if (script.Text.AsSpan(open + 1, close - open - 1).StartsWith(word, StringComparison.Ordinal)
                && (kind is LabelKind.Limit or LabelKind.Person || script.Text.AsSpan(open + 1, close - open - 1).IndexOfAny('位', '门', '室') > 0)) return kind;
        return null;
    }

    private Assignment? Bracketed(int start, int end, LabelKind kind, int from, int to)
    {
        if (to - from > 200) return null;
        var found = new Assignment { Start = start, End = end };
        if (kind == LabelKind.Limit) found.Limits.Add((from, to));
        else if (kind != LabelKind.Person)
        {
            var role = kind switch { LabelKind.Lead => UnitRole.Lead, LabelKind.Cooperating => UnitRole.Cooperating, _ => UnitRole.Responsible };
            if (_reader.ReadCell(from, to, role) is not { } cell) return null;
            found.Units.AddRange(cell.Units);
        }

        return found;
    }

    /// <summary>A label in running text announces names up to the next full stop.</summary>
    private Assignment? Tail(int start, int end)
    {
        var text = script.Text;
        var stop = start;
        while (stop < end && (text[stop] != '。' || (stop + 1 < end && RoleWords.LabelAt(script, stop + 1, end) is not null))) stop++;
        if (stop - start > 500 || LongText(start, stop)) return null;
        return _reader.Read(start, stop < end ? stop + 1 : stop, start, stop, strict: false);
    }

    // 责任单位: followed by a sentence is a heading word, not an assignment
    private bool LongText(int start, int end)
    {
        var text = script.Text.AsSpan(start, end - start);
        return text.Length > 30 && text.IndexOfAny("的了") >= 0 && text.IndexOfAny('、', ',') < 0;
    }

    /// <summary>…公开力度。市财政局牵头落实。 — the last sentence is the assignment.</summary>
    private Assignment? LastSentence(int start, int end)
    {
        var text = script.Text;
        var stop = end;
        while (stop > start && text[stop - 1] is '。' or ';') stop--;
        var from = text.LastIndexOf('。', stop - 1, stop - start) + 1;
        if (from <= start || stop - from is < 4 or > 200) return null;
        var last = text.AsSpan(from, stop - from);
        if (!(last.EndsWith("落实") || last.EndsWith("负责") || last.EndsWith("牵头") || last.EndsWith("配合"))) return null;
        return _reader.Read(from, end, from, stop, strict: true);
    }
}
