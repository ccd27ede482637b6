namespace Gongkai.Organs.Contracts;

/// <summary>What one import did.</summary>
/// <param name="Added">Entries that were new.</param>
/// <param name="Changed">Entries that stood and were brought in line.</param>
/// <param name="Unchanged">Entries that stood as the file says.</param>
public sealed record ImportTally(int Added, int Changed, int Unchanged);

/// <summary>Acts by which a site is filled with its organs and people; the command line and the demo call them.</summary>
public interface IStaffing
{
    /// <summary>Brings organs, names, aliases and groups in line with a file. What the file does not name stays. Asks for <c>organs.manage</c>.</summary>
    /// <returns>What was done; refused as a whole, with every reason and its place in the file, where anything in it does not fit.</returns>
    Task<Outcome<ImportTally>> ImportOrgans(OrganFile file, CancellationToken stop);

    /// <summary>Brings accounts and posts in line with a file. Accounts that stand keep their password. Asks for <c>organs.appoint</c>.</summary>
    /// <param name="file">The people.</param>
    /// <param name="passwordFor">First password of a new account, by login; as the rules of signing in ask for, and to be changed at the first sign-in.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    /// <returns>What was done to people; refused as a whole as above.</returns>
    Task<Outcome<ImportTally>> ImportPeople(PeopleFile file, Func<string, string> passwordFor, CancellationToken stop);

    /// <summary>Opens an account. Asks for <c>organs.create-account</c>.</summary>
    /// <param name="login">Name to sign in with: letters, digits, and <c>- . _ @ +</c>.</param>
    /// <param name="name">Name of the person.</param>
    /// <param name="password">First password, as above, to be changed at the first sign-in; null where the person chooses one behind a one-time link.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    /// <returns>The account's id.</returns>
    Task<Outcome<Guid>> CreateAccount(string login, string name, string? password, CancellationToken stop);

    /// <summary>Puts a person into a post. Asks for <c>organs.appoint</c>.</summary>
    /// <param name="account">Account of the person.</param>
    /// <param name="organ">The organ.</param>
    /// <param name="role">Key of the role.</param>
    /// <param name="primary">True for the A post, false for the B post.</param>
    /// <param name="from">First day, inclusive.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    /// <returns>The post's id.</returns>
    Task<Outcome<Guid>> Appoint(Guid account, OrganId organ, string role, bool primary, DateOnly from, CancellationToken stop);
}
