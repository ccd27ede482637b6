using Gongkai.Organs.Contracts;

namespace Gongkai.Administration;

/// <summary>The permissions of this module. Each belongs to one of the three administrators alone, but seeing accounts, which two of them need.</summary>
internal static class AdministrationPermissions
{
    /// <summary>Read the record.</summary>
    public const string RecordSearch = "administration.record-search";

    /// <summary>Take the record away as a file.</summary>
    public const string RecordExport = "administration.record-export";

    /// <summary>Look after what could not be delivered.</summary>
    public const string Deliveries = "administration.deliveries";

    /// <summary>Decide how messages leave the house.</summary>
    public const string MessagesSettings = "administration.messages-settings";

    /// <summary>See accounts, their posts and what has happened to them.</summary>
    public const string ViewAccounts = "administration.accounts-view";

    /// <summary>Open an account for a person, who then holds no post yet.</summary>
    public const string OpenAccounts = "administration.accounts-open";

    /// <summary>Shut and unlock accounts, reset passwords, take second factors away, end sessions.</summary>
    public const string KeepAccounts = "administration.accounts-keep";

    /// <summary>Decide the rules of signing in.</summary>
    public const string SignInRules = "administration.sign-in-rules";

    /// <summary>Put people into posts; named by the module that knows posts.</summary>
    private const string Appoint = "organs.appoint";

    /// <summary>Which role holds which of them.</summary>
    public static readonly IReadOnlyList<RoleGrant> Grants =
    [
        new("administrator", Deliveries, MessagesSettings, ViewAccounts, OpenAccounts),
        new("security-administrator", ViewAccounts, KeepAccounts, SignInRules),
        new("audit-administrator", RecordSearch, RecordExport),
    ];

    /// <summary>Whoever holds one of these administers: the way into such an account leads over the machine itself.</summary>
    public static readonly IReadOnlySet<string> Administering = new HashSet<string>([Appoint, .. Grants.SelectMany(grant => grant.Permissions)]);
}
