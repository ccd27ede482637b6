using System.Buffers.Binary;

namespace Gongkai.Content.Writing;

/// <summary>Tells how large a picture is without decoding it.</summary>
internal static class PictureSize
{
    private const int Largest = 100_000;

    /// <summary>Width and height in dots; null where the bytes do not say.</summary>
    /// <param name="bytes">A PNG or JPEG.</param>
    public static (int Width, int Height)? Of(ReadOnlySpan<byte> bytes)
    {
        var size = bytes.Length >= 24 && bytes[0] == 0x89
            ? (BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]))
            : OfJpeg(bytes);
        return size is { Item1: > 0 and <= Largest, Item2: > 0 and <= Largest } ? size : null;
    }

    // Segments follow each other, each with its length; those from C0 to CF but three are frames and begin with the size.
    private static (int Width, int Height)? OfJpeg(ReadOnlySpan<byte> bytes)
    {
        for (var at = 2; at + 9 < bytes.Length && bytes[at] == 0xFF;)
        {
            var kind = bytes[at + 1];
            if (kind is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC)) return (BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }
        return null;
    }
}
