namespace Gongkai.Shape;

/// <summary>
/// C# as text with comments, and where asked the insides of strings, turned into blanks, so that a search for a word finds code
/// only. Offsets and lines stay what they were; the holes of interpolated strings are code.
/// </summary>
internal sealed class CodeText
{
    private readonly string _code;
    private readonly char[] _result;
    private readonly bool _blankStrings;

    private CodeText(string code, bool blankStrings) => (_code, _result, _blankStrings) = (code, code.ToCharArray(), blankStrings);

    public static string WithoutComments(string code) => new CodeText(code, blankStrings: false).Run();

    public static string WithoutCommentsAndStrings(string code) => new CodeText(code, blankStrings: true).Run();

    private string Run()
    {
        for (var at = 0; at < _code.Length;) at = ReadCode(at, inHole: false) + 1;
        return new(_result);
    }

    private char this[int at] => at < _code.Length ? _code[at] : '\0';

    /// <summary>Reads code to its end, or to the brace that closes a hole; returns the offset of that brace.</summary>
    private int ReadCode(int at, bool inHole)
    {
        var depth = 0;
        while (at < _code.Length)
        {
            if (inHole && depth == 0 && _code[at] == '}') return at;
            if (_code[at] == '{') depth++;
            if (_code[at] == '}') depth--;
            at = ReadToken(at);
        }

        return at;
    }

    private int ReadToken(int at)
    {
        if (_code[at] == '/' && this[at + 1] == '/') return Blank(at, EndOf("\n", at, included: false));
        if (_code[at] == '/' && this[at + 1] == '*') return Blank(at, EndOf("*/", at + 2, included: true));
        if (_code[at] == '\'') return ReadCharacter(at);
        var quote = at;
        while (this[quote] is '$' or '@') quote++;
        return this[quote] == '"' ? ReadString(quote, _code[at..quote]) : Math.Max(at + 1, quote);
    }

    private int ReadCharacter(int at)
    {
        var end = at + 1;
        while (end < _code.Length && _code[end] is not ('\'' or '\n')) end += _code[end] == '\\' ? 2 : 1;
        if (_blankStrings) Blank(at + 1, end);
        return end + 1;
    }

    private int ReadString(int quote, string prefix)
    {
        var dollars = prefix.Count(c => c == '$');
        var quotes = RunOf('"', quote);
        if (quotes >= 3) return ReadRaw(quote + quotes, quotes, dollars);
        var verbatim = prefix.Contains('@');
        var at = quote + 1;
        while (at < _code.Length)
        {
            if (_code[at] == '"' && !(verbatim && this[at + 1] == '"')) return at + 1;
            if (!verbatim && _code[at] == '\n') return at;
            var pair = (verbatim && _code[at] == '"') || (!verbatim && _code[at] == '\\') || (dollars > 0 && _code[at] == '{' && this[at + 1] == '{');
            if (!pair && dollars > 0 && _code[at] == '{') at = ReadCode(at + 1, inHole: true) + 1;
            else at = BlankString(at, at + (pair ? 2 : 1));
        }

        return at;
    }

    private int ReadRaw(int at, int quotes, int dollars)
    {
        while (at < _code.Length)
        {
            if (_code[at] == '"' && RunOf('"', at) >= quotes) return at + RunOf('"', at);
            var braces = dollars > 0 ? RunOf('{', at) : 0;
            if (braces >= dollars && braces > 0) at = ReadCode(at + braces, inHole: true) + dollars;
            else at = BlankString(at, at + 1);
        }

        return at;
    }

    private int RunOf(char wanted, int at)
    {
        var end = at;
        while (this[end] == wanted) end++;
        return end - at;
    }

    private int EndOf(string mark, int from, bool included)
    {
        var found = _code.IndexOf(mark, Math.Min(from, _code.Length), StringComparison.Ordinal);
        return found < 0 ? _code.Length : found + (included ? mark.Length : 0);
    }

    private int BlankString(int from, int to) => _blankStrings ? Blank(from, to) : to;

    private int Blank(int from, int to)
    {
        for (var at = from; at < Math.Min(to, _code.Length); at++)
            if (_result[at] is not ('\n' or '\r')) _result[at] = ' ';
        return to;
    }
}
