using System.Buffers.Binary;
using System.Text;

namespace Gongkai.Checks;

/// <summary>Reads Exif, which is a TIFF without a picture: directories of tags, each with a type, a count and a place.</summary>
internal static class ExifFacts
{
    private const int MostTags = 200;
    private const int Details = 0x8769, Gps = 0x8825;
    private const int Latitude = 2, Longitude = 4;

    /// <summary>Tags that name a person.</summary>
    private static readonly int[] Authors = [0x013B, 0x9C9D, 0xA430];

    /// <summary>Tags that hold words: descriptions, copyright, comments, software, Windows' own.</summary>
    private static readonly int[] Words = [0x010E, 0x010F, 0x0110, 0x0131, 0x013C, 0x8298, 0x9286, 0x9C9B, 0x9C9C, 0x9C9E, 0x9C9F, 0xA420, 0xA431, 0xA435];

    public static void Read(ReadOnlySpan<byte> tiff, PictureFacts facts)
    {
        if (tiff.Length < 8) return;
        var isLittle = tiff[0] == (byte)'I';
        ReadDirectory(tiff, Number(tiff, 4, 4, isLittle), isLittle, facts, depth: 0);
    }

    private static void ReadDirectory(ReadOnlySpan<byte> tiff, long at, bool isLittle, PictureFacts facts, int depth)
    {
        if (at < 8 || at + 2 > tiff.Length || depth > 2) return;
        var tags = Math.Min(MostTags, Number(tiff, at, 2, isLittle));
        for (var i = 0; i < tags; i++)
        {
            var entry = at + 2 + (i * 12);
            if (entry + 12 > tiff.Length) return;
            var tag = (int)Number(tiff, entry, 2, isLittle);
            if (tag == Details) ReadDirectory(tiff, Number(tiff, entry + 8, 4, isLittle), isLittle, facts, depth + 1);
            else if (tag == Gps) ReadPosition(tiff, Number(tiff, entry + 8, 4, isLittle), isLittle, facts);
            else if (Authors.Contains(tag)) facts.AddAuthor(Text(tiff, entry, tag, isLittle));
            else if (Words.Contains(tag)) facts.Add(Text(tiff, entry, tag, isLittle));
        }
    }

    private static void ReadPosition(ReadOnlySpan<byte> tiff, long at, bool isLittle, PictureFacts facts)
    {
        if (at < 8 || at + 2 > tiff.Length) return;
        double? north = null, east = null;
        var tags = Math.Min(MostTags, Number(tiff, at, 2, isLittle));
        for (var i = 0; i < tags; i++)
        {
            var entry = at + 2 + (i * 12);
            if (entry + 12 > tiff.Length) break;
            var tag = Number(tiff, entry, 2, isLittle);
            if (tag == Latitude) north = Degrees(tiff, Number(tiff, entry + 8, 4, isLittle), isLittle);
            else if (tag == Longitude) east = Degrees(tiff, Number(tiff, entry + 8, 4, isLittle), isLittle);
        }

        if (north is not null || east is not null) facts.AddPosition(north, east);
    }

    // Three fractions: degrees, minutes, seconds.
    private static double? Degrees(ReadOnlySpan<byte> tiff, long at, bool isLittle)
    {
        if (at < 8 || at + 24 > tiff.Length) return null;
        var degrees = 0.0;
        for (var i = 0; i < 3; i++)
        {
            var below = Number(tiff, at + (i * 8) + 4, 4, isLittle);
            if (below != 0) degrees += Number(tiff, at + (i * 8), 4, isLittle) / (double)below / Math.Pow(60, i);
        }

        return degrees;
    }

    private static string Text(ReadOnlySpan<byte> tiff, long entry, int tag, bool isLittle)
    {
        var count = Number(tiff, entry + 4, 4, isLittle);
        var at = count <= 4 ? entry + 8 : Number(tiff, entry + 8, 4, isLittle);
        if (at < 0 || at >= tiff.Length) return "";
        var bytes = tiff.Slice((int)at, (int)Math.Min(count, tiff.Length - at));
        // Windows writes its own tags in UTF-16; a user comment begins with eight bytes that name its encoding.
        if (tag is >= 0x9C9B and <= 0x9C9F) return Encoding.Unicode.GetString(bytes).TrimEnd('\0');
        if (tag == 0x9286 && bytes.Length >= 8) return bytes.StartsWith("UNICODE"u8) ? (isLittle ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(bytes[8..]) : PictureTexts.Decode(bytes[8..]);
        return PictureTexts.Decode(bytes);
    }

    private static long Number(ReadOnlySpan<byte> tiff, long at, int size, bool isLittle)
    {
        if (at < 0 || at + size > tiff.Length) return 0;
        var bytes = tiff[(int)at..];
        return (size, isLittle) switch
        {
            (2, true) => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
            (2, false) => BinaryPrimitives.ReadUInt16BigEndian(bytes),
            (_, true) => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
            _ => BinaryPrimitives.ReadUInt32BigEndian(bytes),
        };
    }
}
