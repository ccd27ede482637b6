using System.Text.Json.Serialization;

namespace Gongkai.Platform.Proofs;

/// <summary>A challenge as ALTCHA's search (version 2) reads it.</summary>
/// <param name="Parameters">What is to be found.</param>
/// <param name="Signature">Says that this site asked for it.</param>
public sealed record WorkChallenge(WorkParameters Parameters, string Signature);

/// <summary>
/// Find the counter for which PBKDF2 of nonce and counter begins with the prefix. Members stand in the order of the alphabet, as ALTCHA signs them.
/// </summary>
public sealed record WorkParameters
{
    public required string Algorithm { get; init; }

    /// <summary>Rounds of PBKDF2 for one try.</summary>
    public required int Cost { get; init; }

    public required WorkData Data { get; init; }

    /// <summary>Seconds since 1970; at this instant it is good no more.</summary>
    public required long ExpiresAt { get; init; }

    /// <summary>Length of the derived key in bytes.</summary>
    public required int KeyLength { get; init; }

    /// <summary>Beginning of the key sought, in hexadecimal.</summary>
    public required string KeyPrefix { get; init; }

    /// <summary>16 bytes in hexadecimal that no other challenge has.</summary>
    public required string Nonce { get; init; }

    /// <summary>16 bytes in hexadecimal.</summary>
    public required string Salt { get; init; }
}

/// <summary>What the site itself wants back with a challenge.</summary>
/// <param name="Form">Form it is good for.</param>
public sealed record WorkData(string Form);

/// <summary>What comes back in the field of a form, in base 64.</summary>
internal sealed record WorkPayload(WorkChallenge Challenge, WorkSolution Solution);

/// <summary>A solution.</summary>
/// <param name="Counter">The number found.</param>
/// <param name="DerivedKey">Key derived with it; the site derives its own.</param>
/// <param name="Time">Milliseconds it took, as the browser says.</param>
internal sealed record WorkSolution(uint Counter, string? DerivedKey = null, double? Time = null);

/// <summary>Reads and writes them; a member that does not belong is refused.</summary>
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(WorkPayload))]
internal sealed partial class WorkJson : JsonSerializerContext;
