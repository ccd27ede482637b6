using Gongkai.Plans.Reading;

namespace Gongkai.Content.Blocks;

/// <summary>
/// Gathers the words of one line, wherever they come from, into their one normal form: blanks folded, none at either end, nothing that
/// cannot be seen, neighbours of one style put together. Words that are in this form come out as they went in.
/// </summary>
internal sealed class RunLine
{
    private const char WideBlank = '\u3000';

    private readonly List<Run> _runs = [];
    private readonly System.Text.StringBuilder _words = new();
    private Look _look;
    private Look _gapLook;
    private char _gap;
    private char _last;

    /// <summary>True while nothing stands in it.</summary>
    public bool IsEmpty => _last == '\0';

    /// <summary>Adds words.</summary>
    /// <param name="text">The words; a line break counts as a blank, but not between two Chinese characters.</param>
    /// <param name="style">How they stand.</param>
    /// <param name="link">Where they lead; what is not safe is dropped.</param>
    public void Append(string text, RunStyle style = RunStyle.Plain, string? link = null)
    {
        var look = new Look(style.HasFlag(RunStyle.Superscript) ? style & ~RunStyle.Subscript : style, Links.Safe(link));
        for (var i = 0; i < text.Length; i++)
        {
            var sign = text[i];
            if (IsBlank(sign)) Blank(sign, look);
            else if (char.IsHighSurrogate(sign) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                Put(sign, look);
                Put(text[++i], look);
            }
            else if (IsShown(sign)) Put(sign, look);
        }
    }

    /// <summary>Takes the finished line and begins the next.</summary>
    public IReadOnlyList<Run> Take()
    {
        Close();
        var runs = _runs.ToList();
        // Wide blanks in the middle divide signatures; at the end they are the habit of the typewriter.
        while (runs.Count > 0)
        {
            var text = runs[^1].Text.TrimEnd(' ', WideBlank);
            if (text.Length == runs[^1].Text.Length) break;
            runs[^1] = runs[^1] with { Text = text };
            if (text.Length > 0) break;
            runs.RemoveAt(runs.Count - 1);
        }
        _runs.Clear();
        (_gap, _last) = ('\0', '\0');
        return runs;
    }

    /// <summary>The one line that a text makes.</summary>
    public static string Plain(string? text)
    {
        var line = new RunLine();
        line.Append(text ?? "");
        return string.Concat(line.Take().Select(run => run.Text));
    }

    private void Blank(char sign, Look look)
    {
        if (_gap == '\0') _gapLook = look;
        if (_gap is '\0' or '\n') _gap = sign is '\n' or '\r' ? '\n' : ' ';
    }

    private void Put(char sign, Look look)
    {
        if (IsEmpty && sign == WideBlank) return;
        if (_gap != '\0' && !IsEmpty && !(_gap == '\n' && HtmlLooks.IsOneWord(_last, sign))) Write(' ', _gapLook);
        _gap = '\0';
        Write(sign, look);
        _last = sign;
    }

    private void Write(char sign, Look look)
    {
        if (look != _look) Close();
        _look = look;
        _words.Append(sign);
    }

    private void Close()
    {
        if (_words.Length > 0) _runs.Add(new(_words.ToString(), _look.Style, _look.Link));
        _words.Clear();
    }

    private static bool IsBlank(char sign) => sign is ' ' or '\u00A0' or '\u2028' or '\u2029' or (>= '\t' and <= '\r') or '\u0085';

    /// <summary>False for control characters, lone halves of pairs, and marks that only change the direction or the breaking of a line.</summary>
    private static bool IsShown(char sign) =>
        !char.IsControl(sign) && !char.IsSurrogate(sign)
        && sign is not ('\u00AD' or '\u200B' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2069') or '\uFEFF' or '\uFFFE' or '\uFFFF');

    private readonly record struct Look(RunStyle Style, string? Link);
}
