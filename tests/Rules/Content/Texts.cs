using System.IO.Compression;
using Gongkai.Content.Blocks;
using Gongkai.Content.Importing;
using Gongkai.Content.Markup;
using Gongkai.Plans;
using Xunit;

namespace Gongkai.Rules.Content;

/// <summary>Texts in their plain form, in which tests can show them.</summary>
internal static class Texts
{
    /// <summary>Imports a file that must be readable.</summary>
    public static Imported Import(string name, byte[] bytes, ImportLimits? limits = null)
    {
        var outcome = DocumentImport.Read(name, new MemoryStream(bytes), limits);
        Assert.True(outcome.IsRead, outcome.Failure?.Sentence);
        Assert.Equal(outcome.Text.Body.Normalised().ToJson(), outcome.Text.Body.ToJson());
        Assert.All(outcome.Text.Doubts, doubt => Assert.True(DoubtWords.Knows(doubt.Code), doubt.Code));
        return outcome.Text;
    }

    /// <summary>Imports a file that must not be readable, and gives the code of the failure.</summary>
    public static string Failure(string name, byte[] bytes, ImportLimits? limits = null)
    {
        var outcome = DocumentImport.Read(name, new MemoryStream(bytes), limits);
        Assert.False(outcome.IsRead);
        Assert.EndsWith("。", outcome.Failure.Sentence, StringComparison.Ordinal);
        Assert.Contains("请", outcome.Failure.Sentence, StringComparison.Ordinal);
        return outcome.Failure.Code;
    }

    /// <summary>The text in its plain form, lines as an array; blank ones left out.</summary>
    public static string[] Lines(this Imported imported) => MarkupWriter.Write(imported.Body).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static Body Of(params string[] lines) => MarkupReader.Read(string.Join('\n', lines));

    /// <summary>Codes and numbers of places of what was doubted.</summary>
    public static string[] Doubted(this Imported imported) => [.. imported.Doubts.Select(doubt => $"{doubt.Code} {string.Join(' ', doubt.Values)}".Trim()).Order(StringComparer.Ordinal)];

    /// <summary>A picture of one dot that every program shows; the shade makes it another file.</summary>
    public static byte[] Png(byte shade = 0)
    {
        using var stream = new MemoryStream();
        stream.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk(stream, "IHDR"u8, [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
        using (var packed = new MemoryStream())
        {
            using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) zlib.Write([0, shade]);
            Chunk(stream, "IDAT"u8, packed.ToArray());
        }
        Chunk(stream, "IEND"u8, []);
        return stream.ToArray();
    }

    private static void Chunk(MemoryStream stream, ReadOnlySpan<byte> kind, ReadOnlySpan<byte> data)
    {
        byte[] content = [.. kind, .. data];
        stream.Write([(byte)(data.Length >> 24), (byte)(data.Length >> 16), (byte)(data.Length >> 8), (byte)data.Length]);
        stream.Write(content);
        var check = uint.MaxValue;
        foreach (var value in content)
        {
            check ^= value;
            for (var bit = 0; bit < 8; bit++) check = (check & 1) != 0 ? (check >> 1) ^ 0xEDB88320 : check >> 1;
        }
        check = ~check;
        stream.Write([(byte)(check >> 24), (byte)(check >> 16), (byte)(check >> 8), (byte)check]);
    }
}
