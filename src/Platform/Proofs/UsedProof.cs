namespace Gongkai.Platform.Proofs;

/// <summary>A proof that was used and is not taken again. The row goes when the proof would no longer be good anyway.</summary>
internal sealed class UsedProof
{
    private UsedProof() { }

    /// <summary>The proof's nonce.</summary>
    public string Nonce { get; private init; } = "";

    public DateTimeOffset ExpiresAt { get; private init; }
}
