using System.Security.Cryptography;
using System.Text;
using Gongkai.Platform.Vault;

namespace Gongkai.Platform.Proofs;

/// <summary>Signs what the site hands out and takes back unchanged. The key comes from the master key, so that every node takes what another one signed.</summary>
internal sealed class ProofKey(MasterKey master)
{
    private readonly byte[] _key = master.For("gongkai proofs of work");

    /// <summary>The signature in hexadecimal.</summary>
    /// <param name="kind">What it is: one kind does not pass for another.</param>
    /// <param name="text">What is signed.</param>
    public string Sign(string kind, string text) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{kind}\n{text}")));

    /// <summary>True where this site signed this text.</summary>
    public bool Signed(string kind, string text, string signature) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Sign(kind, text)), Encoding.UTF8.GetBytes(signature));
}
