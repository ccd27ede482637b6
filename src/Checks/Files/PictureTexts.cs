using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Gongkai.Plans.Reading;

namespace Gongkai.Checks;

/// <summary>What a PNG or JPEG says about itself: where and by whom it was taken, comments and captions. What it shows needs a person's eye.</summary>
internal static class PictureTexts
{
    private const int LongestText = 1 << 20;

    public static bool IsPicture(ReadOnlySpan<byte> bytes) => bytes is [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..];

    /// <summary>Looks at a picture that is a file of its own.</summary>
    public static void Look(byte[] bytes, OpenFile file)
    {
        file.AddGap(CheckCodes.Picture, "");
        LookInside(bytes, file);
    }

    /// <summary>Looks at what a picture says about itself.</summary>
    public static void LookInside(byte[] bytes, OpenFile file)
    {
        var facts = new PictureFacts();
        if (bytes[0] == 0xFF) ReadJpeg(bytes, facts);
        else ReadPng(bytes, facts);

        var text = new LocatedText();
        foreach (var words in facts.Words) text.AddLine(words, new("图片Exif信息"));
        file.Look(text);
        if (facts.Position is { } position) file.AddHidden(CheckCodes.HiddenPlace, "图片Exif信息", position);
        if (facts.Author is { } author) file.AddHidden(CheckCodes.HiddenAuthor, "图片Exif信息", Masking.Name(author, 1));
    }

    private static void ReadJpeg(ReadOnlySpan<byte> bytes, PictureFacts facts)
    {
        for (var at = 2; at + 4 <= bytes.Length && bytes[at] == 0xFF;)
        {
            var mark = bytes[at + 1];
            if (mark is 0xD9 or 0xDA) return;
            if (mark is 0xFF or 0x01 or (>= 0xD0 and <= 0xD7))
            {
                at += mark == 0xFF ? 1 : 2;
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            if (length < 2 || at + 2 + length > bytes.Length) return;
            var content = bytes.Slice(at + 4, length - 2);
            if (mark == 0xE1 && content.StartsWith("Exif\0\0"u8)) ExifFacts.Read(content[6..], facts);
            else if (mark == 0xE1) XmpFacts.Read(Encoding.UTF8.GetString(content), facts);
            else if (mark == 0xFE) facts.Add(Decode(content));
            else if (mark == 0xED) facts.Add(Printable(content));
            at += 2 + length;
        }
    }

    private static void ReadPng(ReadOnlySpan<byte> bytes, PictureFacts facts)
    {
        for (var at = 8; at + 12 <= bytes.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
            if (length > bytes.Length - at - 12) return;
            var content = bytes.Slice(at + 8, (int)length);
            switch (Encoding.ASCII.GetString(bytes.Slice(at + 4, 4)))
            {
                case "eXIf":
                    ExifFacts.Read(content, facts);
                    break;
                case "tEXt":
                    AddNamed(content, content.IndexOf((byte)0), 1, false, facts);
                    break;
                case "zTXt":
                    AddNamed(content, content.IndexOf((byte)0), 2, true, facts);
                    break;
                case "iTXt":
                    AddInternational(content, facts);
                    break;
                default:
                    break;
            }

            at += (int)length + 12;
        }
    }

    private static void AddInternational(ReadOnlySpan<byte> content, PictureFacts facts)
    {
        var name = content.IndexOf((byte)0);
        if (name < 0 || name + 3 > content.Length) return;
        var isPacked = content[name + 1] == 1;
        var at = name + 3;
        for (var field = 0; field < 2; field++)
        {
            var end = content[at..].IndexOf((byte)0);
            if (end < 0) return;
            at += end + 1;
        }

        AddNamed(content, name, at - name, isPacked, facts);
    }

    private static void AddNamed(ReadOnlySpan<byte> content, int name, int skip, bool isPacked, PictureFacts facts)
    {
        if (name < 0 || name + skip > content.Length) return;
        var key = Encoding.ASCII.GetString(content[..name]);
        var words = isPacked ? Unpack(content[(name + skip)..]) : Decode(content[(name + skip)..]);
        if (key.Contains("xmp", StringComparison.OrdinalIgnoreCase)) XmpFacts.Read(words, facts);
        else if (key is "Author" or "Artist") facts.AddAuthor(words);
        else facts.Add(words);
    }

    private static string Unpack(ReadOnlySpan<byte> packed)
    {
        using var unpacked = new ZLibStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
        var buffer = new byte[LongestText];
        return Decode(buffer.AsSpan(0, unpacked.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)));
    }

    internal static string Decode(ReadOnlySpan<byte> bytes) => TextDecoding.Decode(bytes.TrimEnd((byte)0)) is { } decoded ? decoded.Text : Printable(bytes);

    private static string Printable(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        return string.Concat(text.Select(c => char.IsControl(c) || c == '\uFFFD' ? ' ' : c));
    }
}

/// <summary>What a picture says about itself.</summary>
internal sealed class PictureFacts
{
    /// <summary>Everything it says in words.</summary>
    public List<string> Words { get; } = [];

    /// <summary>Where it was taken, to a tenth of a degree; null where it does not say.</summary>
    public string? Position { get; private set; }

    /// <summary>Who made it or owns the camera; null where it does not say.</summary>
    public string? Author { get; private set; }

    public void Add(string words)
    {
        if (!string.IsNullOrWhiteSpace(words)) Words.Add(words.Trim());
    }

    public void AddAuthor(string name)
    {
        Add(name);
        if (!string.IsNullOrWhiteSpace(name)) Author ??= name.Trim();
    }

    /// <summary>Takes a position.</summary>
    /// <param name="latitude">Degrees; null where only the presence of a position is known.</param>
    /// <param name="longitude">Degrees.</param>
    public void AddPosition(double? latitude, double? longitude) =>
        Position ??= latitude is { } north && longitude is { } east ? string.Create(CultureInfo.InvariantCulture, $"北纬{north:F1}°，东经{east:F1}°附近") : "有经纬度";
}
