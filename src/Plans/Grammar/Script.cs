using System.Text;
using Gongkai.Law.Wording;

namespace Gongkai.Plans.Grammar;

/// <summary>
/// The text of a document as the grammar reads it: half width, simplified, without blanks and without pronunciation notes.
/// Lines stay lines. Every character knows where it stands in the source, so that what is read can be handed out as written.
/// </summary>
internal sealed class Script
{
    private readonly int[] _at;
    private readonly bool[] _gap;
    private readonly string _source;

    private Script(string text, int[] at, bool[] gap, string source)
    {
        Text = text;
        _at = at;
        _gap = gap;
        _source = source;
    }

    /// <summary>The folded text.</summary>
    public string Text { get; }

    /// <summary>True where the source has a blank before this character; names in a cell are often divided by nothing else.</summary>
    public bool GapBefore(int index) => index < _gap.Length && _gap[index];

    /// <summary>Width of a stretch on a page, in half characters: a Chinese character takes two.</summary>
    public int Width(int start, int end)
    {
        var width = 0;
        for (var i = start; i < end; i++) width += Text[i] > '\u0080' || _source[_at[i]] > '\u0080' ? 2 : 1;
        return width;
    }

    /// <summary>The stretch of the source that a stretch of the folded text stands for, the end exclusive.</summary>
    public TextSpan ToSource(int start, int end)
    {
        if (start >= end) return new(start < _at.Length ? _at[start] : _source.Length, 0);
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
        var normal = NormalisedText.Of(source);
        var text = new StringBuilder(normal.Text.Length);
        var at = new int[normal.Text.Length];
        var gap = new bool[normal.Text.Length];
        for (var i = 0; i < normal.Text.Length; i++)
        {
            var c = normal.Text[i];
            if (c == ' ') continue;
            at[text.Length] = normal.ToSource(i);
            gap[text.Length] = c != '\n' && normal.BlankBefore(i);
            text.Append(Letters.Fold(c));
        }

        return new(text.ToString(), at[..text.Length], gap[..text.Length], source);
    }

    /// <summary>The same text with some stretches taken out: line breaks in mid-sentence, page numbers between two halves of one.</summary>
    /// <param name="cuts">Folded stretches to take out, ascending and not overlapping.</param>
    public Script Without(IReadOnlyList<(int Start, int End)> cuts)
    {
        if (cuts.Count == 0) return this;
        var text = new StringBuilder(Text.Length);
        var at = new List<int>(Text.Length);
        var gap = new List<bool>(Text.Length);
        var from = 0;
        foreach (var (start, end) in cuts)
        {
            Copy(from, start);
            from = end;
        }

        Copy(from, Text.Length);
        return new(text.ToString(), [.. at], [.. gap], _source);

        void Copy(int start, int end)
        {
            text.Append(Text, start, end - start);
            // a line's own indent says nothing once the line runs on
            for (var i = start; i < end; i++) at.Add(_at[i]);
            for (var i = start; i < end; i++) gap.Add(_gap[i] && (i > start || start == 0));
        }
    }
}
