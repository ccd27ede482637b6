namespace Gongkai.Administration.Contracts;

/// <summary>An account as a list on the command line shows it.</summary>
/// <param name="Login">Name to sign in with.</param>
/// <param name="Name">Name of the person.</param>
/// <param name="Posts">Posts held today, in words; null for none.</param>
/// <param name="LastSignIn">When the person last signed in; null for never.</param>
/// <param name="State">How it stands, in words.</param>
public sealed record KnownAccount(string Login, string Name, string? Posts, DateTimeOffset? LastSignIn, string State);

/// <summary>What whoever runs the machine can do for accounts, and how a new site is set up.</summary>
public interface IAccountKeeping
{
    /// <summary>Every account, by login.</summary>
    Task<IReadOnlyList<KnownAccount>> List(CancellationToken stop);

    /// <summary>Opens an account without a post.</summary>
    /// <returns>Its id, and the local address of the one-time page on which its person chooses a password.</returns>
    Task<Outcome<(Guid Id, string Address)>> Open(string login, string name, CancellationToken stop);

    /// <summary>Takes a password away.</summary>
    /// <returns>Local address of the one-time page on which the person chooses another.</returns>
    Task<Outcome<string>> Reset(string login, CancellationToken stop);

    /// <summary>Takes the second factor of a person away, and ends the sessions.</summary>
    Task<Outcome> RemoveFactor(string login, CancellationToken stop);

    /// <summary>Opens an account again that was shut or locked.</summary>
    Task<Outcome> Unlock(string login, CancellationToken stop);

    /// <summary>Ends every session of a person.</summary>
    Task<Outcome> EndSessions(string login, CancellationToken stop);

    /// <summary>Makes a link that sets a new site up, where there is no account yet; an earlier one is void.</summary>
    /// <returns>Local address of the page; null where there are accounts.</returns>
    Task<string?> OfferSetUp(CancellationToken stop);
}
