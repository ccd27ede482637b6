using System.Text;

namespace Gongkai.Plans.Grammar;

/// <summary>
/// The text of a document as the grammar reads it: half width, simplified, without blanks and without pronunciation notes.
/// Lines stay lines. Every character knows where it stands in the source, so that what is read can be handed out as written.
/// </summary>
internal sealed class Script
{
    private readonly int[] _at;
    private readonly bool[] _gap;
    private readonly int _sourceLength;

    private Script(string text, int[] at, bool[] gap, int sourceLength)
    {
        Text = text;
        _at = at;
        _gap = gap;
        _sourceLength = sourceLength;
    }

    /// <summary>The folded text.</summary>
    public string Text { get; }

    /// <summary>True where the source has a blank before this character; names in a cell are often divided by nothing else.</summary>
    public bool GapBefore(int index) => index < _gap.Length && _gap[index];

    /// <summary>The stretch of the source that a stretch of the folded text stands for, the end exclusive.</summary>
    public TextSpan ToSource(int start, int end)
    {
        if (start >= end) return new(start < _at.Length ? _at[start] : _sourceLength, 0);
        return TextSpan.Between(_at[start], _at[end - 1] + 1);
    }

    /// <summary>The first folded character at or after an offset of the source.</summary>
    public int FromSource(int offset)
    {
        var found = Array.BinarySearch(_at, offset);
        return found >= 0 ? found : ~found;
    }

    /// <summary>Folds a text.</summary>
    public static Script Of(string source)
    {
        var text = new StringBuilder(source.Length);
        var at = new int[source.Length];
        var gap = new bool[source.Length];
        var blank = false;
        for (var i = 0; i < source.Length; i++)
        {
            var c = source[i];
            if (c == '\n')
            {
                Add('\n', i);
                blank = false;
                continue;
            }

            if (Letters.IsBlank(c))
            {
                blank = true;
                continue;
            }

            c = Letters.Fold(c);
            if (c == '(' && text.Length > 0 && Letters.IsHan(text[^1]) && PronunciationNote(source, i) is var end and > 0)
            {
                i = end;
                continue;
            }

            Add(c, i);
        }

        return new(text.ToString(), at[..text.Length], gap[..text.Length], source.Length);

        void Add(char c, int offset)
        {
            at[text.Length] = offset;
            gap[text.Length] = blank;
            blank = false;
            text.Append(c);
        }
    }

    /// <summary>The same text with some line breaks taken out, as a page that breaks its lines in mid-sentence needs.</summary>
    /// <param name="breaks">Folded offsets of the line breaks to take out, ascending.</param>
    public Script Joined(IReadOnlyList<int> breaks)
    {
        if (breaks.Count == 0) return this;
        var text = new StringBuilder(Text.Length);
        var at = new int[Text.Length - breaks.Count];
        var gap = new bool[at.Length];
        var next = 0;
        for (var i = 0; i < Text.Length; i++)
        {
            if (next < breaks.Count && breaks[next] == i)
            {
                next++;
                continue;
            }

            at[text.Length] = _at[i];
            gap[text.Length] = _gap[i] && (i == 0 || Text[i - 1] != '\n');
            text.Append(Text[i]);
        }

        return new(text.ToString(), at, gap, _sourceLength);
    }

    /// <summary>Offset of the closing bracket of a note such as (fā) that copying programs put behind characters; 0 where there is none.</summary>
    private static int PronunciationNote(string source, int open)
    {
        for (var i = open + 1; i < source.Length && i <= open + 8; i++)
        {
            var c = source[i];
            if (c is ')' or '）') return i > open + 1 ? i : 0;
            if (c is not ((>= 'a' and <= 'z') or (>= '\u00e0' and <= '\u01dc') or '\u0251' or '\u0261')) return 0;
        }

        return 0;
    }
}
