using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Gongkai.Plans.Reading;

/// <summary>Lets a page's own charset declaration decide where its bytes are not UTF-8.</summary>
internal static class HtmlCharset
{
    private const int Head = 4096;
    private static readonly SearchValues<char> LabelEnds = SearchValues.Create("\"' />;");

    /// <summary>The page's text in its declared encoding where that one fits every byte; otherwise as already decoded.</summary>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes, DecodedText decoded)
    {
        if (Utf8.IsValid(bytes) || Declared(bytes) is not { } encoding) return decoded;
        try
        {
            return new(encoding.GetString(bytes));
        }
        catch (DecoderFallbackException)
        {
            return decoded;
        }
    }

    private static Encoding? Declared(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(Head, bytes.Length)]);
        var at = head.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        var label = head.AsSpan(at + "charset=".Length).TrimStart("\"' ");
        var end = label.IndexOfAny(LabelEnds);
        return TextDecoding.ByLabel(label[..(end < 0 ? label.Length : end)].ToString());
    }
}
