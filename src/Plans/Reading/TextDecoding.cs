using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Gongkai.Plans.Reading;

/// <summary>A decoded text.</summary>
/// <param name="Text">The text without byte order mark, line breaks folded to <c>\n</c>.</param>
/// <param name="Guessed">Name of the encoding where it had to be guessed; null where the bytes leave no doubt.</param>
/// <param name="Damaged">True where bytes that mean nothing were replaced by U+FFFD.</param>
public readonly record struct DecodedText(string Text, string? Guessed = null, bool Damaged = false);

/// <summary>Finds the encoding of a text by strict validation: an encoding that rejects a single byte is not the one.</summary>
public static class TextDecoding
{
    private static readonly Encoding Gb18030 = Strict(54936);
    private static readonly Encoding Big5 = Strict(950);
    private static readonly SearchValues<char> OtherBreaks = SearchValues.Create("\r\f\v\u2028\u2029\u0085");
    private static readonly UTF8Encoding StrictUtf8 = new(false, true);

    /// <summary>Decodes bytes.</summary>
    /// <returns>Null when the bytes are no text in UTF-8, UTF-16, GB18030 or Big5.</returns>
    public static DecodedText? Decode(ReadOnlySpan<byte> bytes)
    {
        var decoded = Choose(bytes);
        if (decoded is not { } found || LooksBinary(found.Text)) return null;
        return found with { Text = Fold(found.Text) };
    }

    /// <summary>The encoding with that name, strict; null when it is not one we read.</summary>
    /// <param name="label">Name as in a page's meta element.</param>
    internal static Encoding? ByLabel(string label) => label.Trim().ToLowerInvariant() switch
    {
        "utf-8" or "utf8" => StrictUtf8,
        "gb2312" or "gbk" or "gb18030" or "gb_2312-80" or "x-gbk" or "cp936" => Gb18030,
        "big5" or "big5-hkscs" or "x-x-big5" => Big5,
        _ => null,
    };

    private static DecodedText? Choose(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\uFEFF"u8)) return Utf8WithFlaws(bytes[3..]);
        if (bytes is [0xFF, 0xFE, ..]) return new(Encoding.Unicode.GetString(bytes[2..]));
        if (bytes is [0xFE, 0xFF, ..]) return new(Encoding.BigEndianUnicode.GetString(bytes[2..]));
        if (Utf8.IsValid(bytes)) return new(Encoding.UTF8.GetString(bytes));

        var gb = Try(Gb18030, bytes);
        if (gb is not null && IsCommonChinese(bytes)) return new(gb);
        if (Utf8WithFlaws(bytes) is { } flawed && IsMostlySound(flawed.Text)) return flawed;
        if (Try(Big5, bytes) is { } big5) return new(big5, "Big5");
        if (gb is not null) return new(gb, "GB18030");

        var replaced = Encoding.GetEncoding(54936).GetString(bytes);
        return IsMostlySound(replaced) ? new(replaced, "GB18030", Damaged: true) : null;
    }

    private static DecodedText? Utf8WithFlaws(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        return new(text, Damaged: text.Contains('\uFFFD', StringComparison.Ordinal));
    }

    // A few broken characters (a clipped end, one bad byte) do not make a text binary.
    private static bool IsMostlySound(string text) => text.AsSpan().Count('\uFFFD') <= Math.Max(2, text.Length / 500);

    private static string? Try(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>
    /// True when most double bytes lie in the rows of everyday characters and punctuation (GB2312).
    /// Nearly any bytes pass as GB18030, but those of another encoding land in its rare rows.
    /// </summary>
    private static bool IsCommonChinese(ReadOnlySpan<byte> bytes)
    {
        int common = 0, all = 0;
        for (var i = 0; i + 1 < bytes.Length && all < 200_000; i++)
        {
            if (bytes[i] < 0x81) continue;
            all++;
            if (bytes[i] is >= 0xA1 and <= 0xA9 or >= 0xB0 and <= 0xF7 && bytes[i + 1] >= 0xA1) common++;
            i++;
        }

        return common * 10 >= all * 8;
    }

    private static bool LooksBinary(string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal)) return true;
        var odd = 0;
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, 200_000)))
        {
            if (c < ' ' && c is not ('\t' or '\n' or '\r' or '\f' or '\v' or '\u001A')) odd++;
        }

        return odd > 2 + text.Length / 200;
    }

    /// <summary>Turns every kind of line break into <c>\n</c>; a lone form feed, vertical tab or line separator is one too.</summary>
    private static string Fold(string text)
    {
        if (text.AsSpan().IndexOfAny(OtherBreaks) < 0) return text;
        var folded = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n') continue;
            folded.Append(c is '\r' or '\f' or '\v' or '\u2028' or '\u2029' or '\u0085' ? '\n' : c);
        }

        return folded.ToString();
    }

    private static Encoding Strict(int codePage)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(codePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
    }
}
