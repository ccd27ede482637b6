using Gongkai.Organs.Contracts;

namespace Gongkai.Administration;

/// <summary>The permissions of this module. Each belongs to one of the three administrators alone.</summary>
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

    /// <summary>Which role holds which of them.</summary>
    public static readonly IReadOnlyList<RoleGrant> Grants =
    [
        new("administrator", Deliveries, MessagesSettings),
        new("audit-administrator", RecordSearch, RecordExport),
    ];
}
