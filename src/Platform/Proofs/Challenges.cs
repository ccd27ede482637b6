using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;

namespace Gongkai.Platform.Proofs;

/// <summary>
/// Asks for work and tells whether it was done. The site picks the number to be found and derives its key, so that every solution takes between half of the
/// difficulty and the whole: no browser is unlucky. One try costs a browser about what it costs a program written for it.
/// </summary>
internal sealed class Challenges(ProofKey key, ProofSettings settings, TimeProvider time)
{
    private const string Kind = "challenge";
    private const string Algorithm = "PBKDF2/SHA-256";
    private const int Rounds = 1000;
    private const int KeyBytes = 32;
    private const int PrefixBytes = 16;
    private const int RandomBytes = 16;

    /// <summary>Several times what a browser sends.</summary>
    private const int LongestPayload = 4096;

    /// <summary>A challenge for one form.</summary>
    public WorkChallenge Ask(string form)
    {
        var (nonce, salt) = (RandomNumberGenerator.GetBytes(RandomBytes), RandomNumberGenerator.GetBytes(RandomBytes));
        var counter = (uint)RandomNumberGenerator.GetInt32(settings.Difficulty / 2, settings.Difficulty);
        var parameters = new WorkParameters
        {
            Algorithm = Algorithm,
            Cost = Rounds,
            Data = new(form),
            ExpiresAt = (time.GetUtcNow() + settings.Lasting).ToUnixTimeSeconds(),
            KeyLength = KeyBytes,
            KeyPrefix = Convert.ToHexStringLower(Derive(nonce, salt, counter).AsSpan(0, PrefixBytes)),
            Nonce = Convert.ToHexStringLower(nonce),
            Salt = Convert.ToHexStringLower(salt),
        };
        return new(parameters, key.Sign(Kind, Written(parameters)));
    }

    /// <summary>Judges what came in the field of a form, but for whether it was used before.</summary>
    public Judged Judge(string form, string payload)
    {
        if (Read(payload) is not { } sent || !key.Signed(Kind, Written(sent.Challenge.Parameters), sent.Challenge.Signature)) return new(Standing.Void);
        var parameters = sent.Challenge.Parameters;
        if (parameters.Data.Form != form) return new(Standing.Void);
        var until = DateTimeOffset.FromUnixTimeSeconds(parameters.ExpiresAt);
        if (time.GetUtcNow() >= until) return new(Standing.Late);
        var derived = Derive(Convert.FromHexString(parameters.Nonce), Convert.FromHexString(parameters.Salt), sent.Solution.Counter);
        return Convert.ToHexStringLower(derived).StartsWith(parameters.KeyPrefix, StringComparison.Ordinal) ? new(Standing.Good, parameters.Nonce, until) : new(Standing.Void);
    }

    private static string Written(WorkParameters parameters) => JsonSerializer.Serialize(parameters, WorkJson.Default.WorkParameters);

    private static WorkPayload? Read(string payload)
    {
        var bytes = new byte[LongestPayload];
        if (payload.Length > LongestPayload || !Convert.TryFromBase64String(payload, bytes, out var length)) return null;
        try
        {
            return JsonSerializer.Deserialize(bytes.AsSpan(0, length), WorkJson.Default.WorkPayload);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static byte[] Derive(byte[] nonce, byte[] salt, uint counter)
    {
        Span<byte> password = stackalloc byte[RandomBytes + sizeof(uint)];
        nonce.CopyTo(password);
        BinaryPrimitives.WriteUInt32BigEndian(password[RandomBytes..], counter);
        return Rfc2898DeriveBytes.Pbkdf2(password, salt, Rounds, HashAlgorithmName.SHA256, KeyBytes);
    }
}
