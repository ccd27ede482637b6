using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Gongkai.Rules.Checks;

/// <summary>Makes pictures of one dot that say something about themselves.</summary>
internal static class Pictures
{
    /// <summary>A JPEG with these segments before its end.</summary>
    public static byte[] Jpeg(params (byte Mark, byte[] Content)[] segments)
    {
        List<byte> bytes = [0xFF, 0xD8];
        foreach (var (mark, content) in segments)
        {
            bytes.AddRange([0xFF, mark, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2)]);
            bytes.AddRange(content);
        }

        bytes.AddRange([0xFF, 0xD9]);
        return [.. bytes];
    }

    /// <summary>Exif with tags of text, and a place where one is given.</summary>
    public static (byte Mark, byte[] Content) Exif(bool hasPlace, params (int Tag, byte[] Value)[] tags)
    {
        using var tiff = new MemoryStream();
        using var writer = new BinaryWriter(tiff);
        writer.Write("II*\0"u8);
        writer.Write(8);
        var entries = tags.Length + (hasPlace ? 1 : 0);
        var data = 8 + 2 + (entries * 12) + 4;
        writer.Write((short)entries);
        var values = new List<byte>();
        foreach (var (tag, value) in tags)
        {
            writer.Write((ushort)tag);
            writer.Write((ushort)2);
            writer.Write(value.Length);
            if (value.Length <= 4) writer.Write([.. value, .. new byte[4 - value.Length]]);
            else writer.Write(data + values.Count);
            if (value.Length > 4) values.AddRange(value);
        }

        if (hasPlace)
        {
            writer.Write((ushort)0x8825);
            writer.Write((ushort)4);
            writer.Write(1);
            writer.Write(data + values.Count);
        }

        writer.Write(0);
        writer.Write(values.ToArray());
        if (hasPlace) WritePlace(writer, (int)tiff.Length);
        writer.Flush();
        return (0xE1, [.. "Exif\0\0"u8, .. tiff.ToArray()]);
    }

    public static byte[] Png(params (string Kind, byte[] Content)[] chunks)
    {
        List<byte> bytes = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];
        foreach (var (kind, content) in ((string, byte[])[])[("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]), .. chunks, ("IEND", [])])
        {
            var length = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
            bytes.AddRange(length);
            bytes.AddRange(Encoding.ASCII.GetBytes(kind));
            bytes.AddRange(content);
            bytes.AddRange([0, 0, 0, 0]);
        }

        return [.. bytes];
    }

    public static byte[] Deflated(string text)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest)) zlib.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    // 43°54'36" north, 81°19'48" east, as fractions of one.
    private static void WritePlace(BinaryWriter writer, int at)
    {
        writer.Write((short)2);
        foreach (var (tag, value) in ((ushort, int)[])[(2, at + 30), (4, at + 54)])
        {
            writer.Write(tag);
            writer.Write((ushort)5);
            writer.Write(3);
            writer.Write(value);
        }

        writer.Write(0);
        foreach (var part in (int[])[43, 54, 36, 81, 19, 48])
        {
            writer.Write(part);
            writer.Write(1);
        }
    }
}
