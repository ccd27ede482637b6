namespace Gongkai.Law.Wording;

/// <summary>
/// A text in one spelling, with the way back to the text it was made from. For reading only: what is shown and stored stays the source.
/// </summary>
/// <remarks>
/// What is done, in this order, in one pass:
/// <list type="number">
/// <item>Full-width letters, digits and ASCII punctuation become half-width (，：；（）！？ become <c>,:;()!?</c>, ．becomes <c>.</c>); ﹐ and the other small, vertical and half-width forms follow. 。、《》〈〉〔〕【】“”‘’—… stay; 「」 become “”, dashes as short as a hyphen become <c>-</c>.</item>
/// <item>Traditional and variant characters become simplified, one for one; radicals of PDF files become characters.</item>
/// <item>Every blank (no-break, full-width, tab) is <c>' '</c>, every line end <c>\n</c>; zero-width marks vanish.</item>
/// <item>A note of pronunciation in brackets after a character (發(fā)) vanishes.</item>
/// <item>Blanks vanish at both ends of a line, after an opening and before a closing mark, between two Chinese characters and between a Chinese character and a digit when they are one or two (a wider gap or a tab divides columns and stays as one), and, one alone, between two digits when either is a number of one digit (2 0 2 6). Every other run of blanks becomes one.</item>
/// </list>
/// Numbers keep their spelling (二〇二六 stays); <see cref="ChineseNumerals"/> and <see cref="ChineseDates"/> read them.
/// </remarks>
public sealed class NormalisedText
{
    private readonly int[] _origins;

    private NormalisedText(string source, string text, int[] origins) => (Source, Text, _origins) = (source, text, origins);

    /// <summary>The text as it came.</summary>
    public string Source { get; }

    /// <summary>The text in one spelling; never longer than the source.</summary>
    public string Text { get; }

    /// <summary>Normalises a text in time linear in its length.</summary>
    public static NormalisedText Of(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var folded = new char[source.Length];
        var foldedOrigins = new int[source.Length];
        var count = 0;
        for (var i = 0; i < source.Length; i++)
        {
            var c = source[i];
            if (c == '\r')
            {
                if (i + 1 < source.Length && source[i + 1] == '\n') continue;
                c = '\n';
            }

            c = CharacterFolding.Fold(c);
            if (c == CharacterFolding.Dropped) continue;
            folded[count] = c;
            foldedOrigins[count++] = i;
        }

        return Tidy(source, folded.AsSpan(0, count), foldedOrigins);
    }

    /// <summary>The offset in the source of the character at an offset of <see cref="Text"/>; the end of the text maps to the end of the source.</summary>
    /// <param name="offset">0 to the length of <see cref="Text"/>, inclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException">The offset lies outside the text.</exception>
    public int ToSource(int offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, _origins.Length);
        return offset == _origins.Length ? Source.Length : _origins[offset];
    }

    /// <summary>The stretch of the source that a stretch of <see cref="Text"/> was made from: from its first character to its last, so that removed characters at either end stay outside.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span lies outside the text.</exception>
    public TextSpan ToSource(TextSpan span)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(span.Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(span.End, _origins.Length);
        var start = ToSource(span.Start);
        return span.Length == 0 ? new(start, 0) : TextSpan.Between(start, _origins[span.End - 1] + 1);
    }

    /// <summary>The first offset of <see cref="Text"/> that stands at or after an offset of the source.</summary>
    /// <param name="sourceOffset">0 to the length of <see cref="Source"/>, inclusive.</param>
    public int FromSource(int sourceOffset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sourceOffset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sourceOffset, Source.Length);
        var found = Array.BinarySearch(_origins, sourceOffset);
        return found >= 0 ? found : ~found;
    }

    /// <summary>True when the source holds a blank or a line end just before the character at this offset, though it may be gone from <see cref="Text"/>: a table cell divides its units so.</summary>
    public bool BlankBefore(int offset)
    {
        var origin = ToSource(offset);
        return origin > 0 && CharacterFolding.Fold(Source[origin - 1]) is ' ' or '\n';
    }

    private static NormalisedText Tidy(string source, ReadOnlySpan<char> folded, int[] foldedOrigins)
    {
        var text = new char[folded.Length];
        var origins = new int[folded.Length];
        var length = 0;
        for (var i = 0; i < folded.Length;)
        {
            var before = length == 0 ? '\n' : text[length - 1];
            if (folded[i] == ' ')
            {
                var end = i;
                var tab = false;
                while (end < folded.Length && folded[end] == ' ') tab |= source[foldedOrigins[end++]] == '\t';
                if (!Vanishes(folded, before, i, end, tab)) Keep(text, origins, ref length, ' ', foldedOrigins[i]);
                i = end;
                continue;
            }

            if (CharacterFolding.IsChinese(before) && PronunciationNote.LengthAt(folded[i..], before) is > 0 and var note)
            {
                i += note;
                continue;
            }

            Keep(text, origins, ref length, folded[i], foldedOrigins[i]);
            i++;
        }

        Array.Resize(ref origins, length);
        return new(source, new string(text, 0, length), origins);
    }

    private static void Keep(char[] text, int[] origins, ref int length, char c, int origin)
    {
        text[length] = c;
        origins[length++] = origin;
    }

    private static bool Vanishes(ReadOnlySpan<char> folded, char before, int start, int end, bool tab)
    {
        var after = end < folded.Length ? folded[end] : '\n';
        if (before == '\n' || after == '\n') return true;
        if ("([{《〈〔【〖“‘".Contains(before) || ")]}》〉〕】〗”’,。;:、!?".Contains(after)) return true;
        if (char.IsAsciiDigit(before) && char.IsAsciiDigit(after))
            return end - start == 1 && (StandsAlone(folded, start - 1, -1) || StandsAlone(folded, end, 1));
        return end - start <= 2 && !tab
            && (CharacterFolding.IsChinese(before) ? CharacterFolding.IsChinese(after) || char.IsAsciiDigit(after) : char.IsAsciiDigit(before) && CharacterFolding.IsChinese(after));
    }

    /// <summary>True when the digit here has no other beside it on its far side.</summary>
    private static bool StandsAlone(ReadOnlySpan<char> folded, int digit, int direction)
    {
        var beyond = digit + direction;
        return beyond < 0 || beyond >= folded.Length || !char.IsAsciiDigit(folded[beyond]);
    }
}
