using System.Security.Cryptography;

namespace Gongkai.Platform.Vault;

/// <summary>AES-256-GCM. What is sealed is nonce, tag and ciphertext in one piece.</summary>
internal static class Cipher
{
    private const int Nonce = 12;
    private const int Tag = 16;

    /// <summary>Seals.</summary>
    /// <param name="key">32 bytes.</param>
    /// <param name="plain">What nobody may read.</param>
    /// <param name="place">Where it will lie; it opens nowhere else.</param>
    public static byte[] Encrypt(byte[] key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> place)
    {
        var box = new byte[Nonce + Tag + plain.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, Nonce));
        using var aes = new AesGcm(key, Tag);
        aes.Encrypt(box.AsSpan(0, Nonce), plain, box.AsSpan(Nonce + Tag), box.AsSpan(Nonce, Tag), place);
        return box;
    }

    /// <summary>Opens what was sealed for the same place.</summary>
    /// <exception cref="CryptographicException">Another key or place, or something was changed.</exception>
    public static byte[] Decrypt(byte[] key, ReadOnlySpan<byte> box, ReadOnlySpan<byte> place)
    {
        if (box.Length < Nonce + Tag) throw new CryptographicException("Too short to be sealed");
        var plain = new byte[box.Length - Nonce - Tag];
        using var aes = new AesGcm(key, Tag);
        aes.Decrypt(box[..Nonce], box[(Nonce + Tag)..], box.Slice(Nonce, Tag), plain, place);
        return plain;
    }
}
