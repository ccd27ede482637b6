using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Gongkai.Platform.Accounts;

/// <summary>One-time codes by the clock (RFC 6238, HMAC-SHA1, 6 digits, 30 seconds), as every authenticator app reckons them.</summary>
public static class Totp
{
    private const int StepSeconds = 30, Digits = 6, SecretBytes = 20;

    /// <summary>How many steps before and after the present one are taken: clocks differ, and typing takes time.</summary>
    private const int Drift = 1;

    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>A new secret of 160 bits.</summary>
    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(SecretBytes);

    /// <summary>Number of the step in which an instant lies.</summary>
    public static long StepAt(DateTimeOffset instant) => instant.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The code of a step.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "RFC 6238 as authenticator apps know it is HMAC-SHA1, whose weakness concerns collisions, not this use.")]
    public static string Code(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(secret, counter, hash);
        var part = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xf)..]) & int.MaxValue;
        return (part % 1_000_000).ToString(CultureInfo.InvariantCulture).PadLeft(Digits, '0');
    }

    /// <summary>The step whose code this is.</summary>
    /// <param name="secret">The secret.</param>
    /// <param name="code">Six digits; spaces do not matter.</param>
    /// <param name="now">The present.</param>
    /// <param name="after">The last step used: no code up to it is taken again.</param>
    /// <returns>Null where it is the code of no step near the present.</returns>
    public static long? Match(byte[] secret, string code, DateTimeOffset now, long after)
    {
        var typed = Encoding.UTF8.GetBytes(code.Replace(" ", "", StringComparison.Ordinal));
        long? found = null;
        for (var step = StepAt(now) - Drift; step <= StepAt(now) + Drift; step++)
            if (CryptographicOperations.FixedTimeEquals(typed, Encoding.UTF8.GetBytes(Code(secret, step))) && step > after) found ??= step;
        return found;
    }

    /// <summary>A secret as people type it: Base32 without padding.</summary>
    public static string Spell(byte[] secret)
    {
        var spelt = new StringBuilder();
        var (bits, held) = (0, 0);
        foreach (var one in secret)
        {
            (held, bits) = (((held << 8) | one) & 0xffff, bits + 8);
            for (; bits >= 5; bits -= 5) spelt.Append(Base32[(held >> (bits - 5)) & 31]);
        }
        if (bits > 0) spelt.Append(Base32[(held << (5 - bits)) & 31]);
        return spelt.ToString();
    }

    /// <summary>The address that an authenticator app reads from the picture.</summary>
    /// <param name="secret">The secret.</param>
    /// <param name="site">Name of the site.</param>
    /// <param name="login">Name the person signs in with.</param>
    public static string Address(byte[] secret, string site, string login)
    {
        var issuer = Uri.EscapeDataString(site);
        return $"otpauth://totp/{issuer}:{Uri.EscapeDataString(login)}?secret={Spell(secret)}&issuer={issuer}&digits={Digits}&period={StepSeconds}";
    }
}
