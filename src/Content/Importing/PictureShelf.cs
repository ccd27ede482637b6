using System.Security.Cryptography;
using Gongkai.Content.Blocks;

namespace Gongkai.Content.Importing;

/// <summary>Takes in the pictures of one text: only what its first bytes show to be PNG or JPEG, and no more than the limits allow.</summary>
internal sealed class PictureShelf(ImportLimits limits)
{
    private readonly Dictionary<string, ImportedPicture> _pictures = new(StringComparer.Ordinal);
    private long _bytes;

    /// <summary>The pictures taken, each once, in order.</summary>
    public IReadOnlyList<ImportedPicture> Pictures => [.. _pictures.Values];

    /// <summary>Takes a picture from a stream of unknown length.</summary>
    /// <returns>The block for it; null where it is no such picture or too much.</returns>
    public Picture? Take(Stream content, string? alt)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[1 << 16];
        for (int read; (read = content.Read(chunk, 0, chunk.Length)) > 0;)
        {
            if (buffer.Length + read > limits.PictureBytes) return null;
            buffer.Write(chunk, 0, read);
        }
        return Take(buffer.ToArray(), alt);
    }

    /// <summary>Takes a picture.</summary>
    /// <returns>The block for it; null where it is no such picture or too much.</returns>
    public Picture? Take(byte[] bytes, string? alt)
    {
        if (bytes.Length > limits.PictureBytes || ContentType(bytes) is not { } type) return null;
        var digest = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var words = RunLine.Plain(alt);
        if (!_pictures.ContainsKey(digest))
        {
            if (_pictures.Count >= limits.Pictures || _bytes + bytes.Length > limits.AllPictureBytes) return null;
            _bytes += bytes.Length;
            _pictures.Add(digest, new(digest, type, bytes, words.Length > 0 ? words : null));
        }
        return new(digest, words);
    }

    /// <summary>What the bytes are, by their signature; null for anything that is not taken.</summary>
    public static string? ContentType(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, (byte)'I', (byte)'H', (byte)'D', (byte)'R', ..] => "image/png",
        [0xFF, 0xD8, 0xFF, >= 0xC0, ..] => "image/jpeg",
        _ => null,
    };
}
