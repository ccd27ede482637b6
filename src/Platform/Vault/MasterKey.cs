using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Gongkai.Platform.Vault;

/// <summary>
/// The one key that lies outside the database. It wraps the keys that lie in it, so a copy of the database alone tells nothing sealed.
/// </summary>
public sealed class MasterKey
{
    /// <summary>Length in bytes.</summary>
    public const int Size = 32;

    private readonly byte[] _key;

    private MasterKey(byte[] key) => _key = key;

    /// <summary>A new one.</summary>
    public static MasterKey Make() => new(RandomNumberGenerator.GetBytes(Size));

    /// <summary>Reads what <see cref="Written"/> wrote; white space around it does not matter.</summary>
    /// <returns>False where it is not 32 bytes in base 64.</returns>
    public static bool TryRead(string text, [NotNullWhen(true)] out MasterKey? key)
    {
        var bytes = new byte[Size];
        key = Convert.TryFromBase64String(text.Trim(), bytes, out var read) && read == Size ? new(bytes) : null;
        return key is not null;
    }

    /// <summary>The key in base 64, for the file that keeps it.</summary>
    public string Written() => Convert.ToBase64String(_key);

    /// <summary>True when both are the same key.</summary>
    public bool Is(MasterKey other) => CryptographicOperations.FixedTimeEquals(_key, other._key);

    /// <summary>Tells nothing, so that no log or message can.</summary>
    public override string ToString() => "MasterKey";

    /// <summary>A key for one use; uses cannot be told from one another.</summary>
    internal byte[] For(string use) => HKDF.DeriveKey(HashAlgorithmName.SHA256, _key, Size, info: Encoding.UTF8.GetBytes(use));
}
