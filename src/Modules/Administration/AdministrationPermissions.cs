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

    /// <summary>Which role holds which of them.</summary>
    public static readonly IReadOnlyList<RoleGrant> Grants =
    [
        new("administrator", Deliveries, MessagesSettings, ViewAccounts, OpenAccounts),
        new("security-administrator", ViewAccounts, KeepAccounts, SignInRules),
        new("audit-administrator", RecordSearch, RecordExport),
    ];
}
