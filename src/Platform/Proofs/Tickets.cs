using System.Globalization;
using System.Security.Cryptography;

namespace Gongkai.Platform.Proofs;

/// <summary>
/// A ticket lies in every form that asks for a proof and says when the form was opened. Whoever sends the form without a solution must have waited
/// since then, so that a browser without scripts does everything too.
/// </summary>
internal sealed class Tickets(ProofKey key, ProofSettings settings, TimeProvider time)
{
    private const string Kind = "ticket";

    /// <summary>A ticket for one form, from now on.</summary>
    public string Issue(string form)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{form}.{time.GetUtcNow().ToUnixTimeMilliseconds()}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}");
        return $"{text}.{key.Sign(Kind, text)}";
    }

    /// <summary>Judges a ticket, but for whether it was used before.</summary>
    public Judged Judge(string form, string ticket)
    {
        if (ticket.Split('.') is not [var name, var at, var nonce, var signature] || name != form || !key.Signed(Kind, $"{name}.{at}.{nonce}", signature)) return new(Standing.Void);
        var issued = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(at, CultureInfo.InvariantCulture));
        var until = issued + settings.Lasting;
        if (time.GetUtcNow() >= until) return new(Standing.Late);
        return SecondsLeft(issued) > 0 ? new(Standing.Early, nonce, until, SecondsLeft(issued)) : new(Standing.Good, nonce, until);
    }

    private int SecondsLeft(DateTimeOffset issued) => Math.Max(0, (int)Math.Ceiling((issued.AddSeconds(settings.WaitSeconds) - time.GetUtcNow()).TotalSeconds));
}

/// <summary>How a proof stands.</summary>
internal enum Standing
{
    /// <summary>It may be used.</summary>
    Good,

    /// <summary>A ticket that was not waited for yet.</summary>
    Early,

    /// <summary>It was good once.</summary>
    Late,

    /// <summary>Not from this site, for another form, changed, or no solution.</summary>
    Void,
}

/// <summary>A proof that was looked at.</summary>
/// <param name="Standing">How it stands.</param>
/// <param name="Nonce">What no other proof has; null where there is nothing to use.</param>
/// <param name="Until">Until when it would be good.</param>
/// <param name="SecondsLeft">Seconds still to wait.</param>
internal sealed record Judged(Standing Standing, string? Nonce = null, DateTimeOffset Until = default, int SecondsLeft = 0);
