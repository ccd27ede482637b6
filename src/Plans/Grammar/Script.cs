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

        return new(text.ToString(), at[..text.Length], gap[..text.Length], source.Length);
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
}
