namespace Gongkai.Platform.Accounts;

/// <summary>A password used before, hashed, so that it is not chosen again.</summary>
public sealed class OldPassword
{
    private OldPassword() { }

    internal OldPassword(Guid id, Guid account, string hash, DateTimeOffset setAt) => (Id, AccountId, PasswordHash, SetAt) = (id, account, hash, setAt);

    public Guid Id { get; private init; }

    public Guid AccountId { get; private init; }

    public string PasswordHash { get; private init; } = "";

    /// <summary>When it was chosen.</summary>
    public DateTimeOffset SetAt { get; private init; }
}
